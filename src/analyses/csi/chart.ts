import type { Canvas, FigureBuilder } from "../../page/charts/figure";
import { axisX, directLabel } from "../../page/charts/marks";
import { shortened, textWidth } from "../../page/charts/name-text";
import type { GapLine } from "./gap-view";
import type { ItemBar, ItemView } from "./view-model";

const LINE_HEIGHT = 34;

export const barHeight = (lines: number): number => Math.max(2, lines) * LINE_HEIGHT + 44;

const widest = (names: readonly string[], most: number): number =>
  Math.min(most, Math.max(24, ...names.map(textWidth))) + 14;

/** Points reached and lost of each item; a bar is as long as its weight. */
export const itemBars =
  (view: ItemView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const most = narrow ? 92 : 140;
    const titles = view.points.map(({ title }) => title);
    return {
      options: {
        marginLeft: widest(titles, most),
        marginRight: 64,
        marginTop: 8,
        marginBottom: 28,
        x: { domain: [0, view.most], axis: null },
        y: { domain: [...view.names], padding: 0.35, axis: null },
        marks: [
          plot.barX(view.bars, {
            y: "name",
            x1: "from",
            x2: "to",
            fill: theme.accent,
            fillOpacity: (bar: ItemBar) => (bar.isLost ? 0.22 : 1),
          }),
          ...view.points.map(({ name, x, label }) =>
            directLabel(canvas, label, { x, y: name }, { dx: 6 }),
          ),
          plot.axisY({
            tickSize: 0,
            color: theme.ink,
            label: null,
            tickFormat: (place: string) => shortened(titles[Number(place)] ?? "", most),
          }),
          axisX(canvas, { format: view.tick }),
        ],
      },
      points: view.points.map(({ name, x, cell, title, rows }) => ({
        x: x / 2,
        y: name,
        cell,
        title,
        rows,
      })),
      nearest: "y",
    };
  };

/** Expectation (hollow) and performance (full) of each part, with the gap between them. */
export const gapDumbbells =
  (lines: readonly GapLine[], tick: (value: number) => string): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const most = narrow ? 92 : 140;
    const ends = lines.flatMap(({ performance, expectation }) => [performance, expectation]);
    const [from, to] = [Math.min(...ends), Math.max(...ends)];
    const pad = Math.max(2, (to - from) * 0.12);
    return {
      options: {
        marginLeft: widest(
          lines.map(({ name }) => name),
          most,
        ),
        marginRight: 64,
        marginTop: 8,
        marginBottom: 28,
        x: { domain: [Math.max(0, from - pad), Math.min(100, to + pad)], axis: null },
        y: { domain: lines.map(({ place }) => place), padding: 0.4, axis: null },
        marks: [
          ...dumbbells(canvas, lines),
          ...lines.map((line) =>
            directLabel(
              canvas,
              line.label,
              { x: Math.max(line.performance, line.expectation), y: line.place },
              { dx: 10 },
            ),
          ),
          plot.axisY({
            tickSize: 0,
            color: theme.ink,
            label: null,
            tickFormat: (place: string) => shortened(lines[Number(place)]?.name ?? "", most),
          }),
          axisX(canvas, { format: tick }),
        ],
      },
      points: lines.map(({ performance, place, name, cell, rows }) => ({
        x: performance,
        y: place,
        title: name,
        cell,
        rows,
      })),
      nearest: "y",
    };
  };

function dumbbells({ plot, theme }: Canvas, lines: readonly GapLine[]) {
  const colors = { good: theme.good, bad: theme.bad, plain: theme.ink3 };
  const colorOf = (line: GapLine): string => colors[line.tone];
  return [
    plot.ruleY(lines, {
      y: "place",
      x1: "performance",
      x2: "expectation",
      stroke: colorOf,
      strokeWidth: 3,
      strokeOpacity: 0.5,
    }),
    plot.dot(lines, {
      x: "expectation",
      y: "place",
      r: 5,
      fill: theme.surface,
      stroke: colorOf,
      strokeWidth: 2,
    }),
    plot.dot(lines, { x: "performance", y: "place", r: 5, fill: colorOf }),
  ];
}
