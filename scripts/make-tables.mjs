// npm run make:demo, npm run make:templates: writes the spreadsheets that are generated from code into public/.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runnerImport } from "vite";

const root = join(import.meta.dirname, "..");
const wanted = process.argv[2];
const { module } = await runnerImport(join(root, "scripts/lib/made-tables.ts"), {
  root,
  configFile: false,
  logLevel: "error",
});
const makers = { demo: module.demoWorkbooks, templates: module.templates };
if (!(wanted in makers)) {
  console.error(`make what? One of: ${Object.keys(makers).join(", ")}`);
  process.exit(2);
}
for (const { path, bytes } of makers[wanted]()) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), bytes);
  console.log(`${path}  ${bytes.length} bytes`);
}
