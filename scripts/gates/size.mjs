// Size of the built app against scripts/gates/size-budget.json; KiB after gzip, the precache unpacked.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { gzipSync } from "node:zlib";

const ROOT = resolve(process.argv[2] ?? join(import.meta.dirname, "..", ".."));
const DIST = join(ROOT, "dist");
const budget = JSON.parse(readFileSync(join(ROOT, "scripts/gates/size-budget.json"), "utf8"));
/** Lazy parts that the first page needs: the welcome page and the words of one language. */
const FIRST_PAGE = /^src\/(page\/pages\/(\w+\/)?Welcome\.svelte|i18n\/locales\/zh-Hans\.ts)$/;

const kib = (bytes) => bytes / 1024;
const gzipped = (file) => gzipSync(readFileSync(join(DIST, file)), { level: 9 }).byteLength;

if (!existsSync(join(ROOT, ".cache/chunks.json"))) {
  console.log(".cache/chunks.json is missing: run npm run build first");
  process.exit(1);
}
const chunks = JSON.parse(readFileSync(join(ROOT, ".cache/chunks.json"), "utf8"));
const byFile = new Map(chunks.map((chunk) => [chunk.file, chunk]));

/** A chunk and all that it imports at once. @param {string} file @param {Set<string>} into */
function closure(file, into) {
  if (into.has(file)) return into;
  into.add(file);
  const chunk = byFile.get(file);
  for (const style of chunk?.css ?? []) into.add(style);
  for (const other of chunk?.imports ?? []) closure(other, into);
  return into;
}

/** @type {Set<string>} */
const first = new Set();
for (const chunk of chunks) {
  if (chunk.isEntry || FIRST_PAGE.test(chunk.module ?? "")) closure(chunk.file, first);
}
const files = readdirSync(DIST, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(DIST, join(entry.parentPath, entry.name)).split(sep).join("/"));
const scripts = files.filter((file) => /^assets\/.*\.(js|css)$/.test(file));

const findings = [];
const check = (what, size, limit) => {
  if (size > limit) findings.push(`${what}: ${size.toFixed(1)} KiB, the budget is ${limit} KiB`);
};
const firstSize = kib([...first].reduce((sum, file) => sum + gzipped(file), 0));
check(`first visit (${[...first].join(", ")})`, firstSize, budget.firstVisitKiB);
for (const file of scripts) {
  const isWorker = /worker/.test(file) && !/workbox/.test(file);
  const limit = isWorker ? budget.workerKiB : budget.lazyChunkKiB;
  if (!first.has(file)) check(`dist/${file}`, kib(gzipped(file)), limit);
}
// Some 60 KiB an analysis, a third of it on the line. Fetched when nobody waits, so the budget grows with the analyses (raised
// from 4 to 5 MiB with the fiftieth); what it catches is a library or a table of data that came along unnoticed.
const precached = files.filter((file) => !/^(service-worker\.js|build-id\.txt|demo\/)/.test(file));
const total = kib(precached.reduce((sum, file) => sum + statSync(join(DIST, file)).size, 0));
check("dist/ (precache)", total, budget.precacheKiB);

console.log(`first visit ${firstSize.toFixed(1)} KiB, precache ${total.toFixed(0)} KiB`);
for (const finding of findings) console.log(finding);
process.exitCode = findings.length > 0 ? 1 : 0;
