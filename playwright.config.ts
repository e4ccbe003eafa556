import { defineConfig } from "@playwright/test";
import { CHROMIUM_ARGS, findChromium } from "./scripts/lib/browsers.mjs";
import { APP_URL, SINKHOLE_PORT } from "./tests/e2e/support/addresses";

const executablePath = findChromium();

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  globalSetup: "tests/e2e/support/global-setup.ts",
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 2,
  use: {
    baseURL: APP_URL,
    browserName: "chromium",
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1366, height: 768 },
    trace: "off",
    launchOptions: {
      // Whatever name is looked up, the sinkhole answers: nothing can leave unseen.
      args: [
        ...CHROMIUM_ARGS,
        `--host-resolver-rules=MAP * 127.0.0.1:${SINKHOLE_PORT}, EXCLUDE localhost`,
      ],
      ...(executablePath === null ? {} : { executablePath }),
    },
  },
});
