import { describe, expect, it } from "vitest";
import { resultOf } from "../../../tests/support/answers";
import { referenceTables } from "../../../tests/support/reference-files";
import { scopeOf } from "../../../tests/support/tables";
import { LANGUAGES } from "../../domain/field";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import compute from "./compute";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import zhHant from "./messages/zh-Hant";
import spec, { type ClusterLine, type ClustersResult } from "./spec";
import {
  cautions,
  choiceRows,
  clusterNames,
  clusterRows,
  findings,
  goneCluster,
  mapTwin,
  mapView,
} from "./view-model";

const messages = { "zh-Hans": zhHans, "zh-Hant": zhHant, en };
const wordsIn = (language: (typeof LANGUAGES)[number]) => ({
  t: messages[language],
  format: createFormat(language),
  currency: "USD",
});
const words = wordsIn("zh-Hans");
const found = resultOf(spec, compute, {
  tables: referenceTables("superstore"),
  scope: scopeOf("2017-12-31"),
  params: { k: 4 },
});
const withLevels = (...levels: ClusterLine["levels"][]): ClustersResult => ({
  ...found,
  clusters: levels.map((each) => ({ ...found.clusters[0]!, levels: each })),
});

describe("clusters in words", () => {
  it("names groups by where they stand, and numbers those of one name", () => {
    const best = { recency: "low", frequency: "high", money: "high" } as const;
    const gone = { recency: "high", frequency: "middle", money: "high" } as const;
    const small = { recency: "high", frequency: "low", money: "low" } as const;
    const result = withLevels(best, gone, small, best);
    expect(clusterNames(result, words)).toEqual([
      "活跃大客户1",
      "走远的大客户",
      "沉睡小客户",
      "活跃大客户2",
    ]);
    expect(goneCluster(result)).toBe(1);
    expect(plainText(findings(result, words))).toContain("“走远的大客户”");
    expect(plainText(findings(withLevels(best, small), words))).not.toContain("曾经买得多");
  });

  it("says how clear the borders are, as the silhouette allows", () => {
    const said = (silhouette: number): string =>
      plainText(findings({ ...found, headline: { ...found.headline, silhouette } }, words));
    expect(said(0.6)).toContain("分得清楚");
    expect(said(0.4)).toContain("大致分得开");
    expect(said(0.25)).toContain("没有天然的界线");
  });

  it("says that another number speaks for itself, that none is stable, and that some were drawn", () => {
    expect(cautions({ ...found, bestK: 4 }, words)).toEqual([]);
    expect(cautions({ ...found, bestK: 2 }, words)).toHaveLength(1);
    expect(cautions({ ...found, bestK: 4, isStable: false, sampled: 5000 }, words)).toHaveLength(2);
  });

  it("speaks three languages without a hole", () => {
    for (const language of LANGUAGES) {
      const text = plainText(findings(found, wordsIn(language)));
      expect(text).not.toMatch(/undefined|NaN|\[object/);
      for (const row of clusterRows(found, wordsIn(language)))
        for (const value of Object.values(row)) expect(value).not.toMatch(/undefined|NaN/);
    }
  });
});

describe("what is drawn", () => {
  it("opens every group, and has all in the table", () => {
    expect(mapView(found, words).points.map(({ cell }) => cell)).toEqual(
      clusterRows(found, words).map(({ cell }) => cell),
    );
    const twin = mapTwin(found, words);
    expect(twin.rows).toHaveLength(4);
    expect(twin.rows.every((row) => row.length === twin.columns.length)).toBe(true);
  });

  it("marks the number that is shown", () => {
    const shown = choiceRows(found, words).filter(({ isShown }) => isShown);
    expect(shown.map(({ k }) => k)).toEqual([4]);
  });
});
