/** Measurements in a Node process of their own: time, and the most memory that all its threads held. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** @returns rows, importMs, scoresMs (or null), peakMb of the process, the engine itself included */
export async function measure(bundle, job, file, ...more) {
  const { stdout } = await run(process.execPath, [bundle, job, file, ...more], { maxBuffer: 1e6 });
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

/** Where scikit-learn is looked for: the Python of the path, and that of the distribution's packages. */
const PYTHONS = ["python3", "/usr/bin/python3"];

/** A script of Python on one thread. @returns what it prints as JSON; null where no Python has what it needs */
export async function measurePython(script, ...more) {
  for (const python of PYTHONS) {
    try {
      const env = { ...process.env, OMP_NUM_THREADS: "1" };
      const { stdout } = await run(python, [script, ...more], { maxBuffer: 1e6, env });
      return JSON.parse(stdout);
    } catch (error) {
      if (error.code !== "ENOENT" && !/ModuleNotFoundError/.test(error.stderr ?? "")) throw error;
    }
  }
  return null;
}
