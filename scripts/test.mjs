// npm test: everything. `npm run check`, then the browser suites: Chromium, end to end, three engines, faults.
import { createServer } from "node:net";
import { BROWSER_SUITES, GATES } from "./lib/gates.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { ensureBrowsers } from "./lib/set-up-browsers.mjs";
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
const { hasChromium, missing } = await ensureBrowsers();
const env = { CLIENTELE_E2E_PORT: await freePorts() };
const suites = BROWSER_SUITES.map((suite) => ({ ...suite, env }));
const outcomes = await runSteps(hasChromium ? [...GATES, ...suites] : GATES);
if (!hasChromium) {
  // Browser tests that could not run are failures, not omissions.
  for (const step of suites) {
    console.log(`FAIL  ${step.name.padEnd(12)} no Chromium: set CLIENTELE_CHROMIUM to its program`);
    outcomes.push({ step, ok: false, passed: 0, failed: 1, skipped: 0, elapsedMs: 0 });
  }
}
summarise(outcomes, missing);
