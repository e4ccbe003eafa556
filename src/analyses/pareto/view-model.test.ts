import { describe, expect, it } from "vitest";
import { resultOf } from "../../../tests/support/answers";
import { scopeOf, tablesOf } from "../../../tests/support/tables";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import compute from "./compute";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import spec from "./spec";
import {
  curveSub,
  curveTwin,
  curveView,
  decilesView,
  findings,
  howLines,
  lorenzView,
  type Words,
} from "./view-model";

const tables = tablesOf([
  ...[500, 200, 100, 80, 60, 30, 15, 10, 4, 1].map((amount, i) => ({
    customer: `客户${i}`,
    on: "2025-06-01",
    amount: amount * 1000,
  })),
  { customer: "客户0", on: "2025-07-01", amount: -1000, kind: "return" as const },
]);
const result = resultOf(spec, compute, { tables, scope: scopeOf("2025-12-31") });
const chinese: Words = { t: zhHans, format: createFormat("zh-Hans"), currency: "CNY" };
const english: Words = { t: en, format: createFormat("en"), currency: "CNY" };

describe("findings", () => {
  it("say who makes 80 %, in each language's own joints", () => {
    expect(plainText(findings(result, chinese))).toBe(
      "前30%的客户（3家）带来80%的销售额。最大的20%客户占70%。",
    );
    expect(plainText(findings(result, english))).toBe(
      "The top 30% of customers (3) bring 80% of sales. The largest 20% hold 70%.",
    );
  });
});

describe("curveView", () => {
  const view = curveView(result, chinese);

  it("has one area a grade, joined at the corners", () => {
    expect(view.areas.map((area) => area.grade)).toEqual(["a", "b", "c"]);
    const [a, b, c] = view.areas.map((area) => area.points);
    expect(a!.at(-1)).toEqual(b![0]);
    expect(b!.at(-1)).toEqual(c![0]);
    expect(c!.at(-1)).toEqual({ x: 1, y: 1 });
  });

  it("marks the 80 % point and stops at openable places in order", () => {
    expect(view.mark).toMatchObject({ x: 0.3, y: 0.8, text: "30%的客户 → 80%的销售额" });
    const places = view.stops.map((stop) => stop.x);
    expect(places).toEqual(places.toSorted((p, q) => p - q));
    expect(view.stops.find((stop) => stop.x === 0.3)!.cell).toBe("top:80");
    expect(view.stops.at(-1)!.cell).toBe("grade:c");
  });

  it("drops ticks that would run into each other", () => {
    expect(view.xTicks).toEqual([0, 0.1, 0.5, 1]);
  });
});

describe("words around the figures", () => {
  it("name the benchmark and the actual shares", () => {
    expect(curveSub(result, chinese)).toContain("基准50/30/20，实际50/44/6");
  });

  it("say what was left out and nothing that does not apply", () => {
    const lines = howLines(result, chinese);
    expect(lines.join("")).toContain("退货1行");
    expect(lines).toHaveLength(4);
  });
});

describe("the other charts", () => {
  it("run from 0 to 1, and from the first to the ninth tenth", () => {
    expect(lorenzView(result, chinese).points).toHaveLength(11);
    expect(decilesView(result, chinese).bars.map((bar) => bar.position)).toHaveLength(9);
    expect(curveTwin(result, chinese).rows.at(-1)).toEqual([10, 1, 1]);
  });
});
