import { describe, expect, it } from "vitest";
import { seededContent } from "../../tests/fault/support/content";
import { nodeEnvironment } from "../../tests/fault/support/node-environment";
import { runBefore } from "../domain/run-record";
import { readManifest } from "./boot";
import { writeGeneration } from "./generation-writer";
import { META, RUNS_KEY } from "./layout";
import { keepRun, readRuns } from "./run-records";
import { put } from "./transaction";
import { undoImport } from "./undo";
import { openWorkspace, type Workspace } from "./workspace";

async function imported(workspace: Workspace, seed: number, expectedRevision: number) {
  const content = seededContent(seed, 50);
  const written = await writeGeneration(workspace, content, { imports: [], expectedRevision });
  if (!written.ok) throw new Error(written.error.code);
  return written.value;
}
const runsOf = async (workspace: Workspace) => {
  const read = await readRuns(workspace);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};
const run = (generation: string) => ({ generation, asOfDay: 7, body: { of: generation } });

describe("runs kept beside the data", () => {
  it("are compared over an import, and forgotten with the import when it is undone", async () => {
    const workspace = openWorkspace(nodeEnvironment(), "w");
    const first = await imported(workspace, 1, 0);
    await keepRun(workspace, "q", run(first.generation));
    const second = await imported(workspace, 2, 1);
    expect(runBefore(await runsOf(workspace), "q", second.generation)).toEqual(
      run(first.generation),
    );
    await keepRun(workspace, "q", run(second.generation));
    const kept = await runsOf(workspace);
    expect(kept[0]).toMatchObject({ before: run(first.generation) });
    expect((await undoImport(workspace, 2)).ok).toBe(true);
    const now = await readManifest(workspace);
    const generation = now.ok ? now.value?.generation : undefined;
    expect(runBefore(await runsOf(workspace), "q", generation ?? "")).toBeNull();
  });

  it("are not written for data that are no longer the current ones, nor where there are none", async () => {
    const workspace = openWorkspace(nodeEnvironment(), "w");
    await keepRun(workspace, "q", run("nothing stored"));
    expect(await runsOf(workspace)).toEqual([]);
    const first = await imported(workspace, 1, 0);
    await imported(workspace, 2, 1);
    await keepRun(workspace, "q", run(first.generation));
    expect(await runsOf(workspace)).toEqual([]);
  });

  it("are none where what is stored cannot be read", async () => {
    const workspace = openWorkspace(nodeEnvironment(), "w");
    const { generation } = await imported(workspace, 1, 0);
    for (const broken of ["{", "[{}]", 5]) {
      await workspace.data.write(() => put(META, RUNS_KEY, broken));
      expect(await runsOf(workspace)).toEqual([]);
    }
    await keepRun(workspace, "q", run(generation));
    expect(await runsOf(workspace)).toHaveLength(1);
  });
});
