import type { Manifest } from "../../domain/manifest";
import type { DataSummary, Facet } from "../../queries/types";
import type { Boot } from "../../storage/boot";
import { classify } from "../../storage/errors";
import type { WorkspaceRecord } from "../../storage/workspaces";
import type { CallFailure } from "../../workers/call-error";
import type { WorkerClient } from "../../workers/client";
import type { AnalysisCalls } from "../../workers/protocol";
import { asFailure } from "./analysis.svelte";

/** `changed`: look again. `ended`: a newer build or a deletion in another tab; this tab cannot write any more. */
export type StoreEvent =
  | { readonly kind: "changed"; readonly workspace: string }
  | { readonly kind: "ended"; readonly workspace: string; readonly why: "replaced" | "deleted" };

/** What the page needs of storage; the composition root hands in the real thing. */
export interface WorkspaceStore {
  boot(workspace: string): Promise<Boot>;
  list(): Promise<readonly WorkspaceRecord[]>;
  create(name: string, kind: "own" | "demo"): Promise<WorkspaceRecord>;
  rename(workspace: string, name: string): Promise<void>;
  remove(workspace: string): Promise<void>;
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

/** The data set that is open, and the others. */
export class Workspaces {
  readonly #store: WorkspaceStore;
  readonly #worker: WorkerClient<AnalysisCalls>;
  #list = $state.raw<readonly WorkspaceRecord[]>([]);
  #active = $state<string | null>(null);
  #boot = $state.raw<Boot | null>(null);
  #manifest = $state.raw<Manifest | null>(null);
  #summary = $state.raw<DataSummary | null>(null);
  #facets = $state.raw<readonly Facet[]>([]);
  #error = $state.raw<CallFailure | null>(null);
  #ended = $state<"replaced" | "deleted" | null>(null);

  constructor(store: WorkspaceStore, worker: WorkerClient<AnalysisCalls>) {
    this.#store = store;
    this.#worker = worker;
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
  get facets(): readonly Facet[] {
    return this.#facets;
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
    try {
      this.#list = await this.#store.list();
      const wanted = await this.#store.active();
      const first = this.#list.find(({ id }) => id === wanted) ?? this.#list[0];
      if (first === undefined) this.#boot = { kind: "welcome", revision: 0 };
      else await this.#look(first.id);
    } catch (thrown) {
      this.#error = asFailure(thrown);
      this.#boot = { kind: "failed", error: classify(thrown) };
    }
  }

  /** Follows the other tabs until the returned function is called. */
  listen(): () => void {
    const leave = this.#store.listen((event) => {
      if (event.kind === "ended") this.#ended = event.why;
      else if (event.workspace === this.#active) void this.refresh();
    });
    const look = (): void => {
      if (document.visibilityState === "visible") void this.refresh();
    };
    // Messages are hints: a tab that was frozen has heard none of them (R14).
    document.addEventListener("visibilitychange", look);
    window.addEventListener("pageshow", look);
    return () => {
      leave();
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("pageshow", look);
    };
  }

  /** Opens the generation that is current now, if it is not the one that is shown. */
  async refresh(): Promise<void> {
    const workspace = this.#active;
    if (workspace === null || this.#manifest === null) return;
    try {
      const manifest = await this.#store.manifest(workspace);
      const isNewer = manifest !== null && manifest.revision !== this.#manifest.revision;
      if (isNewer && workspace === this.#active) await this.#look(workspace);
    } catch (thrown) {
      this.#error = asFailure(thrown);
    }
  }

  async open(workspace: string): Promise<void> {
    await this.#store.setActive(workspace);
    await this.#look(workspace);
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
  async adopt(workspace: string, manifest: Manifest): Promise<void> {
    await this.#store.remember(workspace, manifest);
    await this.open(workspace);
  }

  async undoImport(): Promise<void> {
    const workspace = this.#active;
    if (workspace === null || this.#manifest === null) return;
    const manifest = await this.#store.undoImport(workspace, this.#manifest.revision);
    await this.adopt(workspace, manifest);
  }

  async rename(workspace: string, name: string): Promise<void> {
    await this.#store.rename(workspace, name);
    this.#list = await this.#store.list();
  }

  async remove(workspace: string): Promise<void> {
    this.#worker.terminate();
    await this.#store.remove(workspace);
    this.#list = await this.#store.list();
    if (workspace === this.#active) await this.start();
  }

  async #look(workspace: string): Promise<void> {
    this.#error = null;
    const boot = await this.#store.boot(workspace);
    this.#active = workspace;
    // A manifest without tables: the first import was undone. There is nothing to show, and nothing is lost.
    if (boot.kind !== "ready" || boot.manifest.tables.length === 0) {
      this.#manifest = boot.kind === "ready" ? boot.manifest : null;
      this.#summary = null;
      this.#facets = [];
      this.#boot =
        boot.kind === "ready" ? { kind: "welcome", revision: boot.manifest.revision } : boot;
      return;
    }
    try {
      const summary = await this.#worker.call("open", { workspace });
      this.#manifest = boot.manifest;
      this.#summary = summary;
      this.#boot = boot;
      void this.#loadFacets(summary.generation);
    } catch (thrown) {
      this.#manifest = boot.manifest;
      this.#summary = null;
      this.#error = asFailure(thrown);
      this.#boot = boot;
    }
  }

  async #loadFacets(generation: string): Promise<void> {
    try {
      const facets = await this.#worker.call("facets", null);
      if (this.#summary?.generation === generation) this.#facets = facets;
    } catch {
      // Without facets the filter menu is empty; everything else works, and the next open asks again.
      this.#facets = [];
    }
  }
}
