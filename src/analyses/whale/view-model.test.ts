import { describe, expect, it } from "vitest";
import { resultOf } from "../../../tests/support/answers";
import { dayColumn, linkedTable } from "../../../tests/support/linked-tables";
import { floatColumn, scopeOf, tablesOf, textColumn } from "../../../tests/support/tables";
import { LANGUAGES } from "../../domain/field";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import type { Input } from "../define";
import compute from "./compute";
import { causesTwin, causesView, curveTwin, curveView } from "./curve-view";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import zhHant from "./messages/zh-Hant";
import spec from "./spec";
import {
  causeCell,
  causesSub,
  cautions,
  driversSub,
  findings,
  gapLines,
  howLines,
  isDrawn,
  keepingLines,
  levelRows,
  sourceText,
  type Drawn,
  type Words,
} from "./view-model";

const messages = { "zh-Hans": zhHans, "zh-Hant": zhHant, en };
const wordsIn = (language: (typeof LANGUAGES)[number]): Words => ({
  t: messages[language],
  format: createFormat(language),
  currency: "CNY",
  tableName: (entity) => `<${entity}>`,
  columnName: (_, column) => `<${column}>`,
});
const words = wordsIn("zh-Hans");
const SCOPE = scopeOf("2025-12-31");
const resultFor = (tables: Input, params = {}) =>
  resultOf(spec, compute, { tables, scope: SCOPE, params });

const sales = tablesOf(
  [400, 200, 100, 50, 20].map((profit, i) => ({
    customer: `客户${i}`,
    on: "2025-06-01",
    amount: 1000,
    profit,
    orderId: `${i}`,
  })),
);
const served: Input = {
  ...sales,
  service_costs: linkedTable(sales, ["客户3", "客户4", "客户0", "客户1"], {
    servedOn: dayColumn(["2025-05-01", "2025-05-01", "2025-05-02", ""]),
    costKind: textColumn(["送货", "驻场", "送货", "送货"]),
    amount: floatColumn([10, 90, 40, 5]),
  }),
};
const drawn = (result: ReturnType<typeof resultFor>): Drawn => {
  if (!isDrawn(result)) throw new Error("no whale");
  return result;
};
const result = drawn(resultFor(served));
const params = (more = {}) => ({ ...resolved, ...more });
const resolved = {
  window: "period",
  perVisit: 0,
  perContact: 0,
  perOrder: 0,
  perReturn: 0,
  perComplaint: 0,
  perLateDay: 0,
  assumedMargin: 0,
} as const;

describe("findings", () => {
  it("say what the best bring, what the last lose and why", () => {
    // 360, 200, 100, 40, −70 of 630
    expect(plainText(findings(result, words))).toBe(
      "最好的20%客户带来57%的利润；最后20%（1家）又亏掉11%。亏损主要来自服务费用：1家，共¥70。",
    );
    expect(causeCell(result)).toBe("loss:service");
  });

  it("say that nobody loses, and that no cost to serve is known", () => {
    const text = plainText(findings(resultFor(sales), words));
    expect(text).toBe(
      "最好的20%客户带来52%的利润，没有一家客户亏损。还没有任何服务成本，以下只是毛利。",
    );
    expect(causeCell(resultFor(sales))).toBeNull();
  });

  it("speak of money where the total is not above zero", () => {
    const dear = resultFor(served, { perOrder: 300 });
    expect(plainText(findings(dear, words))).toContain("利润合计−¥870，不是正数");
    expect(curveView(drawn(dear), words).value(-870)).toBe("−870");
    expect(curveTwin(drawn(dear), words).columns).toHaveLength(3);
  });

  it("refuse a whale without profit, and one that would be the curve of sales", () => {
    const columns = new Map([...sales.orders.columns].filter(([id]) => id !== "profit"));
    const blind = { ...sales, orders: { ...sales.orders, columns } };
    expect(plainText(findings(resultFor(blind), words))).toContain("不画鲸鱼曲线");
    const costless = resultFor(blind, { assumedMargin: 0.2 });
    expect(plainText(findings(costless, words))).toContain("销售额曲线换个名字");
    const assumed = resultFor(blind, { assumedMargin: 0.2, perOrder: 5 });
    expect(cautions(assumed, params({ assumedMargin: 0.2 }), words)[0]).toContain("毛利率20%");
    expect(cautions(result, params(), words)).toEqual([]);
  });
});

describe("the curve", () => {
  const view = curveView(result, words);

  it("rises to the peak, falls from it and ends at the whole", () => {
    expect(view.peak).toMatchObject({ x: 0.8, text: "顶点 111%，4家" });
    expect(view.falling.map(({ x }) => x)).toEqual([0.8, 1]);
    expect(view.line.at(-1)).toMatchObject({ x: 1, y: 1 });
    expect(view.breakEven).toMatchObject({ text: "3家已赚到全部" });
  });

  it("opens the customers on their side of the peak", () => {
    expect(view.stops.map(({ cell }) => cell)).toEqual([
      "share:20",
      "earning",
      "break-even",
      "earning",
      "loss",
    ]);
  });

  it("has the same numbers as its table", () => {
    const { rows } = curveTwin(result, words);
    expect(rows).toHaveLength(6);
    expect(rows[4]).toEqual([4, 0.8, 700, 700 / 630]);
  });
});

describe("the tables beside it", () => {
  it("list the causes, what is counted and what is left out", () => {
    const [bar] = causesView(result, words).bars;
    expect(bar).toMatchObject({ name: "服务费用", loss: 70, cell: "loss:service" });
    expect(causesTwin(result, words).rows).toEqual([["服务费用", 1, -70, 90, 1]]);
    expect(sourceText(result.drivers[0]!, result, words)).toBe(
      "<service_costs>；1行没有日期，未计入；其中驻场¥90和送货¥50。",
    );
    expect(gapLines(result, words)).toEqual([
      "拜访和其他联系：没有“<contacts>”表，未计入。",
      "投诉：没有“<complaints>”表，未计入。",
      "拖欠天数和坏账：没有“<invoices>”表，未计入。",
    ]);
    expect(driversSub(result, words)).toContain("每花1元服务，换回5.5元毛利");
    expect(driversSub(resultFor(sales), words)).toBe(words.t.drivers.subNone);
  });

  it("give each group its shares and an advice", () => {
    const rows = levelRows(result.levels!.cells, words);
    expect(rows.map(({ cell }) => cell)).toEqual(["level:high:unknown", "level:low:unknown"]);
    expect(rows[0]).toMatchObject({ name: "利润高·潜力未知", advice: "守住，问清潜力" });
  });

  it("never apply the rule of thumb without data", () => {
    const { answer, lines } = keepingLines(result, words);
    expect(plainText(answer)).toBe("还算不出贵公司自己的倍数。");
    expect(lines[0]).toContain("<campaigns>");
    expect(lines.at(-1)).toContain("不套用");
  });
});

describe("in every language", () => {
  it("every sentence is said, and none has a hole", () => {
    for (const language of LANGUAGES) {
      const local = wordsIn(language);
      const texts = [
        plainText(findings(result, local)),
        causesSub(result, local),
        driversSub(result, local),
        ...howLines(result, local),
        ...gapLines(result, local),
        ...keepingLines(result, local).lines,
      ];
      for (const text of texts) expect(text).not.toMatch(/undefined|NaN|null|\[object/);
      expect(texts.every((text) => text !== "")).toBe(true);
    }
  });
});
