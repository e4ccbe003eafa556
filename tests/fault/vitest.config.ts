import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import "../../scripts/lib/node-20.mjs";

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: ["tests/fault/**/*.fault.ts"],
    globalSetup: ["tests/fault/support/global-setup.ts"],
    fileParallelism: false,
    // Hundreds of starts of a browser in one test of the long run.
    testTimeout: process.env["CLIENTELE_LONG"] === "1" ? 5_400_000 : 600_000,
    hookTimeout: 60_000,
    pool: "forks",
  },
});
