import { describe, expect, it } from "vitest";
import { nodeEnvironment } from "../../tests/fault/support/node-environment";
import { appendEntry, compactJournal, readJournal, type JournalEntry } from "./journal";
import { ENTRIES, META, SNAPSHOTS } from "./layout";
import { put } from "./transaction";
import { openWorkspace, type Workspace } from "./workspace";

const opened = (): Workspace => openWorkspace(nodeEnvironment(), "w");
const entry = (id: string, body: unknown = { id }): JournalEntry => ({
  id,
  atMs: 7,
  kind: "note",
  body,
});

describe("the journal", () => {
  it("keeps entries in the order of their acknowledgement", async () => {
    const workspace = opened();
    for (const id of ["c", "a", "b"]) {
      expect((await appendEntry(workspace, entry(id))).ok).toBe(true);
    }
    expect(await readJournal(workspace)).toEqual({
      ok: true,
      value: { snapshot: null, entries: ["c", "a", "b"].map((id) => entry(id)), lastSequence: 3 },
    });
  });

  it("takes the same id once, and says the same", async () => {
    const workspace = opened();
    const first = await appendEntry(workspace, entry("a", 1));
    expect(await appendEntry(workspace, entry("a", 2))).toEqual(first);
    const journal = await readJournal(workspace);
    expect(journal).toMatchObject({ value: { entries: [{ body: 1 }], lastSequence: 1 } });
  });

  it("takes JSON through a proxy, which a structured clone would refuse, and refuses what is no JSON", async () => {
    const workspace = opened();
    const proxy = new Proxy({ deep: [1, 2] }, {});
    expect((await appendEntry(workspace, entry("a", proxy))).ok).toBe(true);
    expect(await readJournal(workspace)).toMatchObject({
      value: { entries: [{ body: { deep: [1, 2] } }] },
    });
    expect(
      await appendEntry(
        workspace,
        entry("b", () => 1),
      ),
    ).toMatchObject({
      error: { code: "E_INTERNAL" },
    });
  });

  it("is folded into a snapshot, and goes on counting", async () => {
    const workspace = opened();
    const ids = (before: unknown, entries: readonly JournalEntry[]): unknown => [
      ...(Array.isArray(before) ? (before as unknown[]) : []),
      ...entries.map(({ id }) => id),
    ];
    for (const id of ["a", "b"]) await appendEntry(workspace, entry(id));
    expect((await compactJournal(workspace, ids)).ok).toBe(true);
    await appendEntry(workspace, entry("c"));
    expect(await readJournal(workspace)).toMatchObject({
      value: { snapshot: ["a", "b"], entries: [{ id: "c" }], lastSequence: 3 },
    });
    await compactJournal(workspace, ids);
    const again = await compactJournal(workspace, () => {
      throw new Error("nothing to fold");
    });
    expect(again).toMatchObject({ value: { snapshot: ["a", "b", "c"], entries: [] } });
  });

  it("stays as it was when folding fails", async () => {
    const workspace = opened();
    await appendEntry(workspace, entry("a"));
    const broken: (() => unknown)[] = [
      () => {
        throw new Error("broken fold");
      },
      () => undefined,
    ];
    for (const fold of broken) expect((await compactJournal(workspace, fold)).ok).toBe(false);
    expect(await readJournal(workspace)).toMatchObject({ value: { entries: [{ id: "a" }] } });
  });

  it("names a damaged record instead of leaving it out", async () => {
    const damages: readonly [string, string, unknown][] = [
      [ENTRIES, "x", null],
      [ENTRIES, "x", { sequence: 1 }],
      [ENTRIES, "x", { sequence: 1, id: "x", atMs: 1, kind: "note", body: "{" }],
      [ENTRIES, "x", { sequence: 1, id: "x", atMs: 1, kind: "note", body: 3 }],
      [META, "last-sequence", "many"],
      [SNAPSHOTS, "snapshot", 3],
    ];
    for (const [store, key, value] of damages) {
      const workspace = opened();
      await workspace.work.write(() => put(store, key, value));
      expect(await readJournal(workspace)).toMatchObject({ error: { code: "E_DB_CORRUPT" } });
    }
  });
});
