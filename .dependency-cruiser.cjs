// The layers of ARCHITECTURE.md as rules: who may import whom. A folder may import what its row names,
// and itself. dependency-cruiser sees no import.meta.glob and no `new Worker`, so the rules go by folder.

const TEST = "\\.test\\.ts$";
const ALL = (folder) => `^src/${folder}/`;
const BASE = ALL("kernel/base");
const KERNEL = ALL("kernel");
const DOMAIN = ALL("domain");
const MEASURES = ALL("measures");
const DEFINE = "^src/analyses/define\\.ts$";
const SPECS = ["^src/analyses/[^/]+/spec\\.ts$", "^src/analyses/(index|params)\\.ts$", DEFINE];
const RESULT_TYPES = "^src/analyses/[^/]+/(result|compute)\\.ts$";
const COLUMN_PARAMS = "^src/analyses/column-params\\.ts$";
const CHURN_PARAMS = "^src/analyses/churn-params\\.ts$";
const I18N = ALL("i18n");
const UI = ALL("page/ui");
const CHARTS = ALL("page/charts");
const PLAN = "^src/ingest/plan\\.ts$";
const QUERY_TYPES =
  "^src/queries/(types|case-types|saving-types|departure-types|segment-types)\\.ts$";
const PROTOCOL = "^src/workers/(protocol|call-error)\\.ts$";
const CLIENT = "^src/workers/(client|start|protocol|call-error)\\.ts$";
const ENCODERS = ["^src/export/[^/]+\\.ts$", ALL("export/encode")];
/** What of storage the page may hold: small records and the user's own work, never column chunks. */
const STORAGE_FOR_PAGE =
  "^src/storage/(?!chunks|chunk-keys|generation-pieces|generation-writer|codec)";

const LAYERS = [
  { name: "kernel-base", from: BASE, may: [] },
  { name: "kernel-table", from: ALL("kernel/table"), may: [BASE] },
  { name: "kernel-stats", from: ALL("kernel/stats"), may: [BASE] },
  { name: "kernel-learn", from: ALL("kernel/learn"), may: [BASE, ALL("kernel/stats")] },
  { name: "domain", from: DOMAIN, may: [KERNEL] },
  { name: "ingest", from: ALL("ingest"), may: [KERNEL, DOMAIN] },
  { name: "measures", from: MEASURES, may: [KERNEL, DOMAIN] },
  { name: "queries", from: ALL("queries"), may: [KERNEL, DOMAIN, MEASURES, ...SPECS, ...ENCODERS] },
  { name: "define", from: DEFINE, may: [KERNEL, DOMAIN] },
  { name: "churn-params", from: CHURN_PARAMS, may: [BASE, DOMAIN, DEFINE, COLUMN_PARAMS] },
  {
    name: "spec",
    from: "^src/analyses/[^/]+/spec\\.ts$",
    may: [BASE, DOMAIN, DEFINE, CHURN_PARAMS],
  },
  {
    name: "compute",
    from: "^src/analyses/([^/]+)/(?!messages/|spec\\.)[^/]+\\.ts$",
    fromNot: "/(view-model|chart|view|[^/]*-(view|chart|model))\\.ts$|\\.test\\.ts$",
    may: [KERNEL, DOMAIN, MEASURES, DEFINE, COLUMN_PARAMS, CHURN_PARAMS, "^src/analyses/$1/"],
  },
  {
    name: "view",
    from: "^src/analyses/([^/]+)/[^/]+\\.svelte$",
    may: [BASE, DOMAIN, DEFINE, COLUMN_PARAMS, UI, CHARTS, I18N, "^src/analyses/$1/"],
  },
  {
    name: "view-model",
    from: "^src/analyses/([^/]+)/[^/]*(view|chart|view-model)\\.ts$",
    may: [BASE, DOMAIN, DEFINE, UI, CHARTS, I18N, "^src/analyses/$1/"],
  },
  {
    name: "analysis-messages",
    from: "^src/analyses/([^/]+)/messages/",
    may: [BASE, DOMAIN, "^src/i18n/", "^src/analyses/$1/"],
  },
  { name: "storage", from: ALL("storage"), may: [KERNEL, DOMAIN] },
  { name: "protocol", from: PROTOCOL, may: [BASE, DOMAIN, ...SPECS, PLAN, QUERY_TYPES, PROTOCOL] },
  {
    name: "client",
    from: "^src/workers/(client|start)\\.ts$",
    may: [BASE, DOMAIN, ...SPECS, PLAN, QUERY_TYPES, PROTOCOL],
  },
  {
    name: "workers",
    from: ALL("workers"),
    may: [
      KERNEL,
      DOMAIN,
      MEASURES,
      ALL("ingest"),
      ALL("queries"),
      ALL("storage"),
      "^src/analyses/",
      ...ENCODERS,
    ],
  },
  { name: "export", from: ALL("export"), may: [KERNEL, DOMAIN, I18N] },
  {
    name: "i18n",
    from: I18N,
    may: [BASE, DOMAIN, PLAN, ALL("analyses/[^/]+/messages"), "^src/analyses/index\\.ts$"],
  },
  { name: "page-ui", from: UI, may: [BASE, I18N] },
  { name: "page-charts", from: CHARTS, may: [BASE, I18N, UI, ...ENCODERS] },
  {
    name: "page-state",
    from: ALL("page/state"),
    may: [
      BASE,
      DOMAIN,
      ...SPECS,
      RESULT_TYPES,
      PLAN,
      QUERY_TYPES,
      CLIENT,
      STORAGE_FOR_PAGE,
      I18N,
      ALL("page/pwa"),
      ...ENCODERS,
    ],
  },
  {
    name: "page-pages",
    from: "^src/page/(pages|app)/",
    may: [
      BASE,
      DOMAIN,
      "^src/analyses/",
      PLAN,
      QUERY_TYPES,
      CLIENT,
      STORAGE_FOR_PAGE,
      I18N,
      ALL("page"),
      ...ENCODERS,
      "^src/main\\.ts$",
    ],
  },
  {
    name: "main",
    from: "^src/main\\.ts$",
    // The workers by address only (`?worker&url`), which this tool cannot tell from an import.
    may: [BASE, I18N, ALL("page"), CLIENT, "^src/workers/[^/]+\\.worker\\.ts$"],
  },
  { name: "pwa", from: ALL("page/pwa"), may: [BASE, "^src/workers/start\\.ts$"] },
];

