// npm test: everything. `npm run check`, then Chromium, the built app end to end, and the fault suite.
import { createServer } from "node:net";
import { findChromium, findFirefox, findWebKitDriver, findXvfb } from "./lib/browsers.mjs";
import { ensureChromium } from "./lib/chromium.mjs";
import { BROWSER_SUITES, GATES } from "./lib/gates.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { runSteps, summarise } from "./lib/steps.mjs";

/** Three free ports in a row for the end-to-end tests. */
async function freePorts() {
  const isFree = (port) =>
    new Promise((resolve) => {
      const server = createServer();
      server.once("error", () => resolve(false));
      server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
    });
  for (let first = 4610; first < 4910; first += 3) {
    const free = await Promise.all([first, first + 1, first + 2].map(isFree));
    if (free.every(Boolean)) return String(first);
  }
  return "4610";
}

ensureInstalled();
const leftOut = [];
const hasChromium = await ensureChromium();
const firefox = findFirefox();
const webkit = findXvfb() === null ? null : findWebKitDriver();
if (firefox === null)
  leftOut.push("Firefox parts of the fault suite (no firefox-esr or firefox found)");
if (webkit === null) {
  leftOut.push("WebKitGTK parts of the fault suite (no WebKitWebDriver with xvfb-run found)");
}
const env = {
  CLIENTELE_E2E_PORT: await freePorts(),
  ...(findChromium() === null ? {} : { CHROMIUM_PATH: findChromium() }),
  ...(firefox === null ? {} : { FIREFOX_PATH: firefox }),
};
const suites = BROWSER_SUITES.map((suite) => ({ ...suite, env }));
const outcomes = await runSteps(hasChromium ? [...GATES, ...suites] : GATES);
if (!hasChromium) {
  // Browser tests that could not run are failures, not omissions.
  for (const step of suites) {
    console.log(`FAIL  ${step.name.padEnd(12)} no Chromium: set CLIENTELE_CHROMIUM to its program`);
    outcomes.push({ step, ok: false, passed: 0, failed: 1, elapsedMs: 0 });
  }
}
summarise(outcomes, leftOut);
