// Pictures of every page of the built app: node scripts/screenshots.mjs --out FOLDER [--data FILE]... [--only PATTERN] [--quick]
// Two sizes, two themes, three languages; the demo unless --data names files to import. --quick: light, zh-Hans only.
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { CHROMIUM_ARGS, findChromium } from "./lib/browsers.mjs";
import { listen, staticServer } from "./lib/static-server.mjs";

const { values: options } = parseArgs({
  options: {
    out: { type: "string" },
    data: { type: "string", multiple: true },
    only: { type: "string" },
    port: { type: "string", default: "4700" },
    quick: { type: "boolean", default: false },
  },
});
if (options.out === undefined) {
  console.error(
    "usage: node scripts/screenshots.mjs --out FOLDER [--data FILE]… [--only PATTERN] [--quick]",
  );
  process.exit(2);
}

const SIZES = { wide: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } };
const PAGES = [
  "today",
  "value",
  "value/grades",
  "value/core",
  "value/steadiness",
  "value/profit",
  "value/future",
  "value/renewals",
  "value/disagreement",
  "segments",
  "segments/behaviour",
  "segments/basket",
  "segments/compare",
  "segments/sources",
  "segments/attractiveness",
  "segments/own",
  "segments/menu",
  "lifecycle",
  "satisfaction",
  "satisfaction/rating",
  "lifecycle/flow",
  "lifecycle/relation",
  "lifecycle/change",
  "lifecycle/forecast",
  "lifecycle/next-order",
  "lifecycle/products",
  "satisfaction/index",
  "satisfaction/delivered",
  "satisfaction/drivers",
  "satisfaction/loyalty",
  "satisfaction/types",
  "satisfaction/history",
  "satisfaction/mouth",
  "satisfaction/silence",
  "customers",
  "customers/0",
  "feedback",
  "complaints",
  "complaints/causes",
  "complaints/after",
  "complaints/signals",
  "complaints/service",
  "complaints/cases",
  "complaints/rules",
  "churn",
  "churn/factors",
  "churn/why",
  "churn/warning",
  "churn/saving",
  "churn/less",
  "churn/worth",
  "churn/rules",
  "churn/back",
  "churn/credit",
  "churn/who",
  "data",
  "settings",
];
const LANGUAGES = options.quick ? ["zh-Hans"] : ["zh-Hans", "zh-Hant", "en"];
const THEMES = options.quick ? ["light"] : ["light", "dark"];

/** The analyses are done and the charts are drawn when the page says that nothing is busy. */
async function settled(page) {
  await page.waitForFunction(() => {
    const busy = document.querySelector(
      // A row of a period that is not over is called running too; only what reports is waited for.
      "[aria-busy=true], .skeleton, .running[role=status], .waiting, .loading",
    );
    return document.querySelector("main > *") !== null && busy === null;
  });
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

async function openData(page) {
  const chooser = page.locator("input[type=file]").first();
  await chooser.waitFor({ state: "attached" });
  if (options.data === undefined) {
    await page.locator(".door button").click();
  } else {
    await chooser.setInputFiles(options.data.map((file) => resolve(file)));
    await page.locator("button.primary:enabled").last().click({ timeout: 60_000 });
    await page.waitForFunction(() => document.querySelector(".tabs") !== null, null, {
      timeout: 120_000,
    });
  }
  await page.locator("nav a[href*=value]").first().waitFor({ state: "attached", timeout: 120_000 });
}

function prefer(language, theme) {
  return `localStorage.setItem("clientele.preferences", ${JSON.stringify(JSON.stringify({ language, theme, risingIsRed: false }))})`;
}

async function main() {
  const folder = resolve(options.out);
  mkdirSync(folder, { recursive: true });
  const server = staticServer(resolve("dist"));
  const address = `http://localhost:${await listen(server, Number(options.port))}/`;
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: CHROMIUM_ARGS,
    ...(executablePath ? { executablePath } : {}),
  });
  const problems = [];
  try {
    const context = await browser.newContext({ viewport: SIZES.wide, locale: "zh-CN" });
    const page = await context.newPage();
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type()))
        problems.push(`${page.url()} ${message.text()}`);
    });
    page.on("pageerror", (error) => problems.push(`${page.url()} ${error.stack ?? error.message}`));
    await page.goto(address);
    await page.locator("h1").waitFor();
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      await page.screenshot({ path: join(folder, `welcome-${size}.png`), fullPage: true });
    }
    await page.setViewportSize(SIZES.wide);
    await openData(page);
    for (const language of LANGUAGES) {
      for (const theme of THEMES) {
        await page.evaluate(prefer(language, theme));
        for (const name of PAGES) {
          const label = `${name.replace("/", "-")}-${language}-${theme}`;
          if (options.only !== undefined && !label.includes(options.only)) continue;
          for (const [size, viewport] of Object.entries(SIZES)) {
            await page.setViewportSize(viewport);
            await page.goto(`${address}#/${name}`);
            await page.reload();
            await settled(page);
            const overflow = await page.evaluate(
              () => document.documentElement.scrollWidth - innerWidth,
            );
            if (overflow > 0) problems.push(`${label}-${size}: ${overflow} px too wide`);
            await page.screenshot({ path: join(folder, `${label}-${size}.png`), fullPage: true });
          }
        }
      }
    }
  } finally {
    await browser.close();
    server.close();
  }
  for (const problem of new Set(problems)) console.log(problem);
  console.log(`${problems.length} problems; pictures in ${folder}`);
}

await main();
