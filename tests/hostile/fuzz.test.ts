import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inspectFile } from "../../src/ingest/inspect";
import { defaultPlan } from "../../src/ingest/plan-default";
import type { SheetPlan, SheetRead } from "../../src/ingest/plan";
import { readSheet } from "../../src/ingest/read";
import { parseIsoDay } from "../../src/kernel/base/calendar";
import { seededRng, type Rng } from "../../src/kernel/base/rng";
import { MISSING_DAY, textAt, type Column } from "../../src/kernel/table/column";
import { stylesOf, workbookEntries, workbookFile } from "../fixtures/workbook-writer";
import { zipBytes } from "../fixtures/zip-writer";
import { cpuMs } from "./cpu-time";
import { FAMILIES } from "./families";
import { HangGuard } from "./hang-guard";
import { IS_LONG } from "./long";
import { mutated } from "./mutate";
import { outcomeOf, type Outcome, type Read } from "./outcome";
import { bodyOf, inlineRow } from "./xlsx-rows";

/** C43: 500 mutations in `npm test`, 10,000 in `npm run test:long`. A seed that failed becomes a named case. */
const SHARE = (IS_LONG ? 10_000 : 500) / 100;
const LARGEST_BASE = 20_000;
const PROTOTYPE = Object.getOwnPropertyNames(Object.prototype).join();

const guard = new HangGuard();
afterAll(() => guard.stop());

/** Runs the law for so many seeds; each within 10 s of processor time. */
async function forSeeds(
  first: number,
  percent: number,
  law: (rng: Rng, seed: number) => Promise<void>,
): Promise<void> {
  for (let seed = first; seed < first + percent * SHARE; seed++) {
    guard.begin(seed);
    const startMs = cpuMs();
    await law(seededRng(seed), seed);
    expect(cpuMs() - startMs, `seed ${seed}`).toBeLessThan(10_000);
  }
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(PROTOTYPE);
}

const bytesOf = async (file: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await file.arrayBuffer());

describe("mutations of every hostile file", () => {
  const bases: Uint8Array<ArrayBuffer>[] = [];
  beforeAll(async () => {
    for (const { id, cases } of FAMILIES) {
      // C40 cannot be copied, and the others are built for minutes or are large
      if (id === "C40" || id === "C23") continue;
      for (const one of cases.filter(({ isLong }) => isLong !== true)) {
        const file = await one.file();
        if (file.size <= LARGEST_BASE) bases.push(await bytesOf(file));
      }
    }
  }, 300_000);

  it("end in an outcome with a type", async () => {
    expect(bases.length).toBeGreaterThan(100);
    await forSeeds(1, 30, async (rng, seed) => {
      const base = bases[rng.below(bases.length)]!;
      const outcome = await outcomeOf(new Blob([mutated(base, rng)]));
      expect(["read", "refused"], `seed ${seed}`).toContain(outcome.kind);
    });
  }, 3_600_000);
});

const PLAIN = `customer,date,amount,note
Ann,2024-01-05,100.50,好
Bob,2024-01-06,7,
Cy Long,2024-02-29,-3.25,x
Di,2024-03-01,0,y
Eve,2024-03-02,1e3,z
`;

/** What a file without quotes must show: its own text, cut at delimiters and line ends and nowhere else. */
function plainRows(bytes: Uint8Array, { format }: Read): readonly (readonly string[])[] | null {
  const [encoding, delimiter] = [format.split(" ")[0]!, format.slice(format.indexOf(" ") + 1)];
  if (delimiter === "blanks") return null;
  const text = new TextDecoder(encoding, { fatal: true }).decode(bytes).replaceAll("\0", "\u2400");
  if (text.includes('"') || encoding === "windows-1252") return null;
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === "") lines.pop();
  return lines.slice(0, 12).map((line) => line.split(delimiter));
}

