import type { Manifest } from "../../domain/manifest";
import type { WorkspaceRecord } from "../../storage/workspaces";
import type { Workspaces } from "./workspaces.svelte";

/**
 * Where the next import goes: never the demo. The open data set when it is the reader's own, else the one chosen, else the
 * newest of the reader's own, else one that is made for it. What is there already is known before anything is stored, so
 * that nobody adds to data that are not on screen without having seen it.
 */
export class ImportDestination {
  readonly #workspaces: Workspaces;
  readonly #manifestOf: (workspace: string) => Promise<Manifest | null>;
  #chosen = $state<string | null>(null);
  /** Of a workspace that is not open. */
  #found = $state.raw<{ readonly workspace: string; readonly manifest: Manifest | null } | null>(
    null,
  );

  constructor(workspaces: Workspaces, manifestOf: (workspace: string) => Promise<Manifest | null>) {
    this.#workspaces = workspaces;
    this.#manifestOf = manifestOf;
  }

  /** The reader's own data sets. */
  get choices(): readonly WorkspaceRecord[] {
    return this.#workspaces.list.filter(({ kind }) => kind === "own");
  }
  /** null: a new one will be made. */
  get workspace(): WorkspaceRecord | null {
    const { active } = this.#workspaces;
    const chosen = this.choices.find(({ id }) => id === this.#chosen);
    if (chosen !== undefined) return chosen;
    return active?.kind === "own" ? active : (this.choices.at(-1) ?? null);
  }
  /** Whether it is the data set on screen. */
  get isOpen(): boolean {
    return this.workspace !== null && this.workspace.id === this.#workspaces.active?.id;
  }
  /** What is in it; null: nothing, or not looked at yet. */
  get manifest(): Manifest | null {
    if (this.isOpen) return this.#workspaces.manifest;
    return this.#found?.workspace === this.workspace?.id ? (this.#found?.manifest ?? null) : null;
  }
  /** What is in it is known. */
  get isKnown(): boolean {
    const { workspace } = this;
    return workspace === null || this.isOpen || this.#found?.workspace === workspace.id;
  }

  choose(workspace: string): void {
    this.#chosen = workspace;
    void this.look();
  }

  /** Finds out what is there already. @throws CallFailure */
  async look(): Promise<void> {
    const { workspace } = this;
    if (workspace === null || this.isOpen) return;
    const manifest = await this.#manifestOf(workspace.id);
    if (this.workspace?.id === workspace.id) this.#found = { workspace: workspace.id, manifest };
  }

  /** Its id, made now if there is none. @throws CallFailure */
  async resolve(): Promise<string> {
    return this.workspace?.id ?? (await this.#workspaces.ensure("own", ""));
  }

  /** The import is done: the next one goes to what is open then. */
  clear(): void {
    this.#chosen = null;
    this.#found = null;
  }
}
