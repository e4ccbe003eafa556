import type { Expected, Family, FamilyCase } from "./family";
import { outcomeLine } from "./outcome";

const HEAD = `# Hostile files

What becomes of files that are broken, odd or meant to do harm. The files are made in code (\`tests/hostile\`) and read with
every column as text; this page is written from what came of them: \`npx vitest run tests/hostile/families.test.ts -u\`.

An outcome is either a code in \`type\`, and then nothing is imported and the page says what to do, or the encoding and
delimiter, the rows × columns that were read, and the issues that were counted. C41 (the same file twice) is tested in
\`src/workers/ingest-session.test.ts\`, C42 (quadratic bait) in \`linear-time.test.ts\`, C43 (mutations) in \`fuzz.test.ts\`.

| Family | File | Outcome |
| --- | --- | --- |
`;

/** The table of all families; `lines` holds what came of each case, long ones are taken as they are expected. */
export function documentText(
  families: readonly Family[],
  lines: ReadonlyMap<FamilyCase, string>,
): string {
  const rows = families.flatMap(({ id, what, cases }) =>
    cases.map((one) => {
      const line = one.isLong ? expectedLine(one.expected) : (lines.get(one) ?? "not run");
      return `| ${id} | ${escaped(`${what}: ${one.name}`)} | ${line.replaceAll("|", "\\|")} |\n`;
    }),
  );
  return HEAD + rows.join("");
}

function expectedLine(expected: Expected): string {
  return expected.kind === "refused"
    ? outcomeLine({ ...expected, detail: null, row: expected.row ?? null })
    : "read";
}

/** Text that shows itself in Markdown; what would be invisible is left out. */
function escaped(text: string): string {
  return text.replace(/[\u0000-\u001f\u202e]/g, "").replace(/[\\`*_{}[\]()#+!|<>~-]/g, "\\$&");
}
