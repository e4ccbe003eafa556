// The benchmarks of the product against peers: `npm run bench`, or `npm run bench -- B4` for some of them.
// Every figure is a ratio measured in one run, the two sides in turn; absolute times say little on a shared machine.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, stat, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build as viteBuild } from "vite";
import { makeOrders } from "./make-orders.mjs";
import { BENCHES } from "./benches.mjs";
import { serveFolder } from "./static-server.mjs";
import { launchChromium } from "./browser.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const cache = join(root, ".cache");
const wanted = process.argv.slice(2).map((name) => name.toUpperCase());
const PAIRS = Number(process.env.BENCH_PAIRS ?? 5);
const ROWS = 1_000_000;
const CUSTOMERS = 100_000;

/** The product and the peers' page, so that both are what a visitor would load; and what runs in Node. */
async function build() {
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const quiet = ["--logLevel", "error"];
  execFileSync(process.execPath, [vite, "build", ...quiet], { cwd: root, stdio: "inherit" });
  const peers = ["build", "-c", "tests/bench/harness/vite.config.ts", ...quiet];
  execFileSync(process.execPath, [vite, ...peers], { cwd: root, stdio: "inherit" });
  await viteBuild({
    configFile: false,
    root,
    logLevel: "error",
    publicDir: false,
    build: {
      ssr: "tests/bench/harness/node-bench.ts",
      outDir: ".cache/bench-node",
      emptyOutDir: true,
      minify: false,
    },
  });
}

function row(bench, result) {
  const cell = (spread) => (spread === undefined ? "—" : bench.unit(spread));
  const verdict = result.value <= bench.goal ? "reached" : "NOT reached";
  return [
    bench.id,
    cell(result.ours),
    cell(result.peer),
    bench.format(result.value),
    `≤ ${bench.format(bench.goal)}`,
    verdict,
    result.note ?? "",
  ];
}

function print(rows) {
  const header = ["id", "ours (median, min–max)", "peer", "figure", "goal", "", "note"];
  const all = [header, ...rows];
  const widths = header.map((_, i) => Math.max(...all.map((cells) => cells[i].length)));
  for (const cells of all) console.log(cells.map((cell, i) => cell.padEnd(widths[i])).join("  "));
}

await mkdir(cache, { recursive: true });
const orders = join(cache, "orders-1m.csv");
if (!existsSync(orders)) await makeOrders(orders, ROWS, CUSTOMERS);
await build();
const product = await serveFolder(join(root, "dist"));
const peers = await serveFolder(join(cache, "bench"));
const setting = {
  product: product.url,
  peers: peers.url,
  orders,
  rows: ROWS,
  pairs: PAIRS,
  dist: join(root, "dist"),
  cache,
  nodeBundle: join(cache, "bench-node", "node-bench.js"),
  launch: launchChromium,
};
const results = [];
for (const bench of BENCHES) {
  if (wanted.length > 0 && !wanted.includes(bench.id)) continue;
  console.error(`${bench.id}: ${bench.what}`);
  results.push({ bench, result: await bench.run(setting) });
}
product.close();
peers.close();
const megabytes = ((await stat(orders)).size / 1e6).toFixed(0);
console.log(
  `\n${cpus().length} cores, ${PAIRS} pairs each, ${ROWS.toLocaleString("en")} orders × 10 columns, ${megabytes} MB\n`,
);
print(results.map(({ bench, result }) => row(bench, result)));
const json = results.map(({ bench, result }) => ({
  id: bench.id,
  what: bench.what,
  goal: bench.goal,
  ...result,
}));
await writeFile(join(cache, "bench.json"), JSON.stringify(json, null, 1));
