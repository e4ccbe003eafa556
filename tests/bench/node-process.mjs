/** Measurements in a Node process of their own: time, and the most memory that all its threads held. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** @returns rows, importMs, scoresMs (or null), peakMb of the process, the engine itself included */
export async function measure(bundle, job, file) {
  const { stdout } = await run(process.execPath, [bundle, job, file], { maxBuffer: 1e6 });
  return JSON.parse(stdout);
}

/** A script of R. @returns what it prints as JSON; null where there is no R with what it needs */
export async function measureR(script, file) {
  try {
    const { stdout } = await run("Rscript", ["--vanilla", script, file], { maxBuffer: 1e6 });
    return JSON.parse(stdout);
  } catch (error) {
    if (error.code === "ENOENT" || /no package called/.test(error.stderr ?? "")) return null;
    throw error;
  }
}
