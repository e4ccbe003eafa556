// npm run new:analysis -- <id>: writes the folder of an analysis with tests that fail until it does something.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const id = process.argv[2] ?? "";
const folder = join(ROOT, "src", "analyses", id);

if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
  console.error("npm run new:analysis -- <id>   the id in kebab-case, e.g. basket-size");
  process.exit(2);
}
if (existsSync(folder)) {
  console.error(`src/analyses/${id} is there already`);
  process.exit(2);
}

const pascal = id.replaceAll(/(^|-)([a-z0-9])/g, (_, __, letter) => letter.toUpperCase());
const camel = pascal[0].toLowerCase() + pascal.slice(1);

const README = `# ${pascal}: what does it tell?

## Question

## Formula

## Source

## Assumptions

## When it misleads

## Headline

| Name | Unit | Meaning |
|---|---|---|
| \`customers\` | customers | |
`;

const SPEC = `import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "${id}",
  revision: 1,
  needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
  uses: {},
  params: {},
});

export default spec;

export type ${pascal}Params = Params<(typeof spec)["params"]>;

export interface ${pascal}Result {
  readonly kind: "answered";
  readonly headline: { readonly customers: number };
}
`;

const COMPUTE = `import type { Ambient, Answer, Input } from "../define";
import type { ${pascal}Params, ${pascal}Result } from "./spec";

/**
 * What it is.
 *
 * Which lines count; what is left out. O(lines). Source.
 */
export default function ${camel}(
  _input: Input,
  _params: ${pascal}Params,
  _ambient: Ambient,
): Answer<${pascal}Result> {
  return {
    result: { kind: "insufficient", code: "no-orders", need: 1, have: 0 },
    members: () => null,
  };
}
`;

const COMPUTE_TEST = `import { describe, expect, it } from "vitest";
import { existsSync } from "node:fs";

describe("${id}", () => {
  it("agrees with an independent implementation (its generator and version are in the tree)", () => {
    expect(existsSync(new URL("golden.json", import.meta.url)), "golden.json").toBe(true);
  });

  it("does not depend on row order", () => {
    expect.fail("state the laws of ${id} with fast-check");
  });
});
`;

const VIEW = `<script lang="ts">
  import { useI18n } from "../../i18n/i18n.svelte";
  import type { ${pascal}Result } from "./spec";

  interface Props {
    result: ${pascal}Result;
  }
  const { result }: Props = $props();
  const i18n = useI18n();
</script>

<p>{i18n.format.number(result.headline.customers, 0)}</p>
`;

const HANS = `const messages = {
  name: "",
};

export type ${pascal}Messages = typeof messages;
export default messages;
`;
const TRANSLATED = `import type { ${pascal}Messages } from "./zh-Hans";

export default {
  name: "",
} satisfies ${pascal}Messages;
`;

const FILES = {
  "README.md": README,
  "spec.ts": SPEC,
  "compute.ts": COMPUTE,
  "compute.test.ts": COMPUTE_TEST,
  "View.svelte": VIEW,
  "messages/zh-Hans.ts": HANS,
  "messages/zh-Hant.ts": TRANSLATED,
  "messages/en.ts": TRANSLATED,
};
for (const [name, text] of Object.entries(FILES)) {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
console.log(`src/analyses/${id} is written. Next, as CONTRIBUTING.md says:
  one line in src/analyses/index.ts
  its messages in src/i18n/locales/{zh-Hans,zh-Hant,en}/analysis.ts
  README, goldens, compute, view; npx vitest run src/analyses/${id} tests/contract`);
