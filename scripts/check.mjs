// npm run check: everything but the browsers. `npm run check -- NAME…` runs some gates, in that order.
import { GATES } from "./lib/gates.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { runSteps, summarise } from "./lib/steps.mjs";

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !GATES.some((gate) => gate.name === name));
if (unknown.length > 0) {
  console.error(`no gate ${unknown.join(", ")}; there are: ${GATES.map((g) => g.name).join(", ")}`);
  process.exit(2);
}
ensureInstalled();
const gates = wanted.length === 0 ? GATES : GATES.filter((gate) => wanted.includes(gate.name));
summarise(await runSteps(gates));
