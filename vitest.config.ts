import { svelte } from "@sveltejs/vite-plugin-svelte";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import "./scripts/lib/node-20.mjs";
import { CHROMIUM_ARGS, findChromium } from "./scripts/lib/browsers.mjs";

const IN_BROWSER = ["src/**/*.{browser,svelte}.test.ts", "tests/browser/**/*.test.ts"];
const chromium = findChromium();

/**
 * node     pure code: unit, law, golden and contract tests
 * browser  what needs a real page or worker, in Chromium
 * canary   known-bad files that each gate must reject; by `npm run check`
 *
 * The fault suite has a configuration of its own, tests/fault/vitest.config.ts; `npm test` runs it.
 */
export default defineConfig({
  test: {
    passWithNoTests: true,
    expect: { requireAssertions: true },
    projects: [
      {
        test: {
          name: "node",
          environment: "node",
          include: ["src/**/*.test.ts", "scripts/**/*.test.ts", "tests/**/*.test.ts"],
          exclude: [...IN_BROWSER, "tests/{browser,canary,e2e,fault}/**", "**/node_modules/**"],
          setupFiles: ["tests/support/property-seed.ts"],
          expect: { requireAssertions: true },
          testTimeout: 30_000,
        },
      },
      {
        plugins: [svelte()],
        test: {
          name: "browser",
          include: IN_BROWSER,
          expect: { requireAssertions: true },
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                args: CHROMIUM_ARGS,
                ...(chromium === null ? {} : { executablePath: chromium }),
              },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
      {
        test: {
          name: "canary",
          environment: "node",
          include: ["tests/canary/*.test.ts"],
          expect: { requireAssertions: true },
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
