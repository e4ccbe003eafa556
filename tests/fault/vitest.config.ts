import { fileURLToPath } from "node:url";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { defineConfig } from "vitest/config";
import "../../scripts/lib/node-20.mjs";
import { STORE_NAMES, type StoreName } from "./support/store-names";

/** What takes longest begins first, so that no worker waits for the other at the end. */
const LONGEST_FIRST = ["kill", "torn-copy", "two-tabs", "storage-damage", "older-build"];

class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const found = LONGEST_FIRST.findIndex((name) => moduleId.endsWith(`/${name}.fault.ts`));
      return found < 0 ? LONGEST_FIRST.length : found;
    };
    return Promise.resolve(files.toSorted((a, b) => rank(a) - rank(b)));
  }
}

const isLong = process.env["CLIENTELE_LONG"] === "1";

function project(name: string, folders: readonly string[], store: StoreName | null) {
  return {
    test: {
      name,
      include: folders.map((folder) => `tests/fault/${folder}/*.fault.ts`),
      provide: { store },
      expect: { requireAssertions: true },
      pool: "forks" as const,
      // Hundreds of starts of a browser in one test of the long run.
      testTimeout: isLong ? 5_400_000 : 600_000,
      hookTimeout: 60_000,
    },
  };
}

/** Chromium has two stores: what concerns the engine alone is tested beside the first of them. */
const FOLDERS: Readonly<Record<StoreName, readonly string[]>> = {
  "Chromium LevelDB": ["browser", "chromium", "engine"],
  "Chromium SQLite": ["browser", "chromium"],
  Firefox: ["browser", "engine"],
  WebKitGTK: ["browser", "engine"],
};

/** One project for Node and one for each way to keep IndexedDB on disk; two files of any of them run side by side. */
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    globalSetup: ["tests/fault/support/global-setup.ts"],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      project("Node", ["node"], null),
      ...STORE_NAMES.map((name) => project(name, FOLDERS[name], name)),
    ],
  },
});
