import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { build } from "vite";
import type { TestProject } from "vitest/node";
import { findWebKit } from "../../../scripts/lib/browsers.mjs";
import type { StoreName } from "./store-names";

declare module "vitest" {
  interface ProvidedContext {
    harnessDirectory: string;
    tallyFile: string;
    /** Variables that let a program draw where nobody sees it; none without WebKitGTK. */
    display: Readonly<Record<string, string>>;
    /** Null in the project of Node. */
    store: StoreName | null;
  }
}

interface Display {
  readonly variables: Readonly<Record<string, string>>;
  close(): void;
}

/** A display for all the WebKitGTK processes of the run. */
async function openDisplay(xvfbRun: string): Promise<Display> {
  const script = 'echo "$DISPLAY $XAUTHORITY"; read -r _';
  const child = spawn(xvfbRun, ["-a", "sh", "-c", script], { stdio: ["pipe", "pipe", "ignore"] });
  const line = await new Promise<string>((resolve) => {
    createInterface(child.stdout).once("line", resolve);
  });
  const [display = "", authority = ""] = line.split(" ");
  return {
    variables: { DISPLAY: display, XAUTHORITY: authority },
    close: () => child.stdin.end(),
  };
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
    // as in the app: a worker is a module
    worker: { format: "es" },
    build: {
      outDir: path.join(directory, "harness"),
      emptyOutDir: true,
      target: "es2023",
      minify: false,
    },
  });
  const webKit = findWebKit();
  const display = webKit === null ? null : await openDisplay(webKit.display);
  project.provide("harnessDirectory", path.join(directory, "harness"));
  project.provide("tallyFile", tallyFile);
  project.provide("display", display === null ? {} : display.variables);
  return () => {
    display?.close();
    const lines = readFileSync(tallyFile, "utf8").split("\n").filter(Boolean).toSorted();
    process.stdout.write(`\nfault injection\n${lines.join("\n")}\n`);
    rmSync(directory, { recursive: true, force: true });
  };
}
