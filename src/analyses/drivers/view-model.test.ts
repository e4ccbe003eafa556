import { describe, expect, it } from "vitest";
import { resultOf } from "../../../tests/support/answers";
import { importedSurvey } from "../../../tests/support/surveys";
import { scopeOf } from "../../../tests/support/tables";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import compute from "./compute";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import spec from "./spec";
import {
  asymmetryRows,
  cautions,
  driverTwin,
  findings,
  howLines,
  leftText,
  mapView,
  shareView,
  toFix,
  type Words,
} from "./view-model";

const hans: Words = { t: zhHans, format: createFormat("zh-Hans") };
const english: Words = { t: en, format: createFormat("en") };

describe("the view of drivers", async () => {
  const tables = await importedSurvey("customer_sat_yellow_pages.csv");
  const result = resultOf(spec, compute, {
    tables,
    scope: scopeOf("2025-12-31"),
    params: { replicates: 100 },
  });

  it("says what is explained, what weighs most and what to improve first", () => {
    const text = plainText(findings(result, hans));
    expect(text).toContain("9项一起解释了“q1”72%的差异");
    expect(text).toContain("“q4”（23%）");
    expect(text).toContain("最该先改的是");
    expect(toFix(result).map(({ name }) => name)).toEqual(["q4", "q6"]);
    expect(plainText(findings(result, english))).toContain("to be improved first: q4 and q6");
  });

  it("names nothing to improve when every place is uncertain", () => {
    const unsure = {
      ...result,
      drivers: result.drivers.map((driver) => ({ ...driver, isUndecided: true })),
    };
    expect(plainText(findings(unsure, hans))).toContain("没有一项可以确定");
    const places = driverTwin(unsure, hans).rows.map((row) => row[8]);
    expect(new Set(places)).toEqual(new Set(["未定"]));
  });

  it("draws a closed region about each point and opens the customers below the middle", () => {
    const { points } = mapView(result, hans);
    for (const { outline } of points) {
      expect(outline[0]!.x).toBeCloseTo(outline.at(-1)!.x, 9);
      expect(outline[0]!.y).toBeCloseTo(outline.at(-1)!.y, 9);
    }
    expect(points.map(({ cell }) => cell)).toEqual(
      shareView(result, hans).lines.map(({ cell }) => cell),
    );
  });

  it("warns of what explains little and of few or incomplete questionnaires", () => {
    expect(cautions(result, hans)).toEqual([]);
    const thin = { ...result, r2: 0.1, n: 60, asked: 200 };
    expect(cautions(thin, hans)).toHaveLength(3);
  });

  it("lists penalties and rewards, and what was left out", () => {
    expect(asymmetryRows(result, hans)).toHaveLength(9);
    expect(leftText(result, hans)).toBeNull();
    const left = [{ name: "x", reason: "few" as const }];
    expect(leftText({ ...result, left }, english)).toBe("Left out: x (too few answers).");
    expect(howLines(result, hans)[2]).toContain("100次");
  });
});
