import type { FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY, directLabel, zeroLine } from "../../page/charts/marks";
import type { MonthShare, ThemeBar, WordRow } from "./view-model";

const ROW_HEIGHT = 28;

export const rowsHeight = (rows: number): number => Math.max(3, rows) * ROW_HEIGHT + 24;

/** Against to the left, for to the right. */
export const themeChart =
  (bars: readonly ThemeBar[]): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const most = Math.max(...bars.flatMap(({ positive, negative }) => [positive, negative]), 1);
    return {
      options: {
        marginLeft: narrow ? 76 : 104,
        marginRight: 34,
        marginTop: 6,
        marginBottom: 8,
        x: { domain: [-most * 1.15, most * 1.15], axis: null },
        y: { domain: bars.map(({ name }) => name), padding: 0.34, axis: null },
        marks: [
          plot.barX(bars, {
            x1: (bar: ThemeBar) => -bar.negative,
            x2: 0,
            y: "name",
            fill: theme.bad,
          }),
          plot.barX(bars, { x1: 0, x2: "positive", y: "name", fill: theme.good }),
          zeroLine(canvas, "x"),
          plot.axisY({ tickSize: 0, color: theme.ink, label: null }),
          ...bars.flatMap((bar) => [
            directLabel(
              canvas,
              String(bar.negative),
              { x: -bar.negative, y: bar.name },
              { anchor: "end", dx: -5 },
            ),
            directLabel(canvas, String(bar.positive), { x: bar.positive, y: bar.name }, { dx: 5 }),
          ]),
        ],
      },
      points: bars.map(({ name, positive, cell, rows }) => ({
        x: positive,
        y: name,
        cell,
        title: name,
        rows,
      })),
      nearest: "y",
    };
  };

/** Words with their log-odds and intervals around zero. */
export const wordChart =
  (words: readonly WordRow[]): FigureBuilder =>
  (canvas) => {
    const { plot, theme } = canvas;
    const reach = Math.max(
      ...words.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]),
      0.1,
    );
    return {
      options: {
        marginLeft: 96,
        marginRight: 14,
        marginTop: 6,
        marginBottom: 8,
        x: { domain: [-reach, reach], axis: null },
        y: { domain: words.map(({ word }) => word), padding: 0.4, axis: null },
        marks: [
          zeroLine(canvas, "x"),
          plot.ruleY(words, {
            x1: "low",
            x2: "high",
            y: "word",
            stroke: theme.ink2,
            strokeWidth: 1.5,
          }),
          plot.dot(words, {
            x: "logOdds",
            y: "word",
            r: 5,
            fill: (row: WordRow) => (row.logOdds > 0 ? theme.good : theme.bad),
            stroke: theme.surface,
          }),
          plot.axisY({ tickSize: 0, color: theme.ink, label: null }),
        ],
      },
      points: words.map(({ word, logOdds, cell, rows }) => ({
        x: logOdds,
        y: word,
        cell,
        title: word,
        rows,
      })),
      nearest: "y",
    };
  };

interface MonthView {
  readonly months: readonly MonthShare[];
  readonly tick: (key: string) => string;
  readonly percent: (share: number) => string;
}

export const monthChart =
  ({ months, tick, percent }: MonthView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const highest = Math.max(...months.map(({ share }) => share), 0.05);
    // Whole steps of a tenth, so that the marks on the axis are round.
    const top = Math.min(1, Math.ceil(highest * 10) / 10);
    const stride = Math.max(1, Math.ceil(months.length / (narrow ? 4 : 9)));
    return {
      options: {
        marginTop: 10,
        marginRight: 20,
        x: { type: "point", domain: months.map(({ at }) => at) },
        y: { domain: [0, top] },
        marks: [
          plot.line(months, { x: "at", y: "share", stroke: theme.bad, strokeWidth: 2 }),
          plot.dot(months, { x: "at", y: "share", r: 3.5, fill: theme.bad }),
          axisX(canvas, {
            ticks: months.filter((_, k) => k % stride === 0).map(({ at }) => at),
            format: tick,
          }),
          axisY(canvas, { ticks: [0, top / 2, top], format: percent }),
        ],
      },
      points: months.map(({ at, share, title, rows }) => ({ x: at, y: share, title, rows })),
      nearest: "x",
    };
  };
