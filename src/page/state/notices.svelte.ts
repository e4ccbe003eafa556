export interface Notice {
  readonly id: number;
  readonly tone: "good" | "watch" | "bad";
  readonly text: string;
  /** A newer notice of the same topic takes its place; null: it stands alone. */
  readonly topic: string | null;
  /** A thing that can be done about it, e.g. undo. */
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

/** Short messages that float over the page until they are read or dismissed. */
export class Notices {
  #list = $state.raw<readonly Notice[]>([]);
  #lastId = 0;

  get list(): readonly Notice[] {
    return this.#list;
  }

  show(
    tone: Notice["tone"],
    text: string,
    action: Notice["action"] = null,
    topic: string | null = null,
  ): void {
    const others = this.#list.filter((notice) => topic === null || notice.topic !== topic);
    this.#list = [...others, { id: ++this.#lastId, tone, text, action, topic }];
  }

  dismiss(id: number): void {
    this.#list = this.#list.filter((notice) => notice.id !== id);
  }
}