describe("mutations of a text file without quotes", () => {
  it("lose, add and change nothing: what is shown is what is written", async () => {
    const base = new TextEncoder().encode(PLAIN);
    let compared = 0;
    await forSeeds(100_001, 25, async (rng, seed) => {
      const bytes = mutated(base, rng);
      const outcome = await outcomeOf(new Blob([bytes]));
      if (outcome.kind === "refused") return;
      const rows = plainRows(bytes, outcome);
      if (rows === null) return;
      compared++;
      expect(outcome.sheets[0]!.shown, `seed ${seed}`).toEqual(rows);
    });
    expect(compared).toBeGreaterThan(SHARE * 15);
  }, 3_600_000);
});

const ROWS = [
  ["客户名称", "单据日期", "金额", "数量", "备注"],
  ["甲公司", "2024-01-05", "100.5", "1", "很好"],
  ["乙公司", "2024-01-06", "7", "2", "退过一次"],
  ["丙公司", "2024-02-29", "-3.25", "3", "老客户"],
  ["丁公司", "2024-03-01", "12", "4", "新客户"],
];

/** A cell that no rule of CSV touches. */
function cellFrom(rng: Rng): string {
  const letters = "0123456789.-/:eE%年月日万元甲 ab_'’；、";
  const free = Array.from({ length: 1 + rng.below(10) }, () => letters[rng.below(letters.length)]!);
  const plain = (rng.below(2_000_000) / 100 - 10_000).toFixed(rng.below(3));
  const day = `20${10 + rng.below(20)}-${String(1 + rng.below(12)).padStart(2, "0")}-${String(1 + rng.below(31)).padStart(2, "0")}`;
  return [free.join(""), plain, day, "", "无"][rng.below(5)]!;
}

function valueAt(column: Column, row: number): string | number | null {
  if (column.kind === "dictionary") return textAt(column, row);
  const value = column.values[row]!;
  return Number.isNaN(value) || value === MISSING_DAY ? null : value;
}

/** Rows of the sheet (1-based) by what was kept of them: a value for each column. */
function keptRows({ table, issues }: SheetRead): Map<number, Map<string, unknown>> {
  const excluded = new Set(
    issues.listed.filter(({ severity }) => severity === "excluded").map(({ row }) => row),
  );
  const kept = new Map<number, Map<string, unknown>>();
  let at = 0;
  for (let row = 2; row <= ROWS.length; row++) {
    if (excluded.has(row)) continue;
    const values = [...table.columns].map(([id, column]) => [id, valueAt(column, at)] as const);
    kept.set(row, new Map(values));
    at++;
  }
  expect(at).toBe(table.rowCount);
  return kept;
}

/** What a cell certainly means, by an oracle of one line; undefined: a matter of the rules, and then any value is right. */
function meaningOf(text: string, field: string): string | number | null | undefined {
  if (field === "customerName" || field.startsWith("attr:")) {
    return /^[-—]*$|^N/.test(text.trim()) ? undefined : text.trim();
  }
  if (field === "orderedOn") {
    const day = /^\d{4}-\d\d-\d\d$/.test(text) ? parseIsoDay(text) : undefined;
    return day ?? (/^[甲ab_ ]+$/.test(text) ? null : undefined);
  }
  if (/^-?\d{1,9}(?:\.\d{1,4})?$/.test(text)) return Number(text) === 0 ? 0 : Number(text);
  return /^[甲ab_年 ]+$/.test(text) ? null : undefined;
}

