// npm run test:long: what takes minutes or hours, with the counts of the night instead of those of `npm test`.
import { LONG_SUITES } from "./lib/gates.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { runSteps, summarise } from "./lib/steps.mjs";

ensureInstalled();
summarise(await runSteps(LONG_SUITES));
