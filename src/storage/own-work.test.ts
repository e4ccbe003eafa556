import { describe, expect, it } from "vitest";
import { nodeEnvironment } from "../../tests/fault/support/node-environment";
import { kept, removed, type WorkKind } from "../domain/own-work";
import { bootWorkspace } from "./boot";
import { appendEntry, lastEntry, readJournal } from "./journal";
import { SNAPSHOTS } from "./layout";
import { appendChanges, compactWork, readWork } from "./own-work";
import { acceptEntries } from "./remember";
import { put } from "./transaction";
import { openWorkspace, type Workspace } from "./workspace";

const TAG: WorkKind<string> = {
  name: "tag",
  parse: (value) => (typeof value === "string" ? value : null),
};

const recordsOf = async (workspace: Workspace): Promise<unknown> => {
  const work = await readWork(workspace);
  return work.ok ? [...work.value.records].map(([kind, own]) => [kind, [...own]]) : work.error;
};

describe("the stored work of the user", () => {
  it("is what was appended, before and after the journal is folded", async () => {
    const workspace = openWorkspace(nodeEnvironment(), "w");
    await appendChanges(workspace, [kept(TAG, "__proto__", "x"), kept(TAG, "b", "y")]);
    await appendChanges(workspace, [removed(TAG, "b")]);
    const expected = [["tag", [["__proto__", "x"]]]];
    expect(await recordsOf(workspace)).toEqual(expected);
    await compactWork(workspace);
    expect(await readJournal(workspace)).toMatchObject({ value: { entries: [], lastSequence: 3 } });
    expect(await recordsOf(workspace)).toEqual(expected);
    await appendChanges(workspace, [kept(TAG, "b", "z")]);
    expect(await lastEntry(workspace)).toEqual({ ok: true, value: 4 });
    expect(await recordsOf(workspace)).toEqual([
      [
        "tag",
        [
          ["__proto__", "x"],
          ["b", "z"],
        ],
      ],
    ]);
  });

  it("writes all changes of one call or none", async () => {
    const workspace = openWorkspace(nodeEnvironment(), "w");
    const broken = { kind: "tag", key: "b", value: () => 1 };
    expect((await appendChanges(workspace, [kept(TAG, "a", "x")])).ok).toBe(true);
    expect((await appendChanges(workspace, [removed(TAG, "a"), broken])).ok).toBe(false);
    expect(await recordsOf(workspace)).toEqual([["tag", [["a", "x"]]]]);
  });

  it("is missed when the database that held it is gone, and not the imported data", async () => {
    const environment = nodeEnvironment();
    const first = openWorkspace(environment, "w");
    await appendChanges(first, [kept(TAG, "a", "x"), kept(TAG, "b", "y")]);
    expect(await environment.sentinel.read("w")).toMatchObject({ lastEntry: 2, revision: 0 });
    const elsewhere = openWorkspace(nodeEnvironment({ sentinel: environment.sentinel }), "w");
    expect(await bootWorkspace(elsewhere)).toMatchObject({ kind: "welcome" });
    expect(await readWork(elsewhere)).toMatchObject({ value: { lastSequence: 0, expected: 2 } });
    await acceptEntries(elsewhere, 0);
    expect(await readWork(elsewhere)).toMatchObject({ value: { expected: 0 } });
  });

  it("names a damaged entry or snapshot", async () => {
    const bodies: readonly unknown[] = [null, 1, {}, { key: 1, value: 1 }, { key: "a" }];
    for (const body of bodies) {
      const workspace = openWorkspace(nodeEnvironment(), "w");
      await appendEntry(workspace, { id: "x", atMs: 1, kind: "tag", body });
      expect(await readWork(workspace)).toMatchObject({ error: { code: "E_DB_CORRUPT" } });
    }
    for (const text of ["{}", "[1]", '[["tag",[[1,2]]]]']) {
      const workspace = openWorkspace(nodeEnvironment(), "w");
      await workspace.work.write(() => put(SNAPSHOTS, "snapshot", text));
      expect(await readWork(workspace)).toMatchObject({ error: { code: "E_DB_CORRUPT" } });
    }
  });
});
