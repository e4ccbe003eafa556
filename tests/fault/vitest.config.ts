import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import "../../scripts/lib/node-20.mjs";

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: ["tests/fault/**/*.fault.ts"],
    globalSetup: ["tests/fault/support/global-setup.ts"],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 60_000,
    pool: "forks",
  },
});
