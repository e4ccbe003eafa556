import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { day, floatColumn, scopeOf, tablesOf, textColumn } from "../../../tests/support/tables";
import type { Column, Table } from "../../kernel/table/column";
import type { ReasonReading } from "../../domain/exit-reasons";
import type { Input } from "../define";
import compute from "./compute";
import spec from "./spec";

const scope = scopeOf("2025-06-30");
const table = (rowCount: number, columns: Record<string, Column>): Table => ({
  rowCount,
  columns: new Map(Object.entries(columns)),
});

/** Ten customers of one day; six left, each for a reason of its own. */
function exitsTables(): Input {
  const names = Array.from({ length: 10 }, (_, i) => `k${i}`);
  const days = (isos: readonly string[]): Column => ({
    kind: "day",
    length: isos.length,
    values: Int32Array.from(isos, (iso) => day(iso)),
    validity: null,
  });
  const exits = table(6, {
    customer: textColumn(names.slice(0, 6)),
    exitedOn: days([
      "2024-02-01",
      "2024-03-01",
      "2024-04-01",
      "2024-05-01",
      "2024-06-01",
      "2024-07-01",
    ]),
    reasonGroup: textColumn(["竞争", undefined, "过失", "自然", undefined, undefined]),
    reasonCode: textColumn(["价格", "质量问题", "业务员态度差", "搬迁", "拖欠货款", undefined]),
    initiative: textColumn(["客户主动", "客户主动", "客户主动", "客户主动", "我方主动", undefined]),
    intent: textColumn([undefined, undefined, undefined, undefined, "恶意", undefined]),
    competitor: textColumn(["恒远", undefined, undefined, undefined, undefined, "恒远"]),
    lostAmount: floatColumn([500, 100, 100, 50, 900, undefined]),
  });
  const customers = table(10, {
    key: textColumn(names),
    since: days(names.map(() => "2024-01-01")),
  });
  return { orders: tablesOf([]).orders, customers, exits };
}