describe("a value that is changed in a field without quotes", () => {
  const fields = ["customerName", "orderedOn", "amount", "quantity"];
  const fileOf = (rows: readonly (readonly string[])[]): Blob =>
    new Blob([rows.map((row) => row.join(",") + "\n").join("")]);

  it("changes exactly that value, or is reported with its row and column", async () => {
    const plan: SheetPlan = defaultPlan(await inspectFile(fileOf(ROWS)), 0)!;
    const before = keptRows(await readSheet(fileOf(ROWS), plan));
    await forSeeds(200_001, 15, async (rng, seed) => {
      const [row, column] = [1 + rng.below(ROWS.length - 1), rng.below(ROWS[0]!.length)];
      const text = cellFrom(rng);
      const rows = ROWS.map((cells, r) => (r === row ? cells.with(column, text) : cells));
      const read = await readSheet(fileOf(rows), plan);
      const after = keptRows(read);
      const target = plan.columns[column]!.target!;
      const said = read.issues.listed.filter(({ severity }) => severity !== "note");
      const isReported = said.some((issue) => issue.row === row + 1);
      const where = `seed ${seed}: ${JSON.stringify(text)} as ${target}`;
      for (const [number, values] of before) {
        const now = after.get(number);
        if (number === row + 1 && now === undefined) {
          expect(isReported, where).toBe(true);
          continue;
        }
        for (const [id, value] of values) {
          const isChanged = number === row + 1 && (id === target || id === "lineKind");
          if (!isChanged) expect(now?.get(id), `${where}: ${number} ${id}`).toEqual(value);
        }
      }
      const value = after.get(row + 1)?.get(target);
      const meaning = meaningOf(text, target);
      if (value === undefined || meaning === undefined) return;
      if (meaning === null) expect(value === null && isReported, where).toBe(true);
      else expect(value, where).toBe(meaning);
      expect(fields.includes(target) || target.startsWith("attr:")).toBe(true);
    });
  }, 3_600_000);
});

describe("mutations of .xls, .xlsb and .ods files", () => {
  const bases: Uint8Array<ArrayBuffer>[] = [];
  beforeAll(() => {
    const folder = "tests/fixtures/workbooks";
    for (const name of readdirSync(folder).filter((one) => !one.endsWith(".md"))) {
      bases.push(new Uint8Array(readFileSync(`${folder}/${name}`)));
    }
  });

  it("end in an outcome with a type", async () => {
    await forSeeds(500_001, 15, async (rng, seed) => {
      const base = bases[rng.below(bases.length)]!;
      const outcome = await outcomeOf(new Blob([mutated(base, rng)]));
      expect(["read", "refused"], `seed ${seed}`).toContain(outcome.kind);
    });
  }, 3_600_000);
});

describe("mutations of a workbook", () => {
  const parts = {
    sheets: [bodyOf(['<c s="1"><v>45296</v></c>', '<c t="s"><v>0</v></c>', "<c><v>7.5</v></c>"])],
    strings: "<si><t>甲公司</t></si>",
    styles: stylesOf([0, 14]),
  };
  const same = (a: Outcome, b: Outcome): boolean =>
    a.kind === "read" && b.kind === "read" && JSON.stringify(a.sheets) === JSON.stringify(b.sheets);

  it("of its archive give the same cells or a code: every part has a checksum", async () => {
    const base = await bytesOf(workbookFile(parts));
    const whole = await outcomeOf(new Blob([base]));
    await forSeeds(300_001, 7, async (rng, seed) => {
      const outcome = await outcomeOf(new Blob([mutated(base, rng)]));
      expect(outcome.kind === "refused" || same(outcome, whole), `seed ${seed}`).toBe(true);
    });
  }, 3_600_000);

  it("of its XML end in an outcome with a type", async () => {
    const entries = workbookEntries({ ...parts, sheets: [...parts.sheets, inlineRow("a", "b")] });
    await forSeeds(400_001, 8, async (rng, seed) => {
      const at = rng.below(entries.length);
      const changed = entries.map((entry, i) => {
        if (i !== at) return entry;
        const content = new TextEncoder().encode(entry.content as string);
        return { ...entry, content: mutated(content, rng) };
      });
      const outcome = await outcomeOf(new Blob([zipBytes(changed)]));
      expect(["read", "refused"], `seed ${seed}`).toContain(outcome.kind);
    });
  }, 3_600_000);
});
