import { describe, expect, it } from "vitest";
import type { Manifest } from "../../domain/manifest";
import type { DataSummary } from "../../queries/types";
import type { WorkspaceRecord } from "../../storage/workspaces";
import { Workspaces, type Shown, type StoreEvent, type WorkspaceStore } from "./workspaces.svelte";

const manifest = (workspace: string, revision: number): Manifest => ({
  generation: `${workspace}-${revision}`,
  previousGeneration: null,
  revision,
  root: "",
  tables: [
    { entity: "orders", rowCount: 1, columns: [], firstDay: null, lastDay: null, currency: null },
  ],
  imports: [],
});

interface FakeWorker {
  open: string | null;
  /** Opening one of these waits. */
  readonly slow: Map<string, Promise<void>>;
}

/** The databases of one browser, shared by several tabs. */
class Browser {
  readonly manifests = new Map<string, Manifest>();
  list: WorkspaceRecord[] = [];
  active: string | null = null;
  readonly #heard = new Set<(event: StoreEvent) => void>();

  import(workspace: string): Manifest {
    const next = manifest(workspace, (this.manifests.get(workspace)?.revision ?? 0) + 1);
    this.manifests.set(workspace, next);
    if (!this.list.some(({ id }) => id === workspace)) {
      this.list.push({ id: workspace, name: "", kind: "own", createdAtMs: this.list.length });
    }
    return next;
  }
  tell(event: StoreEvent): void {
    for (const heard of this.#heard) heard(event);
  }

  /** A tab: what its worker has open, and what its page shows. */
  tab(told?: Shown): { shown: Workspaces; worker: FakeWorker } {
    const worker: FakeWorker = { open: null, slow: new Map() };
    const store: WorkspaceStore = {
      boot: (id) => {
        const found = this.manifests.get(id);
        return Promise.resolve(
          found === undefined
            ? { kind: "welcome", revision: 0 }
            : { kind: "ready", manifest: found },
        );
      },
      list: () => Promise.resolve([...this.list]),
      create: () => Promise.reject(new Error("not here")),
      rename: () => Promise.resolve(),
      remove: (id) => {
        this.list = this.list.filter((workspace) => workspace.id !== id);
        return Promise.resolve();
      },
      clearUnfinished: () => Promise.resolve(),
      active: () => Promise.resolve(this.active),
      setActive: (id) => {
        this.active = id;
        return Promise.resolve();
      },
      undoImport: () => Promise.reject(new Error("not here")),
      manifest: (id) => Promise.resolve(this.manifests.get(id) ?? null),
      listen: (heard) => {
        this.#heard.add(heard);
        return () => this.#heard.delete(heard);
      },
      remember: () => Promise.resolve(),
    };
    const shown = new Workspaces(
      store,
      {
        open: async (id) => {
          await worker.slow.get(id);
          worker.open = id;
          return { generation: this.manifests.get(id)?.generation } as DataSummary;
        },
        ask: () => Promise.resolve([] as never),
        warm: () => undefined,
        close: () => undefined,
      },
      told,
    );
    return { shown, worker };
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe("Workspaces", () => {
  it("shows what the worker has open, however the openings overtake each other", async () => {
    const browser = new Browser();
    browser.import("a");
    browser.import("b");
    const { shown, worker } = browser.tab();
    await shown.start();
    let release: () => void = () => undefined;
    worker.slow.set("b", new Promise((resolve) => (release = resolve)));
    const openings = [shown.open("b"), shown.open("a")];
    await settled();
    release();
    await Promise.all(openings);
    expect([shown.active?.id, shown.summary?.generation, worker.open]).toEqual(["a", "a-1", "a"]);
  });

  it("shows the import of another tab", async () => {
    const browser = new Browser();
    browser.import("a");
    const { shown } = browser.tab();
    const stop = shown.listen();
    await shown.start();
    browser.import("a");
    browser.tell({ kind: "changed", workspace: "a" });
    await settled();
    expect(shown.summary?.generation).toBe("a-2");
    stop();
  });

  it("ends the welcome of a first run when another tab has stored something", async () => {
    const browser = new Browser();
    const { shown } = browser.tab();
    const stop = shown.listen();
    await shown.start();
    expect(shown.boot?.kind).toBe("welcome");
    browser.import("a");
    browser.tell({ kind: "changed", workspace: "a" });
    await settled();
    expect([shown.boot?.kind, shown.active?.id]).toEqual(["ready", "a"]);
    stop();
  });

  it("tells what it will show before it shows it, so that nothing older is seen beside it", async () => {
    const browser = new Browser();
    browser.import("a");
    const told: unknown[] = [];
    const { shown } = browser.tab((workspace, generation) => {
      told.push([workspace, generation, shown.summary]);
    });
    await shown.start();
    expect(told).toEqual([["a", "a-1", null]]);
  });

  it("says that another tab has deleted what is open, and not when it was another data set", async () => {
    const browser = new Browser();
    browser.import("a");
    browser.import("b");
    const { shown } = browser.tab();
    const stop = shown.listen();
    await shown.start();
    browser.tell({ kind: "ended", workspace: "b", why: "deleted" });
    expect(shown.ended).toBeNull();
    browser.tell({ kind: "ended", workspace: "a", why: "deleted" });
    expect(shown.ended).toBe("deleted");
    stop();
  });
});
