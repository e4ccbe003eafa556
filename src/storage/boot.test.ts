import { describe, expect, it } from "vitest";
import type { Manifest } from "../domain/manifest";
import { seededContent } from "../../tests/fault/support/content";
import { memoryTextStore, nodeEnvironment } from "../../tests/fault/support/node-environment";
import { bootWorkspace, readManifest } from "./boot";
import { remember } from "./remember";
import type { StorageEnvironment } from "./environment";
import { writeGeneration } from "./generation-writer";
import { SCHEMA } from "./environment";
import { CHUNKS, MANIFEST_KEY, META, SCHEMA_KEY } from "./layout";
import { whileReading } from "./locks";
import { textSentinel } from "./sentinel";
import { keysOf, put, putMany, remove, type Body } from "./transaction";
import { closeWorkspace, openWorkspace, type Workspace } from "./workspace";

const opened = (environment: StorageEnvironment = nodeEnvironment()): Workspace =>
  openWorkspace(environment, "w");

async function imported(workspace: Workspace, seed: number): Promise<Manifest> {
  const before = await readManifest(workspace);
  const revision = before.ok && before.value !== null ? before.value.revision : 0;
  const result = await writeGeneration(workspace, seededContent(seed, 50), {
    imports: [],
    expectedRevision: revision,
  });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const change = (workspace: Workspace, body: () => Body<void>): Promise<void> =>
  workspace.data.write(body);

describe("bootWorkspace", () => {
  it("welcomes when nothing is there and nothing was, without creating a database", async () => {
    const workspace = opened();
    expect(await bootWorkspace(workspace)).toEqual({ kind: "welcome", revision: 0 });
    expect((await workspace.data.probe()).exists).toBe(false);
  });

  it("gives the manifest and brings the sentinel up to it", async () => {
    const environment = nodeEnvironment();
    const workspace = opened(environment);
    const manifest = await imported(workspace, 1);
    expect(await environment.sentinel.read("w")).toBeNull();
    expect(await bootWorkspace(workspace)).toEqual({ kind: "ready", manifest });
    expect(await environment.sentinel.read("w")).toMatchObject({ revision: 1, rowCount: 55 });
  });

  it("never welcomes when the sentinel knows of data: database gone, empty, or older (R7)", async () => {
    const sentinel = textSentinel(memoryTextStore());
    const full = opened(nodeEnvironment({ sentinel }));
    await imported(full, 1);
    await remember(full, await imported(full, 2));
    const gone = opened(nodeEnvironment({ sentinel }));
    expect(await bootWorkspace(gone)).toMatchObject({ kind: "recovery", reason: "lost" });
    const empty = opened(nodeEnvironment({ sentinel }));
    await change(empty, () => put(META, "other", 1));
    expect(await bootWorkspace(empty)).toMatchObject({ kind: "recovery", reason: "lost" });
    const older = opened(nodeEnvironment({ sentinel }));
    const manifest = await imported(older, 1);
    expect(await bootWorkspace(older)).toMatchObject({
      kind: "recovery",
      reason: "rolled-back",
      manifest,
    });
  });

  it("names missing chunks and a manifest that is none, and removes nothing then", async () => {
    const workspace = opened();
    await imported(workspace, 1);
    const [first = ""] = await workspace.data.read(() => keysOf(CHUNKS));
    await change(workspace, function* () {
      yield* remove(CHUNKS, first);
      yield* put(CHUNKS, "orphan/orders/00000/rows/00000", new ArrayBuffer(8));
    });
    expect(await bootWorkspace(workspace)).toMatchObject({
      kind: "recovery",
      reason: "chunks-missing",
    });
    expect(await workspace.data.read(() => keysOf(CHUNKS))).toContain(
      "orphan/orders/00000/rows/00000",
    );
    for (const bad of [1, {}, { generation: "g", tables: [{}] }, { generation: "g", tables: 1 }]) {
      await change(workspace, () => put(META, MANIFEST_KEY, bad));
      expect(await bootWorkspace(workspace)).toMatchObject({
        kind: "recovery",
        reason: "unreadable",
      });
    }
  });

  it("sweeps what killed imports left, but not what another tab reads", async () => {
    const workspace = opened();
    await imported(workspace, 1);
    const orphans = ["dead-1/x", "dead-2/x"];
    await change(workspace, () =>
      putMany(CHUNKS, orphans, [new ArrayBuffer(1), new ArrayBuffer(1)]),
    );
    await whileReading(workspace, "dead-1", async () => {
      expect((await bootWorkspace(workspace)).kind).toBe("ready");
    });
    const keys = await workspace.data.read(() => keysOf(CHUNKS));
    expect(keys.filter((key) => key.startsWith("dead"))).toEqual(["dead-1/x"]);
  });

  it("opens the data of a build that knew only orders and customers (schema 1)", async () => {
    const environment = nodeEnvironment();
    const older = opened({ ...environment, schema: { version: 1, minReader: 1, minWriter: 1 } });
    await imported(older, 1);
    closeWorkspace(older);
    expect((await bootWorkspace(opened(environment))).kind).toBe("ready");
  });

  it("says when the data are newer than this build, by database or by record (R5)", async () => {
    const environment = nodeEnvironment();
    const newer = opened({ ...environment, schema: { version: 3, minReader: 3, minWriter: 3 } });
    await imported(newer, 1);
    closeWorkspace(newer);
    expect(await bootWorkspace(opened(environment))).toMatchObject({
      kind: "newer",
      error: { code: "E_DB_NEWER", where: { dataVersion: 3, ownVersion: SCHEMA.version } },
    });
    const workspace = opened();
    await imported(workspace, 1);
    await change(workspace, () =>
      put(META, SCHEMA_KEY, { version: 1, minReader: 3, minWriter: 3 }),
    );
    closeWorkspace(workspace);
    expect((await bootWorkspace(workspace)).kind).toBe("newer");
  });

  it("is not stopped by a sentinel that cannot be read or written", async () => {
    const broken = () => Promise.reject(new Error("blocked"));
    const sentinel = { read: broken, write: broken, remove: broken, workspaces: broken };
    const workspace = opened(nodeEnvironment({ sentinel }));
    await imported(workspace, 1);
    expect((await bootWorkspace(workspace)).kind).toBe("ready");
  });

  it("reports a browser that refuses storage or never answers", async () => {
    const refusing = (error: unknown): IDBFactory =>
      ({
        open: () => {
          throw error;
        },
      }) as unknown as IDBFactory;
    const denied = nodeEnvironment({
      indexedDB: refusing(new DOMException("no", "SecurityError")),
    });
    expect(await bootWorkspace(opened(denied))).toMatchObject({
      kind: "failed",
      error: { code: "E_PRIVATE_MODE" },
    });
  });
});
