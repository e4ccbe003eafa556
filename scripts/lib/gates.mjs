// Every gate, once: `npm run check` runs them all, `npm run check -- lint types` some of them.

/** @type {import("./steps.mjs").Step[]} */
export const GATES = [
  { name: "lint", what: "ESLint: types, purity, bans, sizes, names", run: ["eslint", "."] },
  { name: "format", what: "Prettier", run: ["prettier", "--check", "--log-level=warn", "."] },
  {
    name: "layers",
    what: "who may import whom",
    run: ["depcruise", "--config", ".dependency-cruiser.cjs", "src"],
  },
  { name: "types", what: "tsc, page", run: ["tsc", "--noEmit", "-p", "tsconfig.json"] },
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
  {
    name: "unit",
    what: "unit, law, golden and contract tests",
    run: ["vitest", "run", "--project", "node"],
    counts: "vitest",
  },
];
