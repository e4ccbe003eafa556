import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { referenceResults, referenceTables } from "../../../tests/support/reference-files";
import { dayColumn, linkedTable, momentColumn } from "../../../tests/support/linked-tables";
import {
  floatColumn,
  scopeOf,
  tablesOf,
  textColumn,
  type Line,
} from "../../../tests/support/tables";
import type { Scope } from "../../domain/scope";
import type { Column } from "../../kernel/table/column";
import type { Input } from "../define";
import compute from "./compute";
import spec from "./spec";

const answer = (tables: Input, scope: Scope, params = {}) =>
  answerOf(spec, compute, { tables, scope, params });
const result = (tables: Input, scope: Scope, params = {}) =>
  resultOf(spec, compute, { tables, scope, params });

interface WhaleReference {
  readonly n: number;
  readonly total_profit: number;
  readonly profitable: number;
  readonly zero: number;
  readonly loss_making: number;
  readonly peak_cumulative_profit_pct: number;
  readonly peak_at_customer_number: number;
  readonly profit_destroyed_pct: number;
  readonly cumulative_pct_at_10_to_100pct_customers: readonly number[];
  readonly top20pct_cumulative: number;
}

describe("whale on superstore (pandas reference)", () => {
  const reference = referenceResults("superstore");
  const expected = (reference as unknown as { whale_curve_profit: { by_customer: WhaleReference } })
    .whale_curve_profit.by_customer;
  const found = result(referenceTables("superstore"), scopeOf(reference.reference_date), {
    window: "all",
  });

  it("has the customers, the total and who earns and loses", () => {
    expect(found.ground).toBe("known");
    expect(found.headline.customers).toBe(expected.n);
    expectClose(found.headline.totalProfit!, expected.total_profit, { rel: 1e-9 });
    expect(found.headline.peakCustomer).toBe(expected.peak_at_customer_number);
    expect(found.whale!.peakCustomer).toBe(expected.profitable);
    expect(found.whale!.zeroCustomers).toBe(expected.zero);
    expect(found.headline.lossCustomers).toBe(expected.loss_making);
  });

  it("has the peak, the loss and the best fifth as shares", () => {
    expectClose(found.headline.peakShare!, expected.peak_cumulative_profit_pct / 100, {
      rel: 1e-9,
    });
    expectClose(found.headline.lossShare!, expected.profit_destroyed_pct / 100, { rel: 1e-9 });
    expectClose(found.headline.top20Share!, expected.top20pct_cumulative / 100, { rel: 1e-9 });
  });

  it("draws the curve through every tenth of the customers", () => {
    const { ranks, money } = found.whale!.points;
    expect(ranks.length).toBeLessThanOrEqual(400);
    expect([...ranks]).toEqual([...ranks].toSorted((a, b) => a - b));
    for (const rank of [638, 159, 793, found.whale!.breakEvenCustomer!]) {
      expect([...ranks]).toContain(rank);
    }
    expected.cumulative_pct_at_10_to_100pct_customers.forEach((percent, i) => {
      const rank = Math.ceil((expected.n * (i + 1)) / 10);
      const above = ranks.findIndex((k) => k >= rank);
      const share = money[above]! / found.whale!.total;
      // Between two points of the curve lie at most three customers.
      expect(Math.abs(share - percent / 100)).toBeLessThan(0.012);
    });
  });

  it("finds that goods alone carried its customers into loss: there is no cost to serve", () => {
    expect(found.whale!.causes).toHaveLength(1);
    expect(found.whale!.causes[0]).toMatchObject({ cause: "goods", customers: 155, alone: 155 });
    expect(found.levels).toBeNull();
    expect(found.costToServe).toBe(0);
  });
});

const SCOPE = scopeOf("2025-12-31");
const sale = (customer: string, profit: number, more: Partial<Line> = {}): Line => ({
  customer,
  on: "2025-06-01",
  amount: 100,
  profit,
  ...more,
});

