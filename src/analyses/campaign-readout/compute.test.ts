import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { campaignCells } from "../../../tests/contract/cells-of-loss";
import { answerOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { scopeOf, tablesOf, textColumn, type Line } from "../../../tests/support/tables";
import type { OwnCampaign } from "../../domain/own-campaign";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import { seededRng } from "../../kernel/base/rng";
import { MISSING_DAY, requiredColumn, type Column } from "../../kernel/table/column";
import { LANGUAGES } from "../../domain/field";
import type { Input } from "../define";
import compute from "./compute";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import zhHant from "./messages/zh-Hant";
import spec, { type CampaignLine } from "./spec";
import { campaignLines, findings, planText, type Words } from "./view-model";

const START = 20_000;
const WATCH = 60;
const END = START + WATCH;

const ref = (name: string) => ({ id: name, name });
const names = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${i}`);

function plan(over: Partial<OwnCampaign> = {}): OwnCampaign {
  return {
    name: "十一月",
    list: "targeting",
    on: START,
    watchDays: WATCH,
    outcome: "orders",
    contacted: names("联", 100).map(ref),
    alone: names("留", 100).map(ref),
    expected: 0.6,
    detectable: 0.19,
    changedAtMs: 1,
    ...over,
  };
}

/** Customers by name, as ingest would make them from a table that names them. */
function company(lines: readonly Line[], customers: readonly string[]): Input {
  const tables = tablesOf(lines, customers);
  const keys = requiredColumn(tables.customers, "key", "dictionary").dictionary;
  const columns = new Map<string, Column>(tables.customers.columns);
  columns.set("customerId", textColumn(keys));
  columns.set("customerName", textColumn(keys));
  return { ...tables, customers: { ...tables.customers, columns } };
}

/** Everybody bought before; of each part the first few buy again in time; somebody keeps the data going to `END`. */
function reached(contacted: number, alone: number, until: number = END): Input {
  const everybody = [...names("联", 100), ...names("留", 100)];
  const buys = (name: string, on: number): Line => ({ customer: name, on, amount: 10 });
  return company(
    [
      ...everybody.map((name) => buys(name, START - 5)),
      ...names("联", contacted).map((name, i) => buys(name, START + 1 + (i % WATCH))),
      ...names("留", alone).map((name, i) => buys(name, START + 1 + (i % WATCH))),
      buys("别人", until),
    ],
    everybody,
  );
}

const read = (tables: Input, campaigns: Record<string, OwnCampaign>, asOf: number = END) => {
  const answer = answerOf(spec, compute, {
    tables,
    scope: scopeOf(asOf),
    ownCampaigns: new Map(Object.entries(campaigns)),
  });
  if (answer.result.kind !== "answered") throw new Error("refused");
  return { ...answer, result: answer.result };
};
const only = (tables: Input, campaign: OwnCampaign, asOf?: number): CampaignLine =>
  read(tables, { a: campaign }, asOf).result.campaigns[0]!;

describe("a campaign whose watch period is over", () => {
  it("is seen to help where 70 of 100 bought against 40: Newcombe's interval 0.163 to 0.422", () => {
    const line = only(reached(70, 40), plan());
    expect(line).toMatchObject({ daysLeft: 0, isTold: true });
    expect(line.contacted).toEqual({ size: 100, hits: 30, missing: 0 });
    expect(line.alone).toEqual({ size: 100, hits: 60, missing: 0 });
    // (0.6 − 0.3) ∓ √((p − l)² + (u′ − q)²) of Wilson's intervals 0.5020–0.6906 and 0.2189–0.3958
    expectClose(line.effect!.value, 0.3, { rel: 1e-12 });
    expectClose(line.effect!.low, 0.3 - Math.hypot(0.6 - 0.502, 0.39585 - 0.3), { rel: 1e-4 });
    expectClose(line.effect!.high, 0.3 + Math.hypot(0.6906 - 0.6, 0.3 - 0.21895), { rel: 1e-4 });
    expectClose(line.gained!.value, 30, { rel: 1e-12 });
    expect(read(reached(70, 40), { a: plan() }).result.headline).toEqual({
      campaigns: 1,
      judged: 1,
      waiting: 0,
      helped: 1,
      harmed: 0,
    });
  });

  it("cannot be told where both parts bought alike, and harms where fewer of the contacted did", () => {
    const alike = only(reached(50, 48), plan());
    expect(alike.effect!.low).toBeLessThan(0);
    expect(alike.effect!.high).toBeGreaterThan(0);
    const worse = only(reached(30, 70), plan());
    expect(worse.effect!.high).toBeLessThan(0);
  });

  it("counts the other way for winning back: who buys came back", () => {
    const line = only(reached(70, 40), plan({ list: "winback" }));
    expect(line.contacted.hits).toBe(70);
    expectClose(line.effect!.value, 0.3, { rel: 1e-12 });
  });

  it("finds an effect where there is none in about one of twenty", () => {
    const rng = seededRng(7);
    const bought = (): number => names("x", 100).filter(() => rng.next() < 0.4).length;
    const found = Array.from({ length: 200 }, () => only(reached(bought(), bought()), plan()));
    const sure = found.filter(({ effect }) => effect!.low > 0 || effect!.high < 0).length;
    expect(sure).toBeGreaterThan(2);
    expect(sure).toBeLessThan(22);
  });

  it("agrees with counting each customer's lines", () => {
    const people = names("客", 30);
    const anyLine = fc.record({
      customer: fc.constantFrom(...people),
      on: fc.integer({ min: START - 20, max: END + 20 }),
      amount: fc.constant(10),
      kind: fc.constantFrom("sale" as const, "return" as const),
    });
    fc.assert(
      fc.property(
        fc.array(anyLine, { minLength: 1, maxLength: 120 }),
        fc.integer({ min: 0, max: 30 }),
        (lines, cut) => {
          const tables = company([...lines, { customer: "别人", on: END, amount: 1 }], people);
          const parts = [people.slice(0, cut), people.slice(cut)] as const;
          const line = only(
            tables,
            plan({ contacted: parts[0].map(ref), alone: parts[1].map(ref) }),
          );
          const silent = (part: readonly string[]): number =>
            part.filter(
              (name) =>
                !lines.some(
                  ({ customer, on, kind }) =>
                    customer === name && kind === "sale" && on > START && on <= END,
                ),
            ).length;
          expect([line.contacted.hits, line.alone.hits]).toEqual(parts.map(silent));
        },
      ),
    );
  });
});

describe("a campaign that still runs", () => {
  it("is not judged before the data reach the end, and says how many days are left", () => {
    const line = only(reached(9, 5, START + 20), plan(), START + 20);
    expect(line).toMatchObject({ daysLeft: WATCH - 20, effect: null, gained: null });
    expect(line.contacted.hits).toBe(91);
    expect(only(reached(70, 40), plan(), END - 1).daysLeft).toBe(1);
  });

  it("waits for the data, not for the as-of day that the reader set beyond them", () => {
    const line = only(reached(9, 5, START + 20), plan(), END + 100);
    expect(line.daysLeft).toBe(WATCH - 20);
    expect(line.effect).toBeNull();
  });
});

describe("customers that cannot be compared", () => {
  it("leaves out who is gone from the data, and says so", () => {
    const gone = plan({ contacted: [...names("联", 100), "不在了"].map(ref) });
    const line = only(reached(70, 40), gone);
    expect(line.contacted).toMatchObject({ size: 100, missing: 1 });
  });

  it("leaves whoever is in both parts out of both", () => {
    const line = only(reached(70, 40), plan({ alone: [...names("留", 99), "联0"].map(ref) }));
    expect(line).toMatchObject({ mixed: 1 });
    expect([line.contacted.size, line.alone.size]).toEqual([99, 99]);
  });

  it("has no effect without anybody left alone", () => {
    const line = only(reached(70, 40), plan({ alone: [] }));
    expect(line).toMatchObject({ effect: null, daysLeft: 0 });
    expect(line.contacted.hits).toBe(30);
  });

  it("counts those left alone whom another campaign reached in the meantime", () => {
    const later = plan({ on: START + 10, contacted: names("留", 7).map(ref), alone: [] });
    const { campaigns } = read(reached(70, 40), { a: plan(), b: later }).result;
    expect(campaigns.map(({ key, disturbed }) => [key, disturbed])).toEqual([
      ["b", 0],
      ["a", 7],
    ]);
  });
});

describe("exits and flags as what tells", () => {
  const days = (values: readonly (number | undefined)[]): Column => ({
    kind: "day",
    length: values.length,
    values: Int32Array.from(values, (value) => value ?? MISSING_DAY),
    validity: null,
  });
  const withExits = (
    tables: Input,
    exits: readonly { who: string; on: number; back?: number; scope?: string }[],
  ): Input => {
    const keys = requiredColumn(tables.customers, "key", "dictionary").dictionary;
    const customer = textColumn(exits.map(({ who }) => who));
    const codes = Uint32Array.from(exits, ({ who }) => keys.indexOf(who));
    const columns = new Map<string, Column>([
      ["customer", { ...customer, codes, dictionary: keys }],
      ["exitedOn", days(exits.map(({ on }) => on))],
      ["wonBackOn", days(exits.map(({ back }) => back))],
      ["scope", textColumn(exits.map(({ scope }) => scope))],
    ]);
    return { ...tables, exits: { rowCount: exits.length, columns } };
  };

  it("counts whole exits in these days that were not won back within them", () => {
    const tables = withExits(reached(0, 0), [
      { who: "联0", on: START + 1 },
      { who: "联1", on: START },
      { who: "联2", on: END + 1 },
      { who: "联3", on: START + 3, back: START + 9 },
      { who: "联4", on: START + 3, back: END + 9 },
      { who: "联5", on: START + 3, scope: "部分流失" },
      { who: "留0", on: END },
    ]);
    const line = only(tables, plan({ outcome: "exits" }));
    expect([line.contacted.hits, line.alone.hits]).toEqual([2, 1]);
    const back = only(tables, plan({ outcome: "exits", list: "winback" }));
    expect([back.contacted.hits, back.alone.hits]).toEqual([1, 0]);
  });

  it("reads a flag, and takes whoever has none for missing", () => {
    const tables = reached(0, 0);
    const flags = Array.from({ length: tables.customers.rowCount }, (_, row) => {
      if (row === 0) return undefined;
      return row <= 20 ? "是" : "否";
    });
    const columns = new Map<string, Column>(tables.customers.columns);
    columns.set("hasChurned", textColumn(flags));
    const flagged = { ...tables, customers: { ...tables.customers, columns } };
    const line = only(flagged, plan({ outcome: "flag" }));
    expect(line.contacted).toEqual({ size: 99, hits: 20, missing: 1 });
    expect(line.alone.hits).toBe(0);
  });

  it("does not judge what the data have no column for", () => {
    for (const outcome of ["exits", "flag"] as const)
      expect(only(reached(70, 40), plan({ outcome }))).toMatchObject({
        isTold: false,
        effect: null,
      });
  });
});

describe("cells", () => {
  it("open those who are counted", () => {
    const { result, members } = read(reached(70, 40), {
      a: plan(),
      "b-2": plan({ on: START - 9 }),
    });
    for (const [cell, count] of campaignCells(result)) expect(members(cell)?.length).toBe(count);
    for (const cell of ["campaign:a", "campaign:c:alone", "campaign:a:alone:x", "back:a:alone"])
      expect(members(cell)).toBeNull();
  });
});

describe("the words", () => {
  const MESSAGES = { "zh-Hans": zhHans, "zh-Hant": zhHant, en };
  const words = (language: keyof typeof MESSAGES): Words => ({
    t: MESSAGES[language],
    format: createFormat(language),
  });
  const chinese = words("zh-Hans");
  const said = (line: CampaignLine): string => campaignLines(line, chinese).join("\n");

  it("say a use only where it is sure", () => {
    expect(said(only(reached(70, 40), plan()))).toMatch(/有用：少流失30个百分点.*多留住30家/);
    expect(said(only(reached(50, 48), plan()))).toMatch(/看不出有没有用.*包含0/);
    expect(said(only(reached(50, 48), plan()))).toMatch(/至少差19个百分点才看得出来/);
    expect(said(only(reached(30, 70), plan()))).toMatch(/适得其反/);
    expect(said(only(reached(70, 40), plan({ alone: [] })))).toMatch(/没有对照/);
  });

  it("say only counts while it must wait, and nothing of a campaign that has not begun", () => {
    const waiting = said(only(reached(9, 5, START + 20), plan(), START + 20));
    expect(waiting).toMatch(/还要等40天/);
    expect(waiting).toMatch(/到目前又买的：联系的100家里9家，对照100家里5家。/);
    expect(waiting).not.toMatch(/有用|看不出/);
    expect(said(only(reached(0, 0, START), plan(), START))).not.toMatch(/到目前/);
  });

  it("count what there is, in every language without a gap", () => {
    const { result } = read(reached(70, 40), {
      a: plan(),
      b: plan({ list: "winback", outcome: "exits", on: START - 1 }),
      c: plan({ on: START + 5, alone: [...names("留", 100), "没有"].map(ref) }),
    });
    expect(plainText(findings(result, chinese))).toBe(
      "保存了3次行动，1次有了结果，1次看得出有用，1次还要等。",
    );
    for (const language of LANGUAGES) {
      const texts = result.campaigns.flatMap((line) => [
        planText(line, words(language)),
        ...campaignLines(line, words(language)),
      ]);
      for (const text of [...texts, plainText(findings(result, words(language)))])
        expect(text).not.toMatch(/undefined|NaN|null/);
    }
  });
});
