// Installs the dependencies when they are missing or not those of the lockfile. Needs Node alone.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");
const OLDEST_NODE = [20, 19];

const readJson = (file) => JSON.parse(readFileSync(join(ROOT, file), "utf8"));

/** Whether node_modules holds the versions of the lockfile; optional packages of other platforms aside. */
function isInstalled() {
  if (!existsSync(join(ROOT, "node_modules", ".package-lock.json"))) return false;
  const wanted = readJson("package-lock.json").packages;
  const present = readJson("node_modules/.package-lock.json").packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || entry.link === true) return true;
    const found = present[path];
    if (found === undefined) {
      // npm leaves these out of an installation: other platforms, optional peers, remains of removed packages.
      return entry.optional === true || entry.peer === true || entry.extraneous === true;
    }
    return found.version === entry.version;
  });
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldMajor, oldMinor] = OLDEST_NODE;
  if (major > oldMajor || (major === oldMajor && minor >= oldMinor)) return;
  console.error(
    `Node ${process.versions.node} is too old: ${OLDEST_NODE.join(".")} or newer is needed.`,
  );
  process.exit(1);
}

/** Leaves with a sentence and exit 1 when the dependencies cannot be installed. */
export function ensureInstalled() {
  refuseOldNode();
  if (isInstalled()) return;
  console.log("Installing the dependencies (once, about half a minute) …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const run = spawnSync(
    npm,
    ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd: ROOT,
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    },
  );
  if (run.status === 0) return;
  console.error("The dependencies could not be installed (npm ci failed; see above).");
  process.exit(1);
}
