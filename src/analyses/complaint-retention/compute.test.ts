import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { linkedTable } from "../../../tests/support/linked-tables";
import { day, floatColumn, scopeOf, tablesOf, type Line } from "../../../tests/support/tables";
import { MINUTES_PER_DAY } from "../../domain/moment";
import { epochDay, formatIsoDay } from "../../kernel/base/calendar";
import type { Input } from "../define";
import compute from "./compute";
import spec, { GROUPS, type RetentionParams } from "./spec";

const OPENED = day("2024-02-05");
const JUDGED = 30;
const WINDOW = 30;
const SEEN = 400;
const PARAMS: Partial<RetentionParams> = { judgeDays: JUDGED, windowDays: WINDOW };

interface Made {
  readonly name: string;
  /** days from the day of judging to the loss, or `SEEN` */
  readonly days: number;
  readonly complaint?: { readonly solved?: number; readonly isSatisfied?: number };
  readonly amount?: number;
}

/** Sales every twenty days up to the one whose silence ends the given day. */
function linesOf({ name, days, amount = 100 }: Made): Line[] {
  const last = OPENED + days + (days === SEEN ? JUDGED : 0);
  const lines: Line[] = [];
  for (let on = OPENED - 40; on < last; on += 20) lines.push({ customer: name, on, amount });
  return [...lines, { customer: name, on: last, amount }];
}

function tablesWith(made: readonly Made[]): Input {
  const base = tablesOf(
    made.flatMap(linesOf),
    made.map(({ name }) => name),
  );
  const complained = made.flatMap((each) =>
    each.complaint === undefined ? [] : [{ name: each.name, ...each.complaint }],
  );
  const moment = (days: number | undefined): number | undefined =>
    days === undefined ? undefined : (OPENED + days) * MINUTES_PER_DAY + 600;
  return {
    ...base,
    complaints: linkedTable(
      base,
      complained.map(({ name }) => name),
      {
        openedAt: floatColumn(complained.map(() => moment(0))),
        resolvedAt: floatColumn(complained.map(({ solved }) => moment(solved))),
        isSatisfied: floatColumn(complained.map(({ isSatisfied }) => isSatisfied)),
      },
    ),
  };
}

const SCOPE = scopeOf(formatIsoDay(epochDay(OPENED + JUDGED + SEEN)));
const resultFor = (made: readonly Made[], params: Partial<RetentionParams> = {}) =>
  resultOf(spec, compute, {
    tables: tablesWith(made),
    scope: SCOPE,
    params: { ...PARAMS, ...params },
  });

const OUTCOMES = {
  content: { solved: 3, isSatisfied: 1 },
  poor: { solved: 3, isSatisfied: 0 },
  open: { solved: JUDGED + 5, isSatisfied: 1 },
} as const;
type Outcome = keyof typeof OUTCOMES;

describe("staying after a complaint, against R survival", () => {
  const golden = JSON.parse(
    readFileSync(resolve(process.cwd(), "tests/golden/complaint-retention.json"), "utf8"),
  ) as {
    readonly days: readonly number[];
    readonly chiSquared: number;
    readonly p: number;
    readonly at200: Readonly<
      Record<Outcome, Readonly<Record<"share" | "low" | "high" | "atRisk180" | "lost", number>>>
    >;
  };
  const ids = Object.keys(OUTCOMES) as Outcome[];
  const made = golden.days.map((days, i): Made => {
    return { name: `客户${i}`, days, complaint: OUTCOMES[ids[Math.floor(i / 30)]!] };
  });
  const { lines, headline } = resultFor(made);

  it("has the curves with their intervals, and who is still followed", () => {
    for (const id of ids) {
      const line = lines.find(({ group }) => group === id)!;
      const expected = golden.at200[id];
      const step = line.days.findLastIndex((days) => days <= 200);
      expect(line).toMatchObject({ n: 30, lost: expected.lost });
      expect(line.atRisk[2]).toBe(expected.atRisk180);
      expectClose(line.shares[step]!, expected.share, { rel: 1e-12 });
      expectClose(line.lower[step]!, expected.low, { rel: 1e-9 });
      expectClose(line.upper[step]!, expected.high, { rel: 1e-9 });
    }
  });

  it("has the log-rank test of the three outcomes", () => {
    expectClose(headline.pOutcome!, golden.p, { rel: 1e-9 });
    expect(headline).toMatchObject({ n: 90, content: 30, poor: 30, open: 30, windowDays: WINDOW });
  });
});

