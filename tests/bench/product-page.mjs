/** The product as a visitor uses it, timed inside the page. */

/** What is on screen when the overview answers the newest question: the page marks it so. */
const READY = '[data-analysis="overview"][data-status="done"]';

/** Runs in the page before its own code: notes when a file is chosen and presses the import button as soon as it can be pressed. */
function watch(ready) {
  window.bench = { startMs: 0, readyMs: 0 };
  addEventListener(
    "change",
    (event) => {
      if (event.target instanceof HTMLInputElement && event.target.type === "file")
        window.bench.startMs = performance.now();
    },
    true,
  );
  const look = () => {
    const button = document.querySelector("[data-action='store']");
    if (button instanceof HTMLButtonElement && !button.disabled) button.click();
    const link = document.querySelector("[data-action='open-today']");
    if (link instanceof HTMLElement) link.click();
    // Painted: the frame after the one in which the figures were put into the page.
    if (window.bench.readyMs === 0 && document.querySelector(ready) !== null) {
      requestAnimationFrame(() =>
        requestAnimationFrame(() => (window.bench.readyMs ||= performance.now())),
      );
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
  await page.addInitScript(watch, READY);
  await page.goto(setting.product);
  await page.locator("input[type=file]").first().setInputFiles(setting.orders);
  const end = await readyMs(page);
  const start = await page.evaluate(() => window.bench.startMs);
  return { browser, page, elapsedMs: end - start };
}

/** A new tab on the stored data, from navigation to the painted overview. */
export async function openStored({ browser }, setting) {
  const page = await browser.context.newPage();
  await page.addInitScript(watch, READY);
  await page.goto(`${setting.product}#/today`);
  const elapsedMs = await readyMs(page);
  await page.close();
  return elapsedMs;
}

/** Grades and scores computed anew by the product's worker, nothing remembered. */
export async function scoresOnce({ page }) {
  return page.evaluate(() => window.clienteleBench.scores());
}

/** The usual way, scaled to all rows. */
export async function storeAsRows(peerPage, setting, sample) {
  const { browser, page } = await peerPage(setting);
  const elapsedMs = await page.evaluate((rows) => window.peers.dexieRows(rows), sample);
  await browser.close();
  return (elapsedMs * setting.rows) / sample;
}

/** Filters put into the address one after another; each until the overview answers it and two frames have passed. */
export async function changeFilters({ page }, count) {
  return page.evaluate(
    async ({ count, ready }) => {
      const regions = ["华东", "华南", "华北", "华中", "西南", "西北", "东北"];
      const longTaskMs = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) longTaskMs.push(entry.duration);
      }).observe({ type: "longtask" });
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const redrawMs = [];
      for (let i = 0; i < count; i++) {
        const region = regions[i % regions.length];
        const startMs = performance.now();
        location.hash = `#/today?${new URLSearchParams({ "f.orders.region": encodeURIComponent(region) })}`;
        const answered = () =>
          document.querySelector(ready)?.getAttribute("data-scope")?.includes(region);
        while (!answered()) await frame();
        await frame();
        redrawMs.push(performance.now() - startMs);
        await new Promise((resolve) => setTimeout(resolve, 120));
      }
      return { redrawMs, longTaskMs };
    },
    { count, ready: READY },
  );
}
