import type { Manifest } from "../../domain/manifest";
import type { DataSummary } from "../../queries/types";
import type { Boot } from "../../storage/boot";
import { classify } from "../../storage/errors";
import type { WorkspaceRecord } from "../../storage/workspaces";
import type { CallFailure } from "../../workers/call-error";
import { asFailure } from "./analysis.svelte";
import type { DataWorker } from "./data-worker";
import { Facets } from "./facets.svelte";
import { onReturn } from "./return-to-page";
import { Turns } from "./turns";

/** `changed`: look again. `ended`: a newer build or a deletion in another tab; this tab cannot write any more. */
export type StoreEvent =
  | { readonly kind: "changed"; readonly workspace: string }
  /** One was made, renamed or deleted. */
  | { readonly kind: "workspaces"; readonly workspace: string }
  | { readonly kind: "ended"; readonly workspace: string; readonly why: "replaced" | "deleted" };

/** What the page needs of storage; the composition root hands in the real thing. */
export interface WorkspaceStore {
  boot(workspace: string): Promise<Boot>;
  list(): Promise<readonly WorkspaceRecord[]>;
  create(name: string, kind: "own" | "demo"): Promise<WorkspaceRecord>;
  rename(workspace: string, name: string): Promise<void>;
  remove(workspace: string): Promise<void>;
  /** Ends deletions and copies that were begun and not ended. */
  clearUnfinished(): Promise<void>;
  active(): Promise<string | null>;
  setActive(workspace: string): Promise<void>;
  undoImport(workspace: string, revision: number): Promise<Manifest>;
  /** The manifest as it is now. */
  manifest(workspace: string): Promise<Manifest | null>;
  /** Calls back when another tab may have changed something, or when this tab's handle on a workspace has ended. */
  listen(heard: (event: StoreEvent) => void): () => void;
  /** Remembers outside IndexedDB that there are data, so that their loss is seen. */
  remember(workspace: string, manifest: Manifest): Promise<void>;
}

type OpenData = Pick<DataWorker, "open" | "ask" | "close" | "warm">;

/** Called in the same breath as the page begins to show other data: whatever was computed before is of the past. */
export type Shown = (workspace: string | null, generation: string | null) => void;

/**
 * The data set that is open, and the others. Everything that changes what is open happens in turns, so that the page and
 * the worker never show two different ones.
 */
export class Workspaces {
  readonly #store: WorkspaceStore;
  readonly #worker: OpenData;
  readonly #shown: Shown;
  readonly #turns = new Turns();
  /** What the open data can be filtered by. */
  readonly facets: Facets;
  #list = $state.raw<readonly WorkspaceRecord[]>([]);
  #active = $state<string | null>(null);
  #boot = $state.raw<Boot | null>(null);
  #manifest = $state.raw<Manifest | null>(null);
  #summary = $state.raw<DataSummary | null>(null);
  #error = $state.raw<CallFailure | null>(null);
  #ended = $state<"replaced" | "deleted" | null>(null);

  constructor(store: WorkspaceStore, worker: OpenData, shown: Shown = () => undefined) {
    this.#store = store;
    this.#worker = worker;
    this.#shown = shown;
    this.facets = new Facets(worker);
  }

  get list(): readonly WorkspaceRecord[] {
    return this.#list;
  }
  get active(): WorkspaceRecord | null {
    return this.#list.find((workspace) => workspace.id === this.#active) ?? null;
  }
  /** null until the first look at the storage has ended. */
  get boot(): Boot | null {
    return this.#boot;
  }
  get manifest(): Manifest | null {
    return this.#manifest;
  }
  get summary(): DataSummary | null {
    return this.#summary;
  }
  /** Not null: this tab must be reloaded before it can write again. */
  get ended(): "replaced" | "deleted" | null {
    return this.#ended;
  }
  /** Why the open data cannot be read, e.g. a damaged chunk. */
  get error(): CallFailure | null {
    return this.#error;
  }

  /** Looks at the storage and opens what was open last. */
  async start(): Promise<void> {
    await this.#turns.take(() => this.#start());
    void this.#store.clearUnfinished();
  }

