/** The product as a visitor uses it, timed inside the page. */

/**
 * Runs in the page before its own code: notes when a file is chosen, presses the buttons that a visitor would press as soon
 * as they can be pressed, and notes the frame after the overview's answer and charts are in the page.
 */
function watch() {
  const bench = { startMs: 0, answers: 0, readyMs: 0 };
  window.bench = bench;
  addEventListener(
    "change",
    (event) => {
      if (event.target instanceof HTMLInputElement && event.target.type === "file")
        bench.startMs = performance.now();
    },
    true,
  );
  new PerformanceObserver((list) => {
    bench.answers += list.getEntriesByName("clientele:overview").length;
  }).observe({ type: "mark", buffered: true });
  const press = (selector, words) => {
    const found = [...document.querySelectorAll(selector)].find((element) =>
      words.test(element.textContent.trim()),
    );
    if (found !== undefined && !found.disabled) found.click();
  };
  const look = () => {
    press("button", /^导入\s?[\d,]+\s?行/);
    press("a", /^看今日$/);
    if (bench.answers > 0 && document.querySelectorAll(".canvas svg").length >= 2) {
      // The last look: searching the page in every frame would cost what is measured afterwards.
      requestAnimationFrame(() => {
        bench.readyMs = performance.now();
      });
      return;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function readyMs(page) {
  await page.waitForFunction(() => window.bench.readyMs > 0, undefined, {
    timeout: 180_000,
    polling: 50,
  });
  return page.evaluate(() => window.bench.readyMs);
}

/** First visit, the orders chosen, imported, overview painted. */
export async function openWithImport(setting) {
  const browser = await setting.launch();
  const page = await browser.context.newPage();
  page.on("pageerror", (error) => console.error(`page: ${error.message}`));
  await page.addInitScript(watch);
  await page.goto(setting.product);
  await page.locator("input[type=file]").first().setInputFiles(setting.orders);
  const end = await readyMs(page);
  const start = await page.evaluate(() => window.bench.startMs);
  return { browser, page, elapsedMs: end - start };
}

/** A new tab on the stored data, from navigation to the painted overview. */
export async function openStored({ browser }, setting) {
  const page = await browser.context.newPage();
  await page.addInitScript(watch);
  await page.goto(`${setting.product}#/today`);
  const elapsedMs = await readyMs(page);
  await page.close();
  return elapsedMs;
}

/** Grades and scores by the product's own code in the peers' page, nothing remembered. */
export function scoresOnce(page) {
  return page.evaluate(() => window.peers.ourScores());
}

/** The usual way, scaled to all rows. */
export async function storeAsRows(peerPage, setting, sample) {
  const { browser, page } = await peerPage(setting);
  const elapsedMs = await page.evaluate((rows) => window.peers.dexieRows(rows), sample);
  await browser.close();
  return (elapsedMs * setting.rows) / sample;
}

/** Filters put into the address one after another; each until every chart of the overview is drawn anew and painted. */
export async function changeFilters({ page }, count) {
  return page.evaluate(async (count) => {
    const regions = ["华东", "华南", "华北", "华中", "西南", "西北", "东北"];
    const longTaskMs = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) longTaskMs.push(entry.duration);
    }).observe({ type: "longtask" });
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const charts = () => [...document.querySelectorAll(".canvas svg")];
    const redrawMs = [];
    for (let i = 0; i < count; i++) {
      const { answers } = window.bench;
      const before = new Set(charts());
      const startMs = performance.now();
      location.hash = `#/today?${new URLSearchParams({ "f.customers.region": encodeURIComponent(regions[i % regions.length]) })}`;
      while (window.bench.answers === answers || charts().some((chart) => before.has(chart)))
        await frame();
      await frame();
      redrawMs.push(performance.now() - startMs);
      await new Promise((resolve) => setTimeout(resolve, 120));
    }
    return { redrawMs, longTaskMs };
  }, count);
}
