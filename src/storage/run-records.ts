import { parseKeptRuns, withRun, type KeptRun, type RunRecord } from "../domain/run-record";
import { err, ok, type Result } from "../kernel/base/result";
import { classify, type StorageError } from "./errors";
import { META, RUNS_KEY } from "./layout";
import { storedManifest } from "./manifest-record";
import { get, put, type Body } from "./transaction";
import type { Workspace } from "./workspace";

/** What earlier runs left behind; none where they cannot be read. They lie with the imported data and go with them. */
export async function readRuns(
  workspace: Workspace,
): Promise<Result<readonly KeptRun[], StorageError>> {
  try {
    return ok(await workspace.data.read(storedRuns));
  } catch (error) {
    return err(classify(error, { step: "runs" }));
  }
}

/** Keeps a run in the place of an earlier one of its generation; one of a generation that is no longer current is let go. */
export async function keepRun(
  workspace: Workspace,
  question: string,
  record: RunRecord,
): Promise<Result<null, StorageError>> {
  try {
    await workspace.data.write(function* (): Body<void> {
      const manifest = yield* storedManifest();
      if (manifest?.generation !== record.generation) return;
      const kept = withRun(yield* storedRuns(), question, record);
      yield* put(META, RUNS_KEY, JSON.stringify(kept));
    });
    return ok(null);
  } catch (error) {
    return err(classify(error, { step: "runs" }));
  }
}

function* storedRuns(): Body<readonly KeptRun[]> {
  const text = yield* get(META, RUNS_KEY);
  if (typeof text !== "string") return [];
  try {
    return parseKeptRuns(JSON.parse(text));
  } catch {
    // Without them nothing is compared; the next run is kept afresh.
    return [];
  }
}