describe("whale", () => {
  const base = tablesOf([
    sale("甲", 60, { orderId: "1" }),
    sale("甲", 40, { orderId: "1" }),
    sale("乙", 30, { orderId: "2" }),
    sale("丙", 20, { orderId: "3" }),
    sale("丙", -15, { orderId: "3", amount: -50, kind: "return" }),
    sale("丁", -10, { orderId: "4" }),
    sale("戊", 5, { orderId: "5" }),
  ]);

  it("takes off what came back and says what is above and below zero", () => {
    const { headline, whale, returnedProfit } = result(base, SCOPE);
    expect(headline).toMatchObject({
      customers: 5,
      totalProfit: 130,
      peakCustomer: 4,
      lossCustomers: 1,
      lossMoney: -10,
    });
    expectClose(headline.peakShare!, 140 / 130, { rel: 1e-12 });
    expectClose(headline.lossShare!, 10 / 130, { rel: 1e-12 });
    expect(returnedProfit).toBe(15);
    // 100 + 30 make the 130 already.
    expect(whale!.breakEvenCustomer).toBe(2);
    expect([...whale!.points.money]).toEqual([0, 100, 130, 135, 140, 130]);
  });

  it("says net profit and cost to serve of each customer, missing where nothing was sold or is known", () => {
    const old = tablesOf([sale("甲", 60), sale("乙", 5), sale("己", 9, { on: "2020-01-01" })]);
    const costs = linkedTable(old, ["乙"], {
      servedOn: dayColumn(["2025-05-01"]),
      amount: floatColumn([20]),
    });
    const bare = answer(old, SCOPE).scores!;
    expect([...bare["netProfit"]!]).toEqual([60, 5, NaN]);
    expect(bare["serveCost"]).toBeUndefined();
    const told = answer({ ...old, service_costs: costs }, SCOPE).scores!;
    expect([...told["netProfit"]!]).toEqual([60, -15, NaN]);
    expect([...told["serveCost"]!]).toEqual([0, 20, NaN]);
  });

  const served: Input = {
    ...base,
    service_costs: linkedTable(base, ["乙", "乙", "甲", "戊", "甲"], {
      servedOn: dayColumn(["2025-05-01", "2025-07-01", "2024-01-01", "", "2025-08-01"]),
      costKind: textColumn(["送货", "安装", "送货", "送货", undefined]),
      amount: floatColumn([20, undefined, 1000, 7, undefined]),
      quantity: floatColumn([1, 2, 1, 1, 5]),
      unitCost: floatColumn([1, 25, 1, 1, undefined]),
    }),
    contacts: linkedTable(base, ["甲", "乙", "乙", "戊"], {
      contactedAt: momentColumn(["2025-03-01", "2025-03-02", "2025-03-03", "2025-03-04"]),
      contactKind: textColumn(["上门拜访", "电话", "Visit", "电话"]),
      cost: floatColumn([undefined, undefined, 9, undefined]),
    }),
    complaints: linkedTable(base, ["乙", "丙"], {
      openedAt: momentColumn(["2025-04-01", "2023-04-01"]),
      compensation: floatColumn([4, 100]),
    }),
    invoices: linkedTable(base, ["甲", "甲", "丙", "丙"], {
      invoiceId: textColumn(["F1", "F2", "F3", "F4"]),
      invoicedOn: dayColumn(["2025-02-01", "2025-02-01", "2025-02-01", "2025-02-01"]),
      dueOn: dayColumn(["2025-03-01", "2025-03-01", "2025-12-21", "2025-03-01"]),
      settledOn: dayColumn(["2025-03-11", "", "", ""]),
      openAmount: floatColumn([0, 0, 50, 12]),
      status: textColumn(["已结清", "已结清", "未收", "已核销（坏账）"]),
    }),
    payments: {
      rowCount: 2,
      columns: new Map<string, Column>([
        ["invoiceId", textColumn(["F2", "F2"])],
        ["paidOn", dayColumn(["2025-02-20", "2025-03-05"])],
      ]),
    },
  };

  it("counts each driver from its table and prices it", () => {
    const { drivers, serviceKinds, costToServe } = result(served, SCOPE, {
      perVisit: 3,
      perContact: 2,
      perOrder: 1,
      perReturn: 6,
      perComplaint: 5,
      perLateDay: 0.1,
    });
    const line = (id: string) => drivers.find((driver) => driver.id === id)!;
    // 20 + 2 × 25; a row without money counts and costs nothing; the row without a day and that of 2024 are left out
    expect(line("service")).toMatchObject({ count: 3, money: 70, unitCost: null, undated: 1 });
    expect(serviceKinds).toEqual([
      { name: "安装", rows: 1, money: 50 },
      { name: "送货", rows: 1, money: 20 },
    ]);
    // one visit at 3, one with its own 9
    expect(line("visits")).toMatchObject({ count: 2, money: 12, given: 9, customers: 2 });
    expect(line("contacts")).toMatchObject({ count: 2, money: 4 });
    expect(line("orders")).toMatchObject({ count: 5, money: 5 });
    expect(line("returns")).toMatchObject({ count: 1, money: 6 });
    expect(line("complaints")).toMatchObject({ count: 1, money: 9, given: 4 });
    // F1 10 days by its own day, F2 4 by its last payment, F3 10 up to the as-of day, F4 305 open
    expect(line("late").count).toBe(10 + 4 + 10 + 305);
    expectClose(line("late").money, 32.9, { rel: 1e-12 });
    expect(line("bad-debt")).toMatchObject({ count: 1, money: 12 });
    expectClose(costToServe, 70 + 12 + 4 + 5 + 6 + 9 + 32.9 + 12, { rel: 1e-12 });
    expect(drivers.every(({ gap }) => gap === null)).toBe(true);
  });

  it("names the largest cost of each loss-making customer as its cause", () => {
    const { members } = answer(served, SCOPE);
    const { whale } = result(served, SCOPE);
    // 乙: 30 − 70 − 9 − 4; 丙: 5 − 12; 丁: −10
    expect(whale!.causes).toEqual([
      { cause: "service", customers: 1, loss: -53, cost: 70, alone: 1 },
      { cause: "goods", customers: 1, loss: -10, cost: 10, alone: 1 },
      { cause: "returned", customers: 1, loss: -7, cost: 15, alone: 1 },
    ]);
    expect(whale!.losses.map(({ name, profit, cause }) => [name, profit, cause])).toEqual([
      ["乙", -53, "service"],
      ["丁", -10, "goods"],
      ["丙", -7, "returned"],
    ]);
    expect([...members("loss")!]).toEqual([1, 2, 3]);
    expect([...members("loss:service")!]).toEqual([1]);
    expect(members("loss:late")).toBeNull();
  });

  it("names the table or the column that a driver lacks", () => {
    const { contacts, ...others } = served;
    const columns = new Map([...contacts!.columns].filter(([id]) => id !== "contactKind"));
    const gaps = (tables: Input) =>
      Object.fromEntries(result(tables, SCOPE).drivers.map(({ id, gap }) => [id, gap]));
    expect(gaps(base)).toEqual({
      service: { entity: "service_costs", column: null },
      visits: { entity: "contacts", column: null },
      contacts: { entity: "contacts", column: null },
      orders: null,
      returns: null,
      complaints: { entity: "complaints", column: null },
      late: { entity: "invoices", column: null },
      "bad-debt": { entity: "invoices", column: null },
    });
    const without = gaps({ ...others, contacts: { ...contacts!, columns } });
    expect(without["visits"]).toEqual({ entity: "contacts", column: "contactKind" });
    expect(without["contacts"]).toBeNull();
  });

  it("ranks a customer that costs and does not buy, unless the orders are filtered", () => {
    const tables = tablesOf([sale("甲", 50, { region: "东" })], ["甲", "乙"]);
    const costly: Input = {
      ...tables,
      service_costs: linkedTable(tables, ["乙"], {
        servedOn: dayColumn(["2025-05-01"]),
        amount: floatColumn([20]),
      }),
    };
    const found = result(costly, SCOPE);
    expect(found.costOnlyCustomers).toBe(1);
    expect(found.headline).toMatchObject({ customers: 2, totalProfit: 30, lossCustomers: 1 });
    const filters = [
      { kind: "values", entity: "orders", column: "region", values: ["东"] },
    ] as const;
    const filtered = result(costly, scopeOf("2025-12-31", undefined, filters));
    expect(filtered.headline).toMatchObject({ customers: 1, totalProfit: 50 });
    expect(filtered.hasOrderFilter).toBe(true);
  });

  it("speaks of money where the total is not above zero", () => {
    const found = result(tablesOf([sale("甲", 10), sale("乙", -30)]), SCOPE);
    expect(found.whale!.isMoney).toBe(true);
    expect(found.headline).toMatchObject({
      peakShare: null,
      lossShare: null,
      top20Share: null,
      breakEvenCustomer: null,
      totalProfit: -20,
      peakCustomer: 1,
      lossMoney: -30,
    });
  });

  it("takes a profit that cancels to the last bit for zero", () => {
    const lines = [0.1, 0.2, -0.3].map((profit) => sale("甲", profit));
    expect(result(tablesOf([...lines, sale("乙", 1)]), SCOPE).headline.lossCustomers).toBe(0);
  });

  it("leaves customers without any known profit out and counts them", () => {
    const lines = [sale("甲", 10), { customer: "乙", on: "2025-06-01", amount: 5 }];
    const { headline, missing } = result(tablesOf(lines), SCOPE);
    expect(headline.customers).toBe(1);
    expect(missing).toMatchObject({ profitLines: 1, profitCustomers: 1 });
  });
});

