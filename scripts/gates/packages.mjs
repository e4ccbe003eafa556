// The lockfile records no address, versions are exact, and what ships is what was decided to ship.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(process.argv[2] ?? join(import.meta.dirname, "..", ".."));
const EXACT = /^(\d+\.\d+\.\d+(-[\w.]+)?|\$[\w-]+)$/;
/** Run-time packages; each has its reason in docs/adr/0001-dependencies-that-ship.md. */
const SHIPPED = [
  "@observablehq/plot",
  "dexie",
  "papaparse",
  "pinyin-pro",
  "workbox-precaching",
  "workbox-window",
];

const readJson = (file) => JSON.parse(readFileSync(join(ROOT, file), "utf8"));
const findings = [];
const lock = readFileSync(join(ROOT, "package-lock.json"), "utf8");
if (lock.includes('"resolved"')) findings.push("package-lock.json: records download addresses");

const { dependencies = {}, devDependencies = {}, overrides = {} } = readJson("package.json");
for (const [name, version] of Object.entries({
  ...dependencies,
  ...devDependencies,
  ...overrides,
})) {
  if (!EXACT.test(version))
    findings.push(`package.json: ${name} ${version} is not an exact version`);
}
const shipped = Object.keys(dependencies).sort();
for (const name of shipped) {
  if (!SHIPPED.includes(name)) findings.push(`package.json: ${name} ships but was not decided on`);
}
for (const name of SHIPPED) {
  if (!shipped.includes(name))
    findings.push(`package.json: ${name} is in the list but not installed`);
}
for (const [path, entry] of Object.entries(JSON.parse(lock).packages)) {
  if (path !== "" && !entry.integrity && !entry.link && !entry.inBundle) {
    findings.push(`package-lock.json: ${path} has no integrity`);
  }
}
for (const finding of findings) console.log(finding);
process.exitCode = findings.length > 0 ? 1 : 0;
