// npm run screenshot: the picture of the README, from the built app with its demo data.
import { join } from "node:path";
import { chromium } from "playwright";
import { CHROMIUM_ARGS, findChromium } from "./lib/browsers.mjs";
import { DIST, ensureBuilt } from "./lib/built.mjs";
import { listen, staticServer } from "./lib/static-server.mjs";

ensureBuilt();
const server = staticServer(DIST);
const port = await listen(server, 4600);
const executablePath = findChromium();
const browser = await chromium.launch({
  args: CHROMIUM_ARGS,
  ...(executablePath === null ? {} : { executablePath }),
});
const page = await browser.newPage({
  viewport: { width: 1366, height: 900 },
  deviceScaleFactor: 1.5,
  locale: "zh-CN",
});
await page.goto(`http://localhost:${port}/`);
await page
  .getByRole("button", { name: /演示|示例|样例|试/ })
  .first()
  .click();
await page.locator("main figure svg, main svg[class^=plot]").first().waitFor({ timeout: 120_000 });
await page.waitForLoadState("networkidle");
await page.screenshot({ path: join(import.meta.dirname, "..", "docs", "screenshot.png") });
await browser.close();
server.closeAllConnections();
server.close();