describe("whale without profit", () => {
  const lines = [300, 200, 100].map((amount, i): Line => ({
    customer: `客户${i}`,
    on: "2025-06-01",
    amount,
    orderId: `${i}`,
  }));
  const tables = tablesOf(lines);

  it("draws nothing and names the columns that are missing", () => {
    const { members, result: found } = answer(tables, SCOPE);
    expect(found).toMatchObject({
      kind: "answered",
      ground: "missing",
      whale: null,
      levels: null,
      refusal: {
        code: "profit-missing",
        gaps: [
          { entity: "orders", column: "profit" },
          { entity: "orders", column: "cost" },
        ],
      },
      headline: { peakShare: null, peakCustomer: null, lossCustomers: null, totalProfit: null },
    });
    expect(members("all")).toBeNull();
  });

  it("draws no whale of one margin alone: that would be the curve of sales", () => {
    const found = result(tables, SCOPE, { assumedMargin: 0.2 });
    expect(found.whale).toBeNull();
    expect(found.refusal!.code).toBe("costless-assumption");
  });

  it("tries an assumed margin and cost per order, marked as assumed", () => {
    const found = result(tables, SCOPE, { assumedMargin: 0.2, perOrder: 30 });
    expect(found.ground).toBe("assumed");
    // 60, 40 and 20 less 30 each
    expect(found.headline).toMatchObject({ totalProfit: 30, peakCustomer: 2, lossCustomers: 1 });
    expect(found.whale!.causes[0]).toMatchObject({ cause: "orders", loss: -10 });
  });

  it("does not touch a profit that the data know", () => {
    const known = tablesOf([sale("甲", 10)]);
    expect(result(known, SCOPE, { assumedMargin: 0.9 }).headline.totalProfit).toBe(10);
  });
});