  /** Follows the other tabs until the returned function is called. */
  listen(): () => void {
    const leave = this.#store.listen((event) => {
      if (event.kind === "workspaces") void this.#relist();
      else if (this.#active !== null && event.workspace !== this.#active) return;
      else if (event.kind === "ended") this.#ended = event.why;
      else void this.refresh();
    });
    const stop = onReturn(() => void this.refresh());
    return () => {
      leave();
      stop();
    };
  }

  /** Opens the generation that is current now, if it is not the one that is shown. */
  refresh(): Promise<void> {
    return this.#turns.take(async () => {
      const workspace = this.#active;
      if (this.#boot === null || this.#ended !== null) return;
      try {
        // The welcome of a first run ends when another tab has stored something.
        if (workspace === null) {
          await this.#start();
          return;
        }
        const manifest = await this.#store.manifest(workspace);
        if (manifest !== null && manifest.revision !== this.#revision) await this.#look(workspace);
      } catch (thrown) {
        this.#error = asFailure(thrown);
      }
    });
  }

  /** Reads the open data again: what is read of them has changed though they have not. */
  reload(): Promise<void> {
    return this.#turns.take(async () => {
      if (this.#active !== null) await this.#look(this.#active);
    });
  }

  open(workspace: string): Promise<void> {
    return this.#turns.take(() => this.#open(workspace));
  }

  /** The workspace of this kind to import into: the open one if it is of that kind, else another, else a new one. */
  async ensure(kind: "own" | "demo", name: string): Promise<string> {
    if (this.active?.kind === kind) return this.active.id;
    const known = this.#list.find((workspace) => workspace.kind === kind);
    if (known !== undefined) return known.id;
    const created = await this.#store.create(name, kind);
    this.#list = await this.#store.list();
    return created.id;
  }

  /** A flip has happened in this workspace: show the new generation. */
  adopt(workspace: string, manifest: Manifest): Promise<void> {
    return this.#turns.take(() => this.#adopt(workspace, manifest));
  }

  /** Goes back to before the last import of the open workspace. */
  undoImport(): Promise<void> {
    return this.#turns.take(async () => {
      const workspace = this.#active;
      if (workspace === null || this.#manifest === null) return;
      const manifest = await this.#store.undoImport(workspace, this.#manifest.revision);
      await this.#adopt(workspace, manifest);
    });
  }

  async rename(workspace: string, name: string): Promise<void> {
    await this.#store.rename(workspace, name);
    this.#list = await this.#store.list();
  }

  /** Makes an empty data set and opens it. */
  async create(name: string): Promise<void> {
    const created = await this.#store.create(name, "own");
    this.#list = await this.#store.list();
    await this.open(created.id);
  }

  /** A copy was made elsewhere: list it, and remember outside IndexedDB what is in it. */
  async welcomeCopy(workspace: string): Promise<void> {
    await this.#store.boot(workspace);
    this.#list = await this.#store.list();
  }

  remove(workspace: string): Promise<void> {
    return this.#turns.take(async () => {
      if (workspace === this.#active) {
        this.#worker.close();
        this.#shown(null, null);
      }
      try {
        await this.#store.remove(workspace);
      } finally {
        // Also when another tab holds it open: it is on its way out, and nothing of it may be shown or written.
        this.#list = await this.#store.list();
        if (workspace === this.#active) await this.#start();
      }
    });
  }

  async #start(): Promise<void> {
    try {
      this.#list = await this.#store.list();
      const wanted = await this.#store.active();
      const first = this.#list.find(({ id }) => id === wanted) ?? this.#list[0];
      if (first === undefined) {
        this.#show(null, { kind: "welcome", revision: 0 });
        return;
      }
      // Its thread begins while the storage is looked at.
      this.#worker.warm();
      await this.#look(first.id);
    } catch (thrown) {
      this.#error = asFailure(thrown);
      this.#boot = { kind: "failed", error: classify(thrown) };
    }
  }

  async #relist(): Promise<void> {
    try {
      this.#list = await this.#store.list();
    } catch {
      // A list that is a little old: the next action on it reads it again, and says what is wrong.
    }
  }

  async #open(workspace: string): Promise<void> {
    await this.#store.setActive(workspace);
    await this.#look(workspace);
  }

  async #adopt(workspace: string, manifest: Manifest): Promise<void> {
    await this.#store.remember(workspace, manifest);
    const isShown = workspace === this.#active && this.#summary !== null;
    if (isShown && this.#manifest?.revision === manifest.revision) {
      await this.#store.setActive(workspace);
    } else {
      await this.#open(workspace);
    }
  }

  /** Of what is shown: 0 for a workspace without data. */
  get #revision(): number {
    if (this.#manifest !== null) return this.#manifest.revision;
    return this.#boot?.kind === "welcome" ? this.#boot.revision : -1;
  }

  async #look(workspace: string): Promise<void> {
    const boot = await this.#store.boot(workspace);
    // A manifest without tables: the first import was undone. There is nothing to show, and nothing is lost.
    if (boot.kind !== "ready" || boot.manifest.tables.length === 0) {
      this.#show(
        workspace,
        boot.kind === "ready" ? { kind: "welcome", revision: boot.manifest.revision } : boot,
      );
      return;
    }
    try {
      const summary = await this.#worker.open(workspace);
      this.#show(workspace, boot, summary);
    } catch (thrown) {
      this.#show(workspace, boot);
      this.#error = asFailure(thrown);
    }
  }

  /** Everything that the page shows of a workspace changes at once. */
  #show(workspace: string | null, boot: Boot, summary: DataSummary | null = null): void {
    this.#shown(workspace, summary === null ? null : summary.generation);
    if (workspace !== this.#active && this.#ended === "deleted") this.#ended = null;
    this.#active = workspace;
    this.#error = null;
    this.#manifest = boot.kind === "ready" ? boot.manifest : null;
    this.#summary = summary;
    this.facets.clear(summary === null ? null : summary.generation);
    this.#boot = boot;
  }
}
