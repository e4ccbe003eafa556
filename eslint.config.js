import svelte from "eslint-plugin-svelte";
import tseslint from "typescript-eslint";
import house from "./scripts/lint/house-plugin.mjs";
import svelteConfig from "./svelte.config.js";

const TESTS = ["**/*.test.ts", "tests/**/*.ts"];
const BELOW_THE_THREAD_LINE = [
  "src/kernel/**/*.ts",
  "src/domain/**/*.ts",
  "src/ingest/**/*.ts",
  "src/measures/**/*.ts",
  "src/queries/**/*.ts",
  "src/analyses/*/*.ts",
];
const ABOVE_IT = ["src/analyses/*/{view,chart,view-model,*-view,*-chart,*-view-model}.ts"];
/** Inner loops on typed arrays: an index inside the bounds needs no check, and a loop may be long. */
const NUMERIC = [
  "src/kernel/**/*.ts",
  "src/measures/**/*.ts",
  "src/ingest/**/*.ts",
  "src/queries/**/*.ts",
  // compute.ts and the files that it is split into; ABOVE_IT is not numeric
  "src/analyses/*/*.ts",
];

/** Ways out of the device, and ways for text to become markup or code (docs/adr/0005-lint.md). */
const OUTBOUND_GLOBALS = [
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "EventSource",
  "RTCPeerConnection",
  "WebTransport",
  "open",
].map((name) => ({ name, message: "Nothing leaves the device." }));
const OUTBOUND_PROPERTIES = [
  { property: "sendBeacon", message: "Nothing leaves the device." },
  { object: "window", property: "open", message: "Nothing leaves the device." },
  ...["fetch", "RTCPeerConnection", "WebSocket", "EventSource", "XMLHttpRequest"].map(
    (property) => ({ object: "globalThis", property, message: "Nothing leaves the device." }),
  ),
  ...["innerHTML", "outerHTML", "insertAdjacentHTML", "srcdoc"].map((property) => ({
    property,
    message: "Text must not become markup.",
  })),
  { object: "document", property: "write", message: "Text must not become markup." },
];
const SYNTAX = [
  {
    selector: "AssignmentExpression[left.property.name='href'][left.object.name='location']",
    message: "The address changes through the router only.",
  },
  {
    selector:
      "AssignmentExpression[left.property.name='href'][left.object.property.name='location']",
    message: "The address changes through the router only.",
  },
  {
    selector: "AssignmentExpression[left.name='location']",
    message: "The address changes through the router only.",
  },
  {
    selector:
      "CallExpression[callee.object.name='location'][callee.property.name=/^(assign|replace)$/]",
    message: "The address changes through the router only.",
  },
  {
    selector:
      "NewExpression[callee.name='RegExp'] > :not(Literal, TemplateLiteral).arguments:first-child",
    message: "A pattern made from data can hang the thread.",
  },
  {
    // A template may join constants of the module, which are no data.
    selector:
      "NewExpression[callee.name='RegExp'] > TemplateLiteral.arguments:first-child > :not([name=/^[A-Z][A-Z_]*$/]).expressions",
    message: "A pattern made from data can hang the thread.",
  },
  {
    selector: "LogicalExpression[operator='||'] > Literal[value=0].right",
    message: "`|| 0` turns a missing value into a number.",
  },
  {
    selector: "LogicalExpression[operator='||'] > ArrayExpression[elements.length=0].right",
    message: "`|| []` hides a missing value.",
  },
  {
    selector: "CallExpression[callee.object.name='Dexie'][callee.property.name='waitFor']",
    message: "Dexie.waitFor spins requests to keep a transaction open; prepare before it.",
  },
];
const IMPURE_SYNTAX = [
  {
    selector: "NewExpression[callee.name='Date']",
    message: "No clock and no time zone below the thread line; days are EpochDay.",
  },
  {
    selector: "CallExpression[callee.property.name=/^(toLocale.*|localeCompare)$/]",
    message: "No locale below the thread line.",
  },
  {
    selector:
      "LogicalExpression[operator='??'][right.value=0]:not([left.callee.property.name='get'])",
    message: "`?? 0` turns a missing value into a number.",
  },
];
const IMPURE_GLOBALS = [
  "document",
  "window",
  "navigator",
  "location",
  "localStorage",
  "sessionStorage",
  "indexedDB",
  "caches",
  "Intl",
  "setTimeout",
  "setInterval",
  "requestAnimationFrame",
  "process",
].map((name) => ({ name, message: "Below the thread line only arguments count." }));

