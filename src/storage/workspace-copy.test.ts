import { describe, expect, it } from "vitest";
import { seededContent } from "../../tests/fault/support/content";
import { nodeEnvironment } from "../../tests/fault/support/node-environment";
import { kept, type WorkKind } from "../domain/own-work";
import { bootWorkspace } from "./boot";
import { chunkKeysOf } from "./chunk-keys";
import { loadTable } from "./chunks";
import { writeGeneration } from "./generation-writer";
import { openHome, type Home } from "./home";
import { CHUNKS } from "./layout";
import { appendChanges, readWork } from "./own-work";
import { put } from "./transaction";
import { openWorkspace, type Workspace } from "./workspace";
import { duplicateWorkspace } from "./workspace-copy";
import {
  clearUnfinished,
  createWorkspace,
  deleteWorkspace,
  listWorkspaces,
  registerCopy,
} from "./workspaces";

const TAG: WorkKind<string> = {
  name: "tag",
  parse: (value) => (typeof value === "string" ? value : null),
};

async function filled(): Promise<{ home: Home; source: Workspace }> {
  const home = openHome(nodeEnvironment());
  const created = await createWorkspace(home, "demo", "demo");
  if (!created.ok) throw new Error(created.error.code);
  const source = openWorkspace(home.environment, created.value.id);
  await writeGeneration(source, seededContent(1, 50), { imports: [], expectedRevision: 0 });
  await bootWorkspace(source);
  await appendChanges(source, [kept(TAG, "a", "x")]);
  return { home, source };
}

/** A browser that is killed as soon as it has deleted the first database. */
function refusing({ environment }: Home): IDBFactory {
  const { indexedDB } = environment;
  return {
    open: () => {
      throw new DOMException("killed", "AbortError");
    },
    deleteDatabase: (name: string) => indexedDB.deleteDatabase(name),
    databases: () => indexedDB.databases(),
    cmp: (first: unknown, second: unknown) => indexedDB.cmp(first, second),
  };
}

const idsOf = async (home: Home): Promise<readonly string[]> => {
  const list = await listWorkspaces(home);
  return list.ok ? list.value.map(({ id }) => id) : [list.error.code];
};

describe("a copy of a workspace", () => {
  it("has the same data and the same work, and a life of its own", async () => {
    const { home, source } = await filled();
    const result = await duplicateWorkspace(home, source.id, "华东");
    expect(result).toMatchObject({ ok: true, value: { name: "华东", kind: "own" } });
    if (!result.ok) return;
    const copy = openWorkspace(home.environment, result.value.id);
    const [before, after] = [await bootWorkspace(source), await bootWorkspace(copy)];
    if (before.kind !== "ready" || after.kind !== "ready") throw new Error(after.kind);
    expect(after.manifest.root).toBe(before.manifest.root);
    expect(await loadTable(copy, after.manifest, "orders", "all")).toEqual(
      await loadTable(source, before.manifest, "orders", "all"),
    );
    await appendChanges(copy, [kept(TAG, "b", "y")]);
    expect(await readWork(copy)).toMatchObject({ value: { lastSequence: 2, expected: 2 } });
    expect(await readWork(source)).toMatchObject({ value: { lastSequence: 1, expected: 1 } });
  });

  it("is listed only when it is whole, and cleared away at the next start otherwise", async () => {
    const { home, source } = await filled();
    const killed = await registerCopy(home, "half");
    if (!killed.ok) return;
    const half = openWorkspace(home.environment, killed.value.id);
    await half.data.write(() => put(CHUNKS, "x", new ArrayBuffer(8)));
    half.data.close();
    expect(await idsOf(home)).toEqual([source.id]);
    await clearUnfinished(home);
    expect(await idsOf(home)).toEqual([source.id]);
    expect((await openWorkspace(home.environment, killed.value.id).data.probe()).exists).toBe(
      false,
    );
  });

  it("goes when its deletion was killed half-way, instead of being taken for a loss", async () => {
    const { home, source } = await filled();
    await deleteWorkspace(
      { ...home, environment: { ...home.environment, indexedDB: refusing(home) } },
      source.id,
    );
    expect(await idsOf(home)).toEqual([]);
    await clearUnfinished(home);
    expect(await home.environment.sentinel?.read(source.id)).toBeNull();
    const again = openWorkspace(home.environment, source.id);
    expect((await again.work.probe()).exists).toBe(false);
  });

  it("is left alone by another tab's start while it is being made", async () => {
    const { home, source } = await filled();
    let cleared: Promise<void> | null = null;
    const result = await duplicateWorkspace(home, source.id, "copy", {
      faultPoint: () => {
        cleared ??= clearUnfinished(home);
        return cleared;
      },
    });
    expect(result.ok).toBe(true);
    expect(await idsOf(home)).toHaveLength(2);
  });

  it("names damage instead of copying it, and leaves nothing behind", async () => {
    const { home, source } = await filled();
    const boot = await bootWorkspace(source);
    if (boot.kind !== "ready") return;
    const [first = ""] = chunkKeysOf(boot.manifest);
    await source.data.write(() => put(CHUNKS, first, new ArrayBuffer(8)));
    expect(await duplicateWorkspace(home, source.id, "copy")).toMatchObject({
      error: { code: "E_DB_CORRUPT" },
    });
    expect(await idsOf(home)).toEqual([source.id]);
  });
});