/** So many customers of one course. */
const many = (count: number, of: Omit<Made, "name">, word: string): Made[] =>
  Array.from({ length: count }, (_, i) => ({ name: `${word}${i}`, ...of }));

describe("the customers beside them", () => {
  const staying = { days: SEEN, complaint: OUTCOMES.content };

  it("are of like sales, each taken once, and a loss after complaints is found", () => {
    const { headline, isComplaintWorse, lines } = resultFor([
      ...many(30, { days: 60, complaint: OUTCOMES.poor }, "投"),
      ...many(30, { days: SEEN }, "无"),
      ...many(30, { days: 60, amount: 1_000_000 }, "大"),
    ]);
    expect(headline.matched).toBe(30);
    // None of the large ones, who all leave: they are beside nobody.
    expect(lines.find(({ group }) => group === "none")).toMatchObject({ n: 30, lost: 0 });
    expect(headline.pComplaint).toBeLessThan(1e-6);
    expect(isComplaintWorse).toBe(true);
  });

  it("are not found where nobody is alike, and nothing is said then", () => {
    const { headline, missing } = resultFor([
      ...many(30, staying, "投"),
      ...many(30, { days: SEEN, amount: 1_000_000 }, "大"),
    ]);
    expect(headline).toMatchObject({ matched: 0, pComplaint: null, pContent: null });
    expect(missing.unmatched).toBe(30);
  });

  it("may stay shorter than those handled well: the recovery paradox", () => {
    const { headline } = resultFor([...many(30, staying, "投"), ...many(30, { days: 100 }, "无")]);
    expect(headline.pContent).toBeLessThan(1e-6);
  });
});

describe("the outcome of a complaint", () => {
  const outcomeOf = (complaint: NonNullable<Made["complaint"]>) => {
    const { lines, missing } = resultFor([
      ...many(30, { days: SEEN, complaint: OUTCOMES.poor }, "余"),
      { name: "它", days: SEEN, complaint },
    ]);
    const of = (id: string): number => lines.find(({ group }) => group === id)!.n;
    return { content: of("content"), poor: of("poor") - 30, open: of("open"), ...missing };
  };

  it("is what the customer said, else how soon it was solved, on the day of judging", () => {
    expect(outcomeOf({ solved: 29, isSatisfied: 1 }).content).toBe(1);
    expect(outcomeOf({ solved: 14 }).content).toBe(1);
    expect(outcomeOf({ solved: 15 }).poor).toBe(1);
    expect(outcomeOf({ solved: 31, isSatisfied: 1 }).open).toBe(1);
    expect(outcomeOf({}).open).toBe(1);
  });

  it("is left out where the customer was lost before, and the two tests say nothing", () => {
    const lost = resultFor(
      many(30, { days: SEEN, complaint: OUTCOMES.poor }, "余").concat(
        many(5, { days: 31, complaint: OUTCOMES.poor }, "早"),
      ),
      { judgeDays: 100 },
    );
    expect(lost.missing.notFollowed).toBe(5);
    expect(lost.headline).toMatchObject({ n: 30, pOutcome: null });
    expect(lost.isQuiet).toBe(true);
  });
});

it("refuses fewer than thirty customers, and opens the followed and the lost", () => {
  const few = answerOf(spec, compute, {
    tables: tablesWith(many(29, { days: SEEN, complaint: OUTCOMES.open }, "客")),
    scope: SCOPE,
    params: PARAMS,
  });
  expect(few.result).toMatchObject({ kind: "insufficient", code: "few-cases", have: 29 });
  const answer = answerOf(spec, compute, {
    tables: tablesWith([
      ...many(30, { days: SEEN, complaint: OUTCOMES.open }, "客"),
      { name: "走", days: 60, complaint: OUTCOMES.open },
    ]),
    scope: SCOPE,
    params: PARAMS,
  });
  expect(answer.members("complaint-stay:open")).toHaveLength(31);
  expect([...answer.members("complaint-left:open")!]).toEqual([30]);
  expect(GROUPS.map((group) => answer.members(`complaint-left:${group}:x`))).toEqual(
    GROUPS.map(() => null),
  );
});
