import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "vite";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    harnessDirectory: string;
    tallyFile: string;
  }
}

/** Builds the harness page once; prints the tally of all fault tests at the end. */
export default async function setup(project: TestProject): Promise<() => void> {
  const directory = mkdtempSync(path.join(tmpdir(), "clientele-fault-"));
  const tallyFile = path.join(directory, "tally.txt");
  writeFileSync(tallyFile, "");
  await build({
    root: path.join(import.meta.dirname, "../harness"),
    configFile: false,
    logLevel: "warn",
    build: {
      outDir: path.join(directory, "harness"),
      emptyOutDir: true,
      target: "es2023",
      minify: false,
    },
  });
  project.provide("harnessDirectory", path.join(directory, "harness"));
  project.provide("tallyFile", tallyFile);
  return () => {
    process.stdout.write(`\nfault injection\n${readFileSync(tallyFile, "utf8")}\n`);
    rmSync(directory, { recursive: true, force: true });
  };
}