describe("whale, laws", () => {
  const profits = fc.array(fc.integer({ min: -500, max: 900 }), { minLength: 1, maxLength: 40 });
  const file = (values: readonly number[]): Input =>
    tablesOf(values.map((profit, i) => sale(`客户${i % 17}`, profit, { orderId: `${i}` })));

  it("adds up: earned and lost are the total, causes are the loss, drivers are the cost", () => {
    fc.assert(
      fc.property(profits, fc.integer({ min: 0, max: 60 }), (values, perOrder) => {
        const { whale, headline, drivers, costToServe, grossProfit } = result(file(values), SCOPE, {
          perOrder,
        });
        expect(whale!.peakMoney + whale!.lossMoney).toBeCloseTo(whale!.total, 6);
        expect(whale!.causes.reduce((sum, { loss }) => sum + loss, 0)).toBeCloseTo(
          whale!.lossMoney,
          6,
        );
        expect(whale!.causes.reduce((sum, { customers }) => sum + customers, 0)).toBe(
          whale!.lossCustomers,
        );
        expect(drivers.reduce((sum, { money }) => sum + money, 0)).toBeCloseTo(costToServe, 6);
        expect(grossProfit! - costToServe).toBeCloseTo(headline.totalProfit!, 6);
        expect(whale!.peakCustomer + whale!.zeroCustomers + whale!.lossCustomers).toBe(
          headline.customers,
        );
      }),
      { numRuns: 60 },
    );
  });

  it("rises to the peak and falls after it", () => {
    fc.assert(
      fc.property(profits, (values) => {
        const { points, peakCustomer } = result(file(values), SCOPE).whale!;
        points.ranks.forEach((rank, i) => {
          if (i === 0) return;
          const step = points.money[i]! - points.money[i - 1]!;
          expect(rank <= peakCustomer ? step > 0 : step <= 0).toBe(true);
        });
      }),
      { numRuns: 60 },
    );
  });

  it("scales with money: shares and counts stay", () => {
    fc.assert(
      fc.property(profits, fc.integer({ min: 2, max: 50 }), (values, factor) => {
        const one = result(file(values), SCOPE, { perOrder: 7 }).headline;
        const scaled = file(values.map((value) => value * factor));
        const two = result(scaled, SCOPE, { perOrder: 7 * factor }).headline;
        expect(two.lossCustomers).toBe(one.lossCustomers);
        expect(two.peakCustomer).toBe(one.peakCustomer);
        if (one.peakShare === null) expect(two.peakShare).toBeNull();
        else expect(two.peakShare! / one.peakShare).toBeCloseTo(1, 9);
        expect(two.totalProfit! - one.totalProfit! * factor).toBeCloseTo(0, 6);
      }),
      { numRuns: 60 },
    );
  });

  it("never gets more customers into profit by a dearer order", () => {
    fc.assert(
      fc.property(profits, fc.integer({ min: 0, max: 90 }), (values, perOrder) => {
        const cheap = result(file(values), SCOPE, { perOrder }).headline;
        const dear = result(file(values), SCOPE, { perOrder: perOrder + 10 }).headline;
        expect(dear.peakCustomer!).toBeLessThanOrEqual(cheap.peakCustomer!);
        expect(dear.totalProfit!).toBeLessThan(cheap.totalProfit!);
      }),
      { numRuns: 40 },
    );
  });
});
