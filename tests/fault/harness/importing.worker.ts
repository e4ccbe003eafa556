import { bootWorkspace } from "../../../src/storage/boot";
import { browserEnvironment } from "../../../src/storage/environment";
import { writeGeneration } from "../../../src/storage/generation-writer";
import { openWorkspace } from "../../../src/storage/workspace";
import { seededContent } from "../support/content";

/** One import in a worker that stops for good at a step, or reports its end. */
export interface ImportOrder {
  readonly seed: number;
  readonly rowCount: number;
  readonly stopAt: string | null;
  readonly revision: number;
}

self.onmessage = async (event: MessageEvent<ImportOrder>) => {
  const { seed, rowCount, stopAt, revision } = event.data;
  const workspace = openWorkspace(browserEnvironment(), "w");
  await bootWorkspace(workspace);
  const result = await writeGeneration(workspace, seededContent(seed, rowCount), {
    imports: [
      {
        importId: String(seed),
        fileName: "",
        sheetName: null,
        sheetIndex: 0,
        batch: 1,
        mode: "append",
        fileSha256: "",
        planSha256: "",
        entity: "orders",
        rowsRead: rowCount,
        rowsKept: rowCount,
        rowsStored: rowCount,
        rowsReplaced: 0,
        importedAtMs: 0,
      },
    ],
    expectedRevision: revision,
    batchBytes: 512 * 1024,
    faultPoint: (name) => {
      if (name !== stopAt) return;
      self.postMessage(`stopped ${name}`);
      return new Promise<void>(() => undefined);
    },
  });
  self.postMessage(result.ok ? "stored" : result.error.code);
};
