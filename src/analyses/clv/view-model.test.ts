import { describe, expect, it } from "vitest";
import { resultOf } from "../../../tests/support/answers";
import { orderLines } from "../../../tests/contract/gauntlet";
import { scopeOf, tablesOf } from "../../../tests/support/tables";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import compute from "./compute";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import spec from "./spec";
import {
  cautions,
  factRows,
  fallingCells,
  findings,
  frequencyView,
  gridView,
  howLines,
  trackingSub,
  type Words,
} from "./view-model";

const hans: Words = { t: zhHans, format: createFormat("zh-Hans"), currency: "CNY" };
const english: Words = { t: en, format: createFormat("en"), currency: "CNY" };
const found = resultOf(spec, compute, {
  tables: tablesOf(orderLines(900, 90, 3)),
  scope: scopeOf(20453),
  params: { replicates: 10 },
});

describe("findings", () => {
  it("says the total, its interval and who falls out of A, each only when there is one", () => {
    const text = plainText(findings(found, hans));
    expect(text).toContain("今后12个月");
    expect(text).toContain("95%区间");
    const falls = fallingCells(found).length > 0;
    expect(text.includes("过去是A类")).toBe(falls);
    const calm = {
      ...found,
      grid: found.grid.filter(({ now }) => now !== "a"),
      clvTotalInterval: null,
    };
    const quiet = plainText(findings(calm, english));
    expect(quiet).not.toContain("grade A");
    expect(quiet).not.toContain("interval");
  });
});

describe("cautions", () => {
  const well = {
    ...found,
    fit: { ...found.fit, quality: "exact" as const },
    headline: { ...found.headline, holdoutRatio: 1.1 },
    spend: null,
  };

  it("are none when all checks are well", () => {
    expect(cautions(well, hans)).toEqual([]);
  });

  it("name a prediction far off, a limit and a strong correlation", () => {
    const high = { ...well, headline: { ...well.headline, holdoutRatio: 1.5 } };
    expect(cautions(high, hans)).toEqual([zhHans.cautions.high({ ratio: "50%" })]);
    const low = { ...well, headline: { ...well.headline, holdoutRatio: 0.5 } };
    expect(cautions(low, english)).toEqual([en.cautions.low({ ratio: "50%" })]);
    const limit = { ...well, fit: { ...well.fit, quality: "boundary" as const } };
    expect(cautions(limit, hans)).toEqual([zhHans.cautions.boundary]);
  });
});

describe("views", () => {
  it("draw every cell of the grid and open it", () => {
    const view = gridView(found, hans);
    expect(view.cells).toHaveLength(9);
    expect(view.cells.map(({ cell }) => cell)).toContain("grid:a:c");
    expect(Math.max(...view.cells.map(({ depth }) => depth))).toBe(1);
  });

  it("call the last class of repeats open", () => {
    const { columns } = frequencyView(found, hans);
    expect(columns.at(-1)!.name).toBe("7次以上");
    expect(frequencyView(found, english).columns.at(-1)!.name).toBe("7+");
  });

  it("list parameters with their unit, and leave out what is not there", () => {
    const names = factRows(found, hans).map(({ name }) => name);
    expect(names.slice(0, 4)).toEqual(["r", "α（周）", "a", "b"]);
    const bare = factRows({ ...found, spend: null, holdout: null, simple: null }, hans);
    expect(bare.map(({ name }) => name)).not.toContain(zhHans.facts.holdout);
    expect(howLines({ ...found, simple: null }, hans).length).toBeGreaterThan(3);
    expect(trackingSub({ ...found, holdout: null }, hans)).toBe(zhHans.tracking.subPlain);
  });
});
