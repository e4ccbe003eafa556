import { describe, expect, it } from "vitest";
import { nodeEnvironment } from "../../tests/fault/support/node-environment";
import { openHome } from "./home";
import { appendEntry } from "./journal";
import { SETTINGS, WORKSPACES } from "./layout";
import { readSettings, saveSetting } from "./settings";
import { put } from "./transaction";
import { onWorkspaceEnded, openWorkspace } from "./workspace";
import { createWorkspace, deleteWorkspace, listWorkspaces, renameWorkspace } from "./workspaces";

const record = { generation: "g", revision: 1, root: "", rowCount: 1, lastEntry: 0 };

describe("the registry of workspaces", () => {
  it("lists what was created, oldest first, and renames", async () => {
    const home = openHome(nodeEnvironment());
    expect(await listWorkspaces(home)).toEqual({ ok: true, value: [] });
    const own = await createWorkspace(home, "华东", "own");
    await createWorkspace(home, "Demo", "demo");
    if (!own.ok) return;
    await renameWorkspace(home, own.value.id, "华东 2026");
    const listed = await listWorkspaces(home);
    expect(listed).toMatchObject({
      value: [
        { name: "华东 2026", kind: "own" },
        { name: "Demo", kind: "demo" },
      ],
    });
  });

  it("remembers a workspace by the sentinel when it has lost its own records (R7)", async () => {
    const environment = nodeEnvironment();
    await environment.sentinel.write("lost", record);
    const home = openHome(environment);
    expect(await listWorkspaces(home)).toMatchObject({ value: [{ id: "lost", name: "" }] });
    await renameWorkspace(home, "lost", "found");
    expect(await listWorkspaces(home)).toMatchObject({ value: [{ id: "lost", name: "found" }] });
  });

  it("deletes data and journal, ends open handles, and forgets", async () => {
    const environment = nodeEnvironment();
    const home = openHome(environment);
    const created = await createWorkspace(home, "a", "own");
    if (!created.ok) return;
    const { id } = created.value;
    const workspace = openWorkspace(environment, id);
    await appendEntry(workspace, { id: "e", atMs: 1, kind: "note", body: 1 });
    await environment.sentinel.write(id, record);
    const endings: string[] = [];
    onWorkspaceEnded(workspace, (ending) => endings.push(ending));
    expect(await deleteWorkspace(home, id)).toEqual({ ok: true, value: null });
    expect(endings).toEqual(["deleted"]);
    expect(await listWorkspaces(home)).toEqual({ ok: true, value: [] });
    expect(await appendEntry(workspace, { id: "f", atMs: 1, kind: "note", body: 1 })).toMatchObject(
      { error: { code: "E_STALE_TAB", where: { ending: "deleted" }, retryable: false } },
    );
    expect((await openWorkspace(environment, id).work.probe()).exists).toBe(false);
  });

  it("names a damaged record", async () => {
    const home = openHome(nodeEnvironment());
    for (const bad of [1, { id: "x" }, { id: "x", name: "n", kind: "other", createdAtMs: 1 }]) {
      await home.database.write(() => put(WORKSPACES, "x", bad));
      expect(await listWorkspaces(home)).toMatchObject({ error: { code: "E_DB_CORRUPT" } });
    }
  });
});

describe("settings", () => {
  it("gives back what was saved, and forgets", async () => {
    const home = openHome(nodeEnvironment());
    await saveSetting(home, "language", "zh-Hant");
    await saveSetting(home, "basis", "net");
    await saveSetting(home, "theme", "dark");
    await saveSetting(home, "activeWorkspace", "w");
    await saveSetting(home, "theme", undefined);
    expect(await readSettings(home)).toEqual({
      ok: true,
      value: { language: "zh-Hant", basis: "net", activeWorkspace: "w" },
    });
  });

  it("takes a stored value that this build does not know as never chosen", async () => {
    const home = openHome(nodeEnvironment());
    await home.database.write(() => put(SETTINGS, "language", "klingon"));
    await home.database.write(() => put(SETTINGS, "activeWorkspace", 3));
    expect(await readSettings(home)).toEqual({ ok: true, value: {} });
  });
});
