import { describe, expect, it } from "vitest";
import { ENTITIES } from "../domain/entities";
import type { Generation } from "../domain/generation";
import type { Manifest } from "../domain/manifest";
import type { Result } from "../kernel/base/result";
import { seededContent } from "../../tests/fault/support/content";
import { nodeEnvironment } from "../../tests/fault/support/node-environment";
import { bootWorkspace, readManifest } from "./boot";
import { remember } from "./remember";
import { loadTable } from "./chunks";
import { writeGeneration } from "./generation-writer";
import { CHUNKS } from "./layout";
import { withWriteLock } from "./locks";
import { keysOf, remove } from "./transaction";
import { undoImport } from "./undo";
import { openWorkspace, type Workspace } from "./workspace";

const opened = (): Workspace => openWorkspace(nodeEnvironment(), "w");

function value<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const write = (workspace: Workspace, content: Generation, expectedRevision: number) =>
  writeGeneration(workspace, content, { imports: [], expectedRevision });

async function expectContent(
  workspace: Workspace,
  manifest: Manifest,
  content: Generation,
): Promise<void> {
  for (const entity of ENTITIES) {
    const table = value(await loadTable(workspace, manifest, entity, "all"));
    expect(table).toEqual(content[entity]?.table ?? { rowCount: 0, columns: new Map() });
  }
}

const generationsStored = async (workspace: Workspace): Promise<number> => {
  const keys = await workspace.data.read(() => keysOf(CHUNKS));
  return new Set(keys.map((key) => key.split("/")[0])).size;
};

