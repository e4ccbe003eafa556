// Builds dist/ when it is missing or older than its sources; by content, so a fresh clone needs no luck with clocks.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sourceBuildId } from "./build-id.mjs";

const ROOT = join(import.meta.dirname, "..", "..");
export const DIST = join(ROOT, "dist");

function isBuilt() {
  const stamp = join(DIST, "build-id.txt");
  if (!existsSync(join(ROOT, ".cache", "chunks.json"))) return false;
  if (!existsSync(stamp) || !existsSync(join(DIST, "index.html"))) return false;
  return readFileSync(stamp, "utf8").trim() === sourceBuildId(ROOT);
}

/** Leaves with a sentence and exit 1 when the build fails. */
export function ensureBuilt() {
  if (isBuilt()) return;
  console.log("Building …");
  const vite = join(ROOT, "node_modules", "vite", "bin", "vite.js");
  const run = spawnSync(process.execPath, [vite, "build", "--logLevel", "error"], {
    cwd: ROOT,
    // A test runner that asks for the build says "test" here, and the page would register no service worker.
    env: { ...process.env, NODE_ENV: "production", VITE_CONFIG_NATIVE_IGNORE_WARNING: "true" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (run.status === 0) return;
  console.error("The build failed; see above.");
  process.exit(1);
}
