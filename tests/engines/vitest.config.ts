import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import "../../scripts/lib/node-20.mjs";

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: ["tests/engines/**/*.engine.ts"],
    globalSetup: ["tests/engines/support/global-setup.ts"],
    expect: { requireAssertions: true },
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 90_000,
    pool: "forks",
  },
});
