import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// A gate that lets everything pass looks like a gate that finds nothing wrong. So each gate is shown a file that it
// must reject: the specimens are laid over a copy of the project, the gate runs, and it must fail and name the file.

const ROOT = join(import.meta.dirname, "..", "..");
const SPECIMENS = join(import.meta.dirname, "specimens");
const COPIED =
  /^(src|scripts|tests|[^/]+\.(json|ts|js|cjs)|\.prettier.*|\.dependency-cruiser\.cjs)$/;

interface Verdict {
  readonly exitCode: number | null;
  readonly output: string;
}

const copy = mkdtempSync(join(tmpdir(), "clientele-canary-"));

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

function run(tool: string, args: readonly string[]): Verdict {
  const isNode = tool === "node";
  const program = isNode ? process.execPath : join(copy, "node_modules", ".bin", tool);
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: copy,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", VITEST: "", VITEST_MODE: "" },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { exitCode: status, output: (stdout + stderr).replaceAll("\\", "/") };
}

/** Lays the specimens of a gate over the copy, runs the gate, and takes them away again. */
function judge(gate: string, run: (files: readonly string[]) => Verdict): Verdict {
  const files = listFiles(join(SPECIMENS, gate));
  const replaced = new Map<string, Buffer | null>();
  for (const file of files) {
    const target = join(copy, file);
    try {
      replaced.set(target, readFileSync(target));
    } catch {
      replaced.set(target, null);
    }
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(SPECIMENS, gate, file), target);
  }
  const verdict = run(files);
  for (const [target, before] of replaced) {
    if (before === null) rmSync(target);
    else writeFileSync(target, before);
  }
  return verdict;
}

/** The output from the first mention of a file to the next blank line: what the gate says about it. */
function saidAbout(output: string, file: string): string {
  return output
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.includes(file))
    .join("\n");
}

beforeAll(() => {
  for (const entry of readdirSync(ROOT)) {
    if (!COPIED.test(entry)) continue;
    cpSync(join(ROOT, entry), join(copy, entry), {
      recursive: true,
      filter: (path) => !path.includes(`${sep}specimens`),
    });
  }
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"), "junction");
});

afterAll(() => {
  rmSync(copy, { recursive: true });
});

const GATES: Readonly<Record<string, (files: readonly string[]) => Verdict>> = {
  lint: (files) => run("eslint", files),
  format: (files) => run("prettier", ["--check", ...files]),
  layers: (files) => run("depcruise", ["--config", ".dependency-cruiser.cjs", ...files]),
  types: () => run("tsc", ["--noEmit", "-p", "tsconfig.json"]),
  "types-worker": () => run("tsc", ["--noEmit", "-p", "tsconfig.worker.json"]),
  components: () =>
    run("svelte-check", [
      "--fail-on-warnings",
      "--tsconfig",
      "tsconfig.json",
      "--output",
      "machine",
    ]),
  unused: () => run("node", ["scripts/gates/unused.mjs"]),
  unit: (files) => run("vitest", ["run", "--project", "node", ...files]),
};

describe.each(Object.keys(GATES))("the gate %s", (gate) => {
  let verdict: Verdict;
  beforeAll(() => {
    verdict = judge(gate, (files) => GATES[gate]?.(files) ?? { exitCode: 0, output: "" });
  });

  it("fails on its specimens", () => {
    expect(verdict.exitCode).not.toBe(0);
  });

  it.each(listFiles(join(SPECIMENS, gate)).filter((file) => isBad(gate, file)))(
    "names %s",
    (file) => {
      const wanted =
        /expect: (\S+)/.exec(readFileSync(join(SPECIMENS, gate, file), "utf8"))?.[1] ?? "";
      const said = saidAbout(verdict.output, file);
      expect(said, verdict.output.slice(0, 2000)).toContain(file);
      expect(said).toContain(wanted);
    },
  );
});

/** A specimen that only helps another one says nothing about what to expect. */
function isBad(gate: string, file: string): boolean {
  if (gate !== "layers") return true;
  return readFileSync(join(SPECIMENS, gate, file), "utf8").includes("expect: ");
}

describe("the gate types", () => {
  it("rejects a locale that lacks a message, naming the file", () => {
    const file = "src/i18n/locales/en/ui.ts";
    const before = readFileSync(join(copy, file), "utf8");
    // The first message of the file goes missing.
    writeFileSync(join(copy, file), before.replace(/\n {2,}[\w"-]+: "[^"\n]*",/, ""));
    const { exitCode, output } = run("tsc", ["--noEmit", "-p", "tsconfig.json"]);
    writeFileSync(join(copy, file), before);
    expect(exitCode).not.toBe(0);
    expect(output).toMatch(/locales\/en/);
  });
});

describe("the gate packages", () => {
  const gate = (): Verdict => run("node", ["scripts/gates/packages.mjs", copy]);
  const change = (file: string, from: string | RegExp, to: string): Verdict => {
    const before = readFileSync(join(copy, file), "utf8");
    writeFileSync(join(copy, file), before.replace(from, to));
    const verdict = gate();
    writeFileSync(join(copy, file), before);
    return verdict;
  };

  it("rejects a lockfile that records addresses", () => {
    const { exitCode, output } = change(
      "package-lock.json",
      '"integrity"',
      '"resolved": "x", "integrity"',
    );
    expect([exitCode, output]).toEqual([1, expect.stringContaining("package-lock.json")]);
  });

  it("rejects a version that is not exact", () => {
    const { exitCode, output } = change("package.json", '"dexie": "', '"dexie": "^');
    expect([exitCode, output]).toEqual([1, expect.stringContaining("package.json: dexie ^")]);
  });

  it("rejects a run-time package that nobody decided on", () => {
    const { exitCode, output } = change(
      "package.json",
      '"dexie": "',
      '"left-pad": "1.0.0",\n"dexie": "',
    );
    expect([exitCode, output]).toEqual([1, expect.stringContaining("left-pad")]);
  });
});

/** Text that does not compress: a chain of digests. */
function incompressible(length: number): string {
  let text = "";
  let link = "canary";
  while (text.length < length) {
    link = createHash("sha256").update(link).digest("base64");
    text += link;
  }
  return text;
}

describe("the gate size", () => {
  it("rejects a chunk over budget, naming it", () => {
    const project = join(copy, "size-specimen");
    const budget = JSON.parse(
      readFileSync(join(copy, "scripts/gates/size-budget.json"), "utf8"),
    ) as { lazyChunkKiB: number; firstVisitKiB: number };
    const noise = incompressible(2 * budget.lazyChunkKiB * 1024);
    mkdirSync(join(project, "dist/assets"), { recursive: true });
    mkdirSync(join(project, ".cache"), { recursive: true });
    cpSync(join(copy, "scripts/gates"), join(project, "scripts/gates"), { recursive: true });
    writeFileSync(join(project, "dist/assets/lazy-canary.js"), noise);
    writeFileSync(join(project, "dist/assets/first-canary.js"), noise + noise);
    writeFileSync(
      join(project, ".cache/chunks.json"),
      JSON.stringify([
        {
          file: "assets/first-canary.js",
          isEntry: true,
          module: "src/main.ts",
          imports: [],
          css: [],
        },
        { file: "assets/lazy-canary.js", isEntry: false, module: null, imports: [], css: [] },
      ]),
    );
    const { exitCode, output } = run("node", ["scripts/gates/size.mjs", project]);
    expect(exitCode).toBe(1);
    expect(output).toContain("first-canary.js");
    expect(output).toContain("lazy-canary.js");
  });
});