describe("writeGeneration", () => {
  it("stores what it was given and describes it", async () => {
    const workspace = opened();
    const content = seededContent(1, 70_000);
    const progress: number[] = [];
    const manifest = value(
      await writeGeneration(workspace, content, {
        imports: [],
        expectedRevision: 0,
        onProgress: (done) => progress.push(done),
      }),
    );
    await expectContent(workspace, manifest, content);
    expect(manifest.revision).toBe(1);
    const [orders] = manifest.tables;
    expect(orders).toMatchObject({ entity: "orders", rowCount: 70_000, currency: "CNY" });
    expect([orders?.firstDay, orders?.lastDay]).toEqual(["2019-04-15", "2021-09-30"]);
    const profit = orders?.columns.find((column) => column.id === "profit");
    expect(profit?.missingCount).toBe(10_000);
    expect(profit?.chunks.map((chunk) => chunk.rowCount)).toEqual([65_536, 4_464]);
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  });

  it("keeps the generation before and removes older ones", async () => {
    const workspace = opened();
    for (let seed = 1; seed <= 4; seed++)
      value(await write(workspace, seededContent(seed, 50), seed - 1));
    expect(await generationsStored(workspace)).toBe(2);
    const manifest = value(await readManifest(workspace));
    await expectContent(workspace, manifest!, seededContent(4, 50));
  });

  it("refuses a revision that has moved, and leaves no chunk behind", async () => {
    const workspace = opened();
    value(await write(workspace, seededContent(1, 50), 0));
    const late = await write(workspace, seededContent(2, 50), 0);
    expect(late).toMatchObject({ ok: false, error: { code: "E_STALE_TAB", retryable: true } });
    expect(await generationsStored(workspace)).toBe(1);
  });

  it("lets one of two writers through without locks, by compare-and-set alone", async () => {
    const workspace = openWorkspace(nodeEnvironment({ locks: null }), "w");
    const results = await Promise.all([
      write(workspace, seededContent(1, 50), 0),
      write(workspace, seededContent(2, 50), 0),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const manifest = value(await readManifest(workspace));
    await expectContent(workspace, manifest!, seededContent(results[0].ok ? 1 : 2, 50));
  });

  it("changes nothing when cancelled before the flip", async () => {
    const workspace = opened();
    value(await write(workspace, seededContent(1, 50), 0));
    for (const step of ["before:batch:1", "before:verify"]) {
      const cancel = new AbortController();
      const result = await writeGeneration(workspace, seededContent(2, 50), {
        imports: [],
        expectedRevision: 1,
        signal: cancel.signal,
        faultPoint: (name) => {
          if (name === step) cancel.abort();
        },
      });
      expect(result).toMatchObject({ ok: false, error: { code: "E_CANCELLED" } });
      expect(await generationsStored(workspace)).toBe(1);
    }
  });

  it("does not flip to chunks that a sweep without locks took away", async () => {
    const workspace = opened();
    value(await write(workspace, seededContent(1, 50), 0));
    const result = await writeGeneration(workspace, seededContent(2, 50), {
      imports: [],
      expectedRevision: 1,
      faultPoint: async (name) => {
        if (name !== "before:flip") return;
        const kept = value(await readManifest(workspace))?.generation ?? "";
        const keys = await workspace.data.read(() => keysOf(CHUNKS));
        const taken = keys.filter((key) => !key.startsWith(kept)).at(-1) ?? "";
        await workspace.data.write(() => remove(CHUNKS, taken));
      },
    });
    expect(result).toMatchObject({ error: { where: { reason: "chunks-lost" } } });
    const manifest = value(await readManifest(workspace));
    await expectContent(workspace, manifest!, seededContent(1, 50));
  });

  it("waits for the other writer and says so", async () => {
    const workspace = opened();
    let waited = false;
    const first = withWriteLock(workspace, {}, async (lease) =>
      writeGeneration(workspace, seededContent(1, 50), { imports: [], expectedRevision: 0, lease }),
    );
    const second = withWriteLock(
      workspace,
      {
        onWaiting: () => {
          waited = true;
        },
      },
      async (lease) => {
        const before = value(await readManifest(workspace));
        return writeGeneration(workspace, seededContent(2, 50), {
          imports: [],
          expectedRevision: before?.revision ?? 0,
          lease,
        });
      },
    );
    expect(value(await first).revision).toBe(1);
    expect(value(await second).revision).toBe(2);
    expect(waited).toBe(true);
  });

  it("stores empty tables", async () => {
    const workspace = opened();
    const content = seededContent(1, 0);
    const manifest = value(await write(workspace, content, 0));
    await expectContent(workspace, manifest, content);
    expect(manifest.tables[0]).toMatchObject({ rowCount: 0, firstDay: null, lastDay: null });
  });
});

describe("loadTable", () => {
  it("reads only the columns asked for, and leaves out what is not there", async () => {
    const workspace = opened();
    const manifest = value(await write(workspace, seededContent(1, 50), 0));
    const table = value(await loadTable(workspace, manifest, "orders", ["amount", "owner"]));
    expect([...table.columns.keys()]).toEqual(["amount"]);
  });

  it("tells a replaced generation from a damaged one", async () => {
    const workspace = opened();
    const first = value(await write(workspace, seededContent(1, 50), 0));
    value(await write(workspace, seededContent(2, 50), 1));
    expect((await loadTable(workspace, first, "orders", "all")).ok).toBe(true);
    value(await write(workspace, seededContent(3, 50), 2));
    const result = await loadTable(workspace, first, "orders", "all");
    expect(result).toMatchObject({ ok: false, error: { code: "E_STALE_TAB", retryable: true } });
  });
});

describe("undoImport", () => {
  it("brings back the data before, once", async () => {
    const workspace = opened();
    value(await write(workspace, seededContent(1, 50), 0));
    value(await write(workspace, seededContent(2, 50), 1));
    const manifest = value(await undoImport(workspace, 2));
    expect(manifest).toMatchObject({ revision: 3, previousGeneration: null });
    await expectContent(workspace, manifest, seededContent(1, 50));
    expect(await undoImport(workspace, 3)).toMatchObject({
      ok: false,
      error: { code: "E_STALE_TAB", where: { reason: "nothing-to-undo" } },
    });
    expect(await undoImport(workspace, 2)).toMatchObject({ error: { where: { revision: 3 } } });
  });

  it("of the first import leads back to the welcome, and from there on again", async () => {
    const workspace = opened();
    await remember(workspace, value(await write(workspace, seededContent(1, 50), 0)));
    await remember(workspace, value(await undoImport(workspace, 1)));
    expect(await bootWorkspace(workspace)).toEqual({ kind: "welcome", revision: 2 });
    value(await write(workspace, seededContent(2, 50), 2));
    expect(await bootWorkspace(workspace)).toMatchObject({ kind: "ready" });
    value(await undoImport(workspace, 3));
  });
});
