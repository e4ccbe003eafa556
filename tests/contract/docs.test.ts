import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");

function documentsIn(folder: string): string[] {
  const path = join(ROOT, folder);
  if (!existsSync(path)) return [];
  const isTop = folder === ".";
  return readdirSync(path, { withFileTypes: true, recursive: !isTop })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

const DOCUMENTS = [".", "docs", "src", "tests"].flatMap(documentsIn);

/** Targets of the relative links of a document, without anchors. */
function linksOf(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => (match[1] ?? "").replace(/#.*$/, ""))
    .filter((target) => target !== "" && !/^[a-z]+:/.test(target));
}

describe("the documents", () => {
  it.each(DOCUMENTS)("%s links to things that exist", (document) => {
    const text = readFileSync(join(ROOT, document), "utf8");
    const broken = linksOf(text)
      .map((target) => relative(ROOT, join(ROOT, dirname(document), target)))
      .filter((target) => !existsSync(join(ROOT, target)));
    expect(broken).toEqual([]);
  });

  it("draw in ARCHITECTURE.md the tree as it is", () => {
    const text = readFileSync(join(ROOT, "ARCHITECTURE.md"), "utf8");
    const tree = /## The tree\s+```\n([\s\S]*?)```/.exec(text)?.[1] ?? "";
    const drawn = tree.split("\n").flatMap((line) => /^\S+/.exec(line)?.[0] ?? []);
    expect(drawn.length).toBeGreaterThan(20);
    expect(drawn.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    const folders = readdirSync(join(ROOT, "src"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `src/${entry.name}`);
    const missing = folders.filter((folder) => !drawn.some((path) => path.startsWith(folder)));
    expect(missing, "folders of src that are not in the tree").toEqual([]);
  });

  it("name in CONTRIBUTING.md every gate", async () => {
    const { BROWSER_SUITES, GATES } = await import("../../scripts/lib/gates.mjs");
    const text = readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8");
    const unnamed = [...GATES, ...BROWSER_SUITES].filter(
      ({ name }) => !text.includes(`\`${name}\``),
    );
    expect(unnamed).toEqual([]);
  });

  it("give a reason for every package that ships", () => {
    const adr = readFileSync(join(ROOT, "docs/adr/0001-dependencies-that-ship.md"), "utf8");
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    };
    expect(Object.keys(dependencies).filter((name) => !adr.includes(`\`${name}\``))).toEqual([]);
  });
});