export default tseslint.config(
  {
    ignores: [
      "dist/",
      "node_modules/",
      "test-results/",
      "playwright-report/",
      ".cache/",
      "public/",
      "tests/canary/specimens/",
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  ...tseslint.configs.strictTypeChecked,
  ...svelte.configs.recommended,
  {
    plugins: { house },
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: [".svelte"],
      },
    },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      eqeqeq: ["error", "always"],
      "no-console": "error",
      "no-else-return": "error",
      "no-nested-ternary": "error",
      "no-restricted-globals": ["error", ...OUTBOUND_GLOBALS],
      "no-restricted-properties": ["error", ...OUTBOUND_PROPERTIES],
      "no-restricted-syntax": ["error", ...SYNTAX],
      "max-lines": ["error", 400],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "max-params": ["error", 4],
      "house/file-name": "error",
      "house/reasoned-disable": "error",
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: tseslint.parser, svelteConfig } },
  },
  {
    files: ["**/*.svelte"],
    rules: {
      "house/no-text-literal": "error",
      "max-lines": ["error", 250],
      "svelte/button-has-type": "error",
      "svelte/no-at-html-tags": "error",
      "house/no-style-attribute": "error",
      "svelte/no-target-blank": "error",
      "svelte/require-each-key": "error",
      // The compiler's own rules cover these, and the type-checked ones misread template scopes.
      "prefer-const": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-useless-default-assignment": "off",
    },
  },
  {
    files: ["src/**/*.ts", "src/**/*.svelte"],
    ignores: [
      "src/i18n/**",
      "src/**/messages/**",
      "src/domain/**",
      "src/ingest/**",
      "**/*.test.ts",
    ],
    rules: { "house/no-han": "error" },
  },
  {
    files: BELOW_THE_THREAD_LINE,
    ignores: [...TESTS, ...ABOVE_IT],
    rules: {
      "no-restricted-globals": ["error", ...OUTBOUND_GLOBALS, ...IMPURE_GLOBALS],
      "no-restricted-properties": [
        "error",
        ...OUTBOUND_PROPERTIES,
        { object: "Math", property: "random", message: "Use the seeded rng that is passed in." },
        { object: "Date", property: "now", message: "No clock below the thread line." },
        { object: "performance", property: "now", message: "No clock below the thread line." },
      ],
      "no-restricted-syntax": ["error", ...SYNTAX, ...IMPURE_SYNTAX],
    },
  },
  {
    files: NUMERIC,
    ignores: ABOVE_IT,
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    files: ["src/i18n/locales/**", "src/**/messages/**", "src/domain/fields/**"],
    rules: { "max-lines": "off", "max-lines-per-function": "off" },
  },
  {
    files: ["src/svelte-env.d.ts"],
    rules: { "@typescript-eslint/triple-slash-reference": "off" },
  },
  {
    files: TESTS,
    rules: {
      "max-lines-per-function": "off",
      "max-lines": ["error", 500],
      "no-restricted-syntax": "off",
      "no-restricted-globals": "off",
      "no-restricted-properties": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    files: ["scripts/**", "*.ts", "*.js", "tests/**/*.mjs"],
    rules: {
      "no-console": "off",
      "no-restricted-globals": "off",
      "no-restricted-syntax": "off",
    },
  },
  {
    files: ["**/*.js", "**/*.mjs", "**/*.cjs"],
    ...tseslint.configs.disableTypeChecked,
  },
);
