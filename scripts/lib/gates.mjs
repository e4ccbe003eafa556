// Every gate, once: `npm run check` runs them all, `npm run check -- lint types` some of them.

/** @typedef {import("./steps.mjs").Step} Step */

/** @type {readonly Step[]} */
export const GATES = [
  {
    name: "packages",
    what: "exact versions, no addresses, allowlist",
    run: ["node", "scripts/gates/packages.mjs"],
  },
  { name: "lint", what: "ESLint: types, purity, bans, sizes, names", run: ["eslint", "."] },
  {
    name: "types",
    what: "tsc, page",
    run: ["tsc", "--noEmit", "-p", "tsconfig.json"],
  },
  {
    name: "types-worker",
    what: "tsc, workers",
    run: ["tsc", "--noEmit", "-p", "tsconfig.worker.json"],
  },
  {
    name: "components",
    what: "svelte-check",
    run: [
      "svelte-check",
      "--fail-on-warnings",
      "--tsconfig",
      "tsconfig.json",
      "--output",
      "machine",
    ],
  },
  { name: "format", what: "Prettier", run: ["prettier", "--check", "--log-level=warn", "."] },
  {
    name: "layers",
    what: "who may import whom",
    run: ["depcruise", "--config", ".dependency-cruiser.cjs", "src"],
  },
  {
    name: "unused",
    what: "files and exports that nobody uses",
    run: ["node", "scripts/gates/unused.mjs"],
  },
  {
    name: "unit",
    what: "unit, law, golden, contract and docs tests",
    run: ["vitest", "run", "--project", "node"],
    counts: "vitest",
  },
  {
    name: "canary",
    what: "each gate rejects its own known-bad file",
    run: ["vitest", "run", "--project", "canary"],
    counts: "vitest",
  },
  { name: "build", what: "dist/", run: ["node", "scripts/build.mjs"] },
  {
    name: "size",
    what: "budgets of scripts/gates/size-budget.json",
    run: ["node", "scripts/gates/size.mjs"],
    after: "build",
  },
];

/** What needs browsers, or minutes. @type {readonly Step[]} */
export const BROWSER_SUITES = [
  {
    name: "browser",
    what: "components, rune classes and workers in Chromium",
    run: ["vitest", "run", "--project", "browser"],
    counts: "vitest",
    alone: true,
  },
  {
    name: "e2e",
    what: "the built app, end to end, beside a sinkhole",
    run: ["playwright", "test"],
    counts: "playwright",
    alone: true,
  },
  {
    name: "engines",
    what: "import, store, analyse, reload, offline in three engines",
    run: ["vitest", "run", "--config", "tests/engines/vitest.config.ts"],
    counts: "vitest",
    alone: true,
  },
  {
    name: "fault",
    what: "kills, quota, damage, two tabs, clocks, in three engines",
    run: ["vitest", "run", "--config", "tests/fault/vitest.config.ts"],
    counts: "vitest",
    alone: true,
  },
];

/** `npm run test:long`: the same experiments, more often. @type {readonly Step[]} */
export const LONG_SUITES = [
  {
    name: "fault-long",
    what: "the fault suite with the counts of a night",
    run: ["vitest", "run", "--config", "tests/fault/vitest.config.ts"],
    counts: "vitest",
    env: { CLIENTELE_LONG: "1" },
    alone: true,
  },
  {
    name: "hostile-long",
    what: "10,000 mutations of hostile files, the largest files",
    run: ["vitest", "run", "--project", "node", "tests/hostile"],
    counts: "vitest",
    env: { CLIENTELE_LONG: "1" },
    alone: true,
  },
];
