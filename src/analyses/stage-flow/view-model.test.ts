import { describe, expect, it } from "vitest";
import { resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { referenceTables } from "../../../tests/support/reference-files";
import { scopeOf } from "../../../tests/support/tables";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import { aheadTwin, aheadView, matrixTwin, matrixView } from "./chart-view";
import compute from "./compute";
import { flowView } from "./flow-view";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import spec from "./spec";
import { findings, slipping, testRows, type Words } from "./view-model";

const chinese: Words = { t: zhHans, format: createFormat("zh-Hans") };
const english: Words = { t: en, format: createFormat("en") };

describe("the words of stage flow", () => {
  const result = resultOf(spec, compute, {
    tables: referenceTables("superstore"),
    scope: scopeOf("2017-12-31"),
  });

  it("says who stays, what slips, and whether the forecast beat standing still", () => {
    const text = plainText(findings(result, chinese));
    expect(text).toContain(chinese.format.percent(result.headline.stay));
    const isBetter = result.headline.backtestError! < result.headline.naiveError!;
    expect(text.includes("并不比")).toBe(!isBetter);
    expect(plainText(findings(result, english))).toContain("Back-test");
    expect(slipping(result)!.to).toBe("winback");
  });

  it("draws the moves that can happen, and the bands as wide as the moves of the last period", () => {
    expect(matrixView(result, chinese).fields.length).toBe(
      result.cells.filter(({ share }) => share !== null).length,
    );
    expect(matrixTwin(result, english).rows.length).toBe(matrixView(result, english).fields.length);
    const { ribbons, nodes } = flowView(result, chinese);
    const right = nodes.filter(({ x }) => x === 1);
    const arrived = right.reduce((sum, { low, high }) => sum + high - low, 0);
    expectClose(arrived, result.headline.customers, { rel: 1e-9 });
    for (const { edge } of ribbons) {
      expectClose(edge[0]!.high - edge[0]!.low, edge[1]!.high - edge[1]!.low, { rel: 1e-9 });
      expect(Math.min(...edge.map(({ low }) => low))).toBeGreaterThanOrEqual(0);
    }
  });

  it("joins what was to what may come, with a table of both", () => {
    const view = aheadView(result, english);
    for (const { past, ahead } of view.lines) expect(ahead[0]!.count).toBe(past.at(-1)!.count);
    expect(aheadTwin(result, english).rows.length).toBe(
      4 * (result.past.length + result.ahead.length),
    );
    expect(testRows(result, chinese).length).toBe(result.backTest!.errors.length);
  });
});
