import * as plot from "@observablehq/plot";
import { describe, expect, it, vi } from "vitest";
import { heatHeight, heatMap } from "../../src/analyses/cohorts/chart";
import cohorts from "../../src/analyses/cohorts/compute";
import cohortsSpec from "../../src/analyses/cohorts/spec";
import { heatView } from "../../src/analyses/cohorts/view-model";
import { ledgerChart as accountChart } from "../../src/analyses/lifecycle/chart";
import lifecycle from "../../src/analyses/lifecycle/compute";
import lifecycleSpec from "../../src/analyses/lifecycle/spec";
import { ledgerView } from "../../src/analyses/lifecycle/view-model";
import { carriersChart, ledgerChart } from "../../src/analyses/overview/chart";
import overview from "../../src/analyses/overview/compute";
import overviewSpec from "../../src/analyses/overview/spec";
import { cumulativeCurve, decileBars, lorenzCurve } from "../../src/analyses/pareto/chart";
import pareto from "../../src/analyses/pareto/compute";
import paretoSpec from "../../src/analyses/pareto/spec";
import { curveView, decilesView, lorenzView } from "../../src/analyses/pareto/view-model";
import { rfmGrid, segmentBars } from "../../src/analyses/rfm/chart";
import rfm from "../../src/analyses/rfm/compute";
import rfmSpec from "../../src/analyses/rfm/spec";
import { barsView, gridView } from "../../src/analyses/rfm/view-model";
import { createFormat } from "../../src/i18n/format";
import { analysis as t } from "../../src/i18n/locales/zh-Hans/analysis";
import { drawFigure } from "../../src/page/charts/draw";
import type { FigureBuilder } from "../../src/page/charts/figure";
import { monthBars, monthChart } from "../../src/page/pages/customers/month-chart";
import { resultOf } from "../support/answers";
import { day, scopeOf, tablesOf, type Line } from "../support/tables";

/** Twelve customers whose rhythms and sizes differ; the last month is not over on the as-of day. */
const lines = Array.from({ length: 12 }, (_, c): Line[] =>
  Array.from({ length: 4 + (c % 5) * 3 }, (_, i) => ({
    customer: `客户${c}`,
    on: day("2024-01-05") + c * 17 + i * (21 + c * 4),
    amount: 100 * (12 - c) + 10 * i,
    profit: 20 * (12 - c) - 5 * i,
  })),
).flat();
const question = { tables: tablesOf(lines), scope: scopeOf("2025-05-20") };
const format = createFormat("zh-Hans");
const currency = "CNY";

const today = resultOf(overviewSpec, overview, question);
const value = resultOf(paretoSpec, pareto, question);
const segments = resultOf(rfmSpec, rfm, question);
const account = resultOf(lifecycleSpec, lifecycle, question);
const retention = resultOf(cohortsSpec, cohorts, question);

const paretoWords = { t: t.pareto, format, currency };
const rfmWords = { t: t.rfm, format, currency };
const lifeWords = { t: t.lifecycle, format, currency, grain: "month" } as const;
const heat = heatView(
  retention,
  { t: t.cohorts, format, currency, grain: "month", smallBelow: 20, columnName: (id) => id },
  "heads",
);
const months = {
  bars: monthBars(24_300, Float64Array.of(120, 0, 340.5, -20, 80), true),
  currency,
  format,
  salesWord: "销售额",
};

const FIGURES: Readonly<Record<string, FigureBuilder>> = {
  "overview-carriers": carriersChart(today.pareto, { t: t.overview, format, currency }),
  "overview-ledger": ledgerChart(today, { t: t.overview, format, currency }),
  "pareto-curve": cumulativeCurve(curveView(value, paretoWords)),
  "pareto-lorenz": lorenzCurve(lorenzView(value, paretoWords)),
  "pareto-deciles": decileBars(decilesView(value, paretoWords)),
  "rfm-grid": rfmGrid(gridView(segments, rfmWords)),
  "rfm-segments": segmentBars(barsView(segments, rfmWords)),
  "lifecycle-heads": accountChart(ledgerView(account, lifeWords, "heads")),
  "lifecycle-money": accountChart(ledgerView(account, lifeWords, "money")),
  "cohorts-heat": heatMap(heat),
  "customer-months": monthChart(months),
};

/** Three decimals, ids by their order, no class that the library makes up; one element a line. */
function normalised(svg: SVGSVGElement): string {
  const ids = new Map<string, string>();
  return svg.outerHTML
    .replace(/\d+\.\d{4,}/g, (digits) => String(Number(Number(digits).toFixed(3))))
    .replace(/plot-[0-9a-f]{6,}/g, "plot")
    .replace(/(?<=id="|url\(#|url\(&quot;#)[\w-]+/g, (id) => {
      ids.set(id, ids.get(id) ?? `id-${ids.size + 1}`);
      return ids.get(id) ?? id;
    })
    .replaceAll("><", ">\n<");
}

describe("the figures", () => {
  for (const [name, build] of Object.entries(FIGURES)) {
    for (const width of [640, 320]) {
      it(`${name} at ${width} px is drawn as it was, and without a warning`, async () => {
        const warned = vi.spyOn(console, "warn");
        const height = name === "cohorts-heat" ? heatHeight(heat) : 260;
        const { svg, drawing } = drawFigure(build, { plot, width, height });
        expect(warned).not.toHaveBeenCalled();
        const text = normalised(svg);
        expect(text).not.toMatch(/NaN|undefined|Infinity/);
        // A colour that went through a scale was taken for data: all our colours are tokens.
        expect(text).not.toMatch(/(?:fill|stroke)="(?:#|rgb)/);
        expect(drawing.points.length).toBeGreaterThan(0);
        await expect(text).toMatchFileSnapshot(`__figures__/${name}-${width}.svg`);
      });
    }
  }
});
