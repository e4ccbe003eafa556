// Runs one analysis on files, without a browser: the very same ingest and compute. `--help` says how.
// Node cannot read the TypeScript sources, so they are bundled once for each state of the sources and kept.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { sourceBuildId } from "./lib/build-id.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const own = createHash("sha256");
for (const file of ["call.ts", "main.ts", "tables.ts"]) {
  own.update(readFileSync(join(root, "scripts", "analyze", file)));
}
const cache = join(root, "node_modules", ".cache", "analyze");
const kept = join(cache, `${sourceBuildId(root)}-${own.digest("hex").slice(0, 12)}`);
if (!existsSync(kept)) await bundle();
const { main } = await import(pathToFileURL(join(kept, "main.js")).href);
process.exitCode = await main(process.argv.slice(2), process);

async function bundle() {
  const { build } = await import("vite");
  const fresh = `${kept}.${process.pid}`;
  mkdirSync(cache, { recursive: true });
  // Bundles of older sources; one that is being written (it has a dot) is left alone.
  for (const name of readdirSync(cache)) {
    if (!name.includes(".")) rmSync(join(cache, name), { recursive: true, force: true });
  }
  await build({
    configFile: false,
    root,
    logLevel: "error",
    publicDir: false,
    build: { ssr: "scripts/analyze/main.ts", outDir: fresh, emptyOutDir: true, minify: false },
  });
  // Whole or not at all; another call may have been quicker.
  if (existsSync(kept)) rmSync(fresh, { recursive: true, force: true });
  else renameSync(fresh, kept);
}
