/** Measurements in a Node process of their own: time, and the most memory that all its threads held. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** @returns rows, importMs, scoresMs (or null), peakMb of the process, the engine itself included */
export async function measure(bundle, job, file) {
  const { stdout } = await run(process.execPath, [bundle, job, file], { maxBuffer: 1e6 });
  return JSON.parse(stdout);
}