describe("churn-causes", () => {
  it("gives each exit one cause, and shares that add up to those who left", () => {
    const result = resultOf(spec, compute, { tables: exitsTables(), scope });
    const { n, events, ...shares } = result.headline;
    expect([n, events]).toEqual([10, 6]);
    // Nobody is censored before the last exit, so every share is a count out of ten.
    expect(shares["competition"]).toBeCloseTo(0.2, 12);
    expect(shares["fault"]).toBeCloseTo(0.2, 12);
    expect(shares["natural"]).toBeCloseTo(0.1, 12);
    expect(shares["involuntary"]).toBeCloseTo(0.1, 12);
    expect(result.causes.map(({ code, events: lost }) => [code, lost])).toEqual([
      ["competition", 2],
      ["fault", 2],
      ["involuntary", 1],
      ["natural", 1],
    ]);
  });

  it("reads Keaveney's reasons from the customer's own words, and intent from the involuntary ones", () => {
    const of = (level: "switching" | "initiative") =>
      resultOf(spec, compute, { tables: exitsTables(), scope, params: { level } }).causes.map(
        ({ code, events }) => [code, events],
      );
    expect(of("switching")).toEqual([
      ["involuntary", 2],
      ["core-failure", 1],
      ["encounter-failure", 1],
      ["pricing", 1],
      ["rival", 1],
    ]);
    expect(of("initiative")).toEqual([
      ["voluntary", 4],
      ["involuntary-malicious", 1],
      ["unknown", 1],
    ]);
  });

  it("counts money and customers of each reason, and the competitors", () => {
    const { result, members } = answerOf(spec, compute, { tables: exitsTables(), scope });
    if (result.kind !== "answered") throw new Error(result.code);
    expect(result.moneyBasis).toBe("given");
    expect(result.moneyMissing).toBe(1);
    expect(result.causes.find(({ code }) => code === "involuntary")!.money).toBe(900);
    expect(result.competitors).toEqual([{ name: "恒远", customers: 2, money: 500 }]);
    // the one exit without any word of initiative names no amount either: unknown, not nothing
    expect(result.levels.find(({ initiative }) => initiative === "unknown")!.money).toBeNull();
    expect([...members("competitor:0")!]).toEqual([0, 5]);
    expect([...members("cause:fault")!]).toEqual([1, 2]);
    expect(result.levels.map(({ customers }) => customers).reduce((a, b) => a + b)).toBe(6);
    expect([...members("exit-level:involuntary-malicious:involuntary")!]).toEqual([4]);
  });

  it("takes the codes of an event column for causes, and never more than one minus Kaplan–Meier", () => {
    const codes = [1, 1, 2, 0, 1, 2, 0, 1, 2, 1, 0];
    const customers = table(codes.length, {
      key: textColumn(codes.map((_, i) => `k${i}`)),
      "attr:t": floatColumn([1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 6]),
      "attr:e": floatColumn(codes),
    });
    const tables = { orders: tablesOf([]).orders, customers };
    const params = { duration: "attr:t", event: "attr:e" };
    const result = resultOf(spec, compute, { tables, scope, params });
    expect(result.level).toBe("column");
    expect(Object.keys(result.headline).sort()).toEqual(["1", "2", "events", "n"]);
    for (const { incidence, naive } of result.causes)
      expect(naive).toBeGreaterThanOrEqual(incidence);
    const left = result.survival.at(-1)!;
    expect(result.headline["1"]! + result.headline["2"]! + left).toBeCloseTo(1, 12);
  });

  it("ends where fewer than a tenth are in sight: a late loss is counted, and moves no share", () => {
    // A hundred customers: ten leave at 1…10, eighty are last seen at 50, of the ten others one leaves at 60, when nine are left.
    const left = [...Array.from({ length: 10 }, (_, i) => i + 1), 60];
    const rest = [
      ...Array.from({ length: 80 }, () => 50),
      55,
      ...Array.from({ length: 8 }, () => 70),
    ];
    const durations = [...left, ...rest];
    const tables = (count: number): Input => ({
      orders: tablesOf([]).orders,
      customers: table(count, {
        key: textColumn(durations.slice(-count).map((_, i) => `k${i}`)),
        "attr:t": floatColumn(durations.slice(-count)),
        "attr:why": textColumn(durations.slice(-count).map(() => "moved")),
        "attr:e": floatColumn(
          durations
            .slice(-count)
            .map((_, i) => (i < left.length - (100 - count) ? 2 - (i % 2) : 0)),
        ),
      }),
    });
    const params = { duration: "attr:t", event: "attr:e" };
    const result = resultOf(spec, compute, { tables: tables(100), scope, params });
    expect(result.horizon).toEqual({ time: 55, fewest: 10, lateLosses: 1 });
    expect([result.events, result.lastTime]).toEqual([11, 70]);
    expect(result.causes.map(({ events }) => events)).toEqual([6, 5]);
    expect(result.headline["1"]).toBeCloseTo(0.05, 12);
    expect(result.headline["2"]).toBeCloseTo(0.05, 12);
    expect([...result.times]).toEqual(left.slice(0, 10));
    for (const { curve } of result.causes) expect(curve).toHaveLength(10);
    // Only the last of them is lost: no share at all, and still an answer.
    const why = { ...params, cause: "attr:why" };
    const late = resultOf(spec, compute, { tables: tables(90), scope, params: why });
    expect(late).toMatchObject({ gap: null, events: 1, horizon: { lateLosses: 1 } });
    expect(late.causes[0]).toMatchObject({ incidence: 0, lower: null, upper: null, naive: 0 });
  });

  it("tells no share where never enough customers are in sight at the same age", () => {
    // Nineteen customers whose first exit is written down 400 days after the one before: each is seen for its last half year alone.
    const n = 19;
    const rows = Array.from({ length: n }, (_, i) => i);
    const key = textColumn(rows.map((i) => `k${i}`));
    const days = (dayOf: (i: number) => number): Column => ({
      kind: "day",
      length: n,
      values: Int32Array.from(rows, dayOf),
      validity: null,
    });
    const tables = {
      orders: tablesOf([]).orders,
      customers: table(n, { key, since: days((i) => day("2024-06-01") - 400 * i) }),
      exits: table(n, {
        customer: { ...key, length: n, codes: Uint32Array.from(rows) },
        exitedOn: days((i) => day("2024-06-01") + 10 * i),
        reasonGroup: textColumn(rows.map(() => "竞争")),
      }),
    };
    const result = resultOf(spec, compute, { tables, scope });
    expect(result).toMatchObject({ gap: "too-few-in-sight", n, events: n, causes: [] });
    expect(result.headline).toEqual({ n: 0, events: 0 });
    expect(result.codes.lines).toHaveLength(1);
  });

  it("says that causes are missing where only the loss is known", () => {
    const customers = table(3, {
      key: textColumn(["a", "b", "c"]),
      tenureMonths: floatColumn([1, 2, 3]),
      hasChurned: floatColumn([1, 0, 1]),
    });
    const tables = { orders: tablesOf([]).orders, customers };
    const result = resultOf(spec, compute, { tables, scope });
    expect(result).toMatchObject({ gap: "no-causes", n: 3, events: 2, causes: [] });
  });

  it("tells for which cause groups differ, and opens those whom each group lost to it", () => {
    // North loses every third customer to rivals, south none; both lose the same share to our fault.
    const n = 120;
    const rows = Array.from({ length: n }, (_, i) => i);
    const left = (i: number): string | undefined => {
      if (i % 10 === 4 || i % 10 === 5) return "过失";
      return i % 2 === 0 && i % 3 === 0 ? "竞争" : undefined;
    };
    const gone = rows.filter((i) => left(i) !== undefined);
    const key = textColumn(rows.map((i) => `k${i}`));
    const customers = table(n, {
      key,
      since: {
        kind: "day",
        length: n,
        values: Int32Array.from(rows, () => day("2024-01-01")),
        validity: null,
      },
      region: textColumn(rows.map((i) => (i % 2 === 0 ? "北" : "南"))),
    });
    const exits = table(gone.length, {
      customer: { ...key, length: gone.length, codes: Uint32Array.from(gone) },
      exitedOn: {
        kind: "day",
        length: gone.length,
        values: Int32Array.from(gone, (i) => day("2024-02-01") + ((i * 7) % 200)),
        validity: null,
      },
      reasonGroup: textColumn(gone.map(left)),
    });
    const tables = { orders: tablesOf([]).orders, customers, exits };
    const params = { group: "region" };
    const { result, members } = answerOf(spec, compute, { tables, scope, params });
    if (result.kind !== "answered") throw new Error(result.code);
    const { tests, groups } = result.comparison!;
    const byCode = new Map(tests.map((test) => [test.code, test]));
    expect(byCode.get("competition")!.p).toBeLessThan(0.001);
    expect(byCode.get("fault")!.p).toBeGreaterThan(0.3);
    expect(result.headline["grayP:fault"]).toBe(byCode.get("fault")!.p);
    // Nobody is censored before the end: the shares are counts.
    const north = groups.findIndex(({ label }) => label === "北");
    const place = tests.findIndex(({ code }) => code === "competition");
    const rivals = rows.filter((i) => left(i) === "竞争");
    expect(groups[north]!.causes[place]!.incidence).toBeCloseTo(rivals.length / 60, 12);
    expect(members(`cause-group:${north}`)).toHaveLength(60);
    expect([...members(`cause-group-lost:${north}:competition`)!]).toEqual(rivals);
    expect(members(`cause-group-lost:${1 - north}:competition`)).toBeNull();
    expect(members(`cause-group:${north}:competition`)).toBeNull();
    expect(members("cause-group:2")).toBeNull();
  });

  it("lists every reason with its customers, what is not understood first, and opens them", () => {
    const { result, members } = answerOf(spec, compute, { tables: exitsTables(), scope });
    if (result.kind !== "answered") throw new Error(result.code);
    const { lines, more, silent } = result.codes;
    expect(lines.map(({ name, customers }) => [name, customers])).toEqual([
      ["业务员态度差", 1],
      ["价格", 1],
      ["拖欠货款", 1],
      ["搬迁", 1],
      ["质量问题", 1],
    ]);
    expect([more, silent]).toEqual([0, 1]);
    const moved = lines.findIndex(({ name }) => name === "搬迁");
    expect(lines[moved]!.ruled).toEqual({
      initiatives: ["voluntary"],
      causes: ["natural"],
      switching: ["involuntary"],
    });
    expect([...members(`exit-code:${moved}`)!]).toEqual([3]);
    expect(members("exit-code:5")).toBeNull();
  });

  it("follows what the reader lays down of a reason: its share, its levels, and its line", () => {
    const tables = exitsTables();
    const codes = textColumn(["H-07", "h-07 ", "H-08", "H-08", "H-08", undefined]);
    const columns = new Map(tables.exits!.columns).set("reasonCode", codes);
    for (const id of ["reasonGroup", "initiative", "intent", "competitor"]) columns.delete(id);
    const coded = { ...tables, exits: { ...tables.exits!, columns } };
    const of = (change: Partial<ReasonReading> | null) => {
      const reading = { reason: "H-07", changedAtMs: 1, ...change };
      const reasonReadings = new Map(change === null ? [] : [["h-07", reading]]);
      const question = { tables: coded, scope, reasonReadings };
      const { result, members } = answerOf(spec, compute, question);
      if (result.kind !== "answered") throw new Error(result.code);
      return { ...result, members };
    };
    const before = of(null);
    expect(before.gap).toBe("no-causes");
    expect(before.codes.lines.map(({ name, customers }) => [name, customers])).toEqual([
      ["H-08", 3],
      ["H-07", 2],
    ]);
    expect([...before.members("exit-code:1")!]).toEqual([0, 1]);
    const after = of({ cause: "fault", initiative: "voluntary", switching: "core-failure" });
    expect(after.headline).toMatchObject({ events: 6 });
    expect(after.causes.map(({ code, events }) => [code, events])).toEqual([
      ["fault", 2],
      ["unknown", 4],
    ]);
    expect(
      after.levels.map(({ initiative, cause, customers }) => [initiative, cause, customers]),
    ).toContainEqual(["voluntary", "fault", 2]);
    const [first, line] = after.codes.lines;
    expect(first!.name).toBe("H-08");
    expect(line!.ruled.causes).toEqual(["unknown"]);
    expect(line!.read).toEqual({
      initiatives: ["voluntary"],
      causes: ["fault"],
      switching: ["core-failure"],
    });
    expect(of({ initiative: "involuntary", intent: "malicious" }).causes[0]!.code).toBe(
      "involuntary",
    );
  });
});
