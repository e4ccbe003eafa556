import { defineConfig } from "@playwright/test";
import { CHROMIUM_ARGS, findChromium } from "./scripts/lib/browsers.mjs";
import { APP_URL, SINKHOLE_PORT } from "./tests/e2e/support/addresses";

// Whatever name is looked up, the sinkhole answers: nothing can leave unseen. The names that Chromium itself asks for, app or
// no app, are not found: a connection of its own that it drops without a byte could not be told from one of the page.
const RESOLVER_RULES = [
  ...["google.com", "googleapis.com", "gvt1.com"].flatMap((host) => [
    `MAP ${host} ~NOTFOUND`,
    `MAP *.${host} ~NOTFOUND`,
  ]),
  `MAP * 127.0.0.1:${SINKHOLE_PORT}`,
  "EXCLUDE localhost",
];

const executablePath = findChromium();

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  globalSetup: "tests/e2e/support/global-setup.ts",
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  // Generous: a machine that does other work beside this is slow, not wrong.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  workers: 2,
  use: {
    baseURL: APP_URL,
    browserName: "chromium",
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1366, height: 768 },
    trace: "off",
    launchOptions: {
      args: [...CHROMIUM_ARGS, `--host-resolver-rules=${RESOLVER_RULES.join(", ")}`],
      ...(executablePath === null ? {} : { executablePath }),
    },
  },
});