/** Everything that computes or holds columns; no path may lead from the page to it at run time. */
const WORKER_ONLY = [
  "^src/analyses/[^/]+/compute\\.ts$",
  "^src/analyses/computes\\.ts$",
  "^src/workers/[^/]+\\.worker\\.ts$",
  "^src/workers/serve\\.ts$",
];

/** One door for each package. `erased`: its types may be used elsewhere. */
const DOORS = [
  { name: "dexie", package: "dexie", door: "^src/storage/" },
  // On the page only to tell whether pasted text is a table at all.
  {
    name: "papaparse",
    package: "papaparse",
    door: "^src/(ingest/|page/pages/data/paste-table\\.ts$)",
  },
  { name: "plot", package: "@observablehq/plot", door: "^src/page/charts/" },
  { name: "workbox", package: "workbox-", door: "^src/page/pwa/" },
  { name: "spreadsheets", package: "(@e965/xlsx|hucre)", door: "^src/(ingest|export)/" },
  { name: "pinyin", package: "pinyin-pro", door: "^src/(queries|workers)/" },
];

/** A row that is a whole folder may use itself; the others say so in `may`. */
const isFolder = (pattern) => typeof pattern === "string" && /^\^src\/[\w/-]+\/$/.test(pattern);

const layerRules = LAYERS.map(({ name, from, fromNot, may }) => ({
  name: `layer-${name}`,
  comment: "See the layer table in ARCHITECTURE.md.",
  severity: "error",
  from: { path: from, pathNot: [TEST, ...(fromNot ? [fromNot] : [])] },
  to: { path: "^src/", pathNot: isFolder(from) ? [from, ...may] : may },
}));

module.exports = {
  forbidden: [
    ...layerRules,
    ...DOORS.map((entry) => ({
      name: `door-${entry.name}`,
      comment: `Only ${entry.door} names this package.`,
      severity: "error",
      from: { path: "^src/", pathNot: [entry.door, TEST] },
      to: { path: `node_modules/${entry.package}` },
    })),
    {
      name: "kernel-and-domain-have-no-packages",
      severity: "error",
      from: {
        path: "^src/(kernel|domain|measures|analyses/[^/]+/(spec|compute)\\.ts)",
        pathNot: TEST,
      },
      to: { path: "node_modules/" },
    },
    {
      name: "page-never-reaches-compute",
      comment: "Columns never enter page memory; types may.",
      severity: "error",
      from: {
        path: "^src/(page/|workers/client|analyses/[^/]+/[^/]+\\.svelte$|analyses/views)",
        pathNot: TEST,
      },
      to: { path: WORKER_ONLY, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "worker-never-reaches-page",
      severity: "error",
      from: { path: "^src/workers/", pathNot: TEST },
      to: { path: "^src/page/|\\.svelte(\\.ts)?$|^src/analyses/views\\.ts$" },
    },
    {
      name: "analyses-know-nothing-of-each-other",
      severity: "error",
      from: { path: "^src/analyses/([^/]+)/", pathNot: TEST },
      to: { path: "^src/analyses/[^/]+/", pathNot: "^src/analyses/$1/" },
    },
    {
      name: "product-never-imports-tests",
      severity: "error",
      from: { path: "^src/", pathNot: TEST },
      to: { path: "^tests/|\\.test\\.ts$" },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: { path: "^src/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-unresolved",
      severity: "error",
      from: { path: "^(src|tests|scripts)/" },
      to: { couldNotResolve: true, pathNot: "^(virtual:|\\$|#|vitest/)|\\?" },
    },
    {
      name: "ships-only-dependencies",
      comment: "What the product imports must not be a development dependency.",
      severity: "error",
      from: { path: "^src/", pathNot: [TEST, "\\.d\\.ts$"] },
      to: {
        dependencyTypes: ["npm-dev"],
        dependencyTypesNot: ["type-only"],
        pathNot: "node_modules/svelte/",
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|tests/canary/specimens)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["svelte", "import", "browser", "default", "types"],
      extensions: [".ts", ".svelte.ts", ".svelte", ".js", ".mjs", ".json", ".d.ts"],
    },
  },
};
