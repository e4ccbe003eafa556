import type { FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY, directLabel } from "../../page/charts/marks";
import { shortened, textWidth } from "../../page/charts/name-text";
import type { AgainView, DrawnBone, FishboneView, ParetoView, WhiskerView } from "./chart-view";

const ROW_HEIGHT = 30;

export const rowsHeight = (rows: number): number => Math.max(2, rows) * ROW_HEIGHT + 34;

const widest = (texts: readonly string[]): number => Math.max(...texts.map(textWidth), 0);

/** Causes as bars, the largest first, with the running share on the same width. */
export const paretoChart =
  (view: ParetoView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow, width } = canvas;
    const names = view.bars.map((bar) => bar.name);
    const room = Math.min(widest(names) + 16, width * 0.34);
    const largest = Math.max(...view.bars.map((bar) => bar.value), 1e-9);
    const line = view.bars.map((bar) => ({ ...bar, at: bar.running * largest }));
    return {
      options: {
        marginLeft: room,
        marginTop: 4,
        marginBottom: 26,
        marginRight: narrow ? 66 : 84,
        x: { domain: [0, largest] },
        y: { domain: names, padding: 0.34, axis: null },
        marks: [
          plot.barX(view.bars, {
            x: "value",
            y: "name",
            fill: (bar: (typeof view.bars)[number]) => (bar.isRising ? theme.bad : theme.accent),
          }),
          plot.line(line, { x: "at", y: "name", stroke: theme.watch, strokeWidth: 2 }),
          plot.dot(line, { x: "at", y: "name", r: 3.5, fill: theme.watch, stroke: theme.surface }),
          plot.axisY({
            tickSize: 0,
            color: theme.ink,
            label: null,
            tickFormat: (name: string) => shortened(name, room - 14),
          }),
          ...view.bars.map((bar) =>
            directLabel(canvas, bar.label, { x: bar.value, y: bar.name }, { dx: 6 }),
          ),
          axisX(canvas, {
            ticks: [0, largest / 2, largest],
            format: (value: number) => view.percent(value / largest),
          }),
        ],
      },
      points: view.bars.map(({ value, name, cell, rows }) => ({
        x: value,
        y: name,
        cell,
        title: name,
        rows,
      })),
      nearest: "y",
    };
  };

/** The fishbone: a spine to the head, a bone for each code, its causes as twigs; the more cases the stronger the bone. */
export const fishbone =
  (view: FishboneView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow, width } = canvas;
    const strength = ({ cases }: DrawnBone): number => 1.2 + (4 * cases) / view.most;
    const twigRoom = (width / 10) * (narrow ? 2.1 : 2.4) - 14;
    const drawn = view.bones.flatMap((bone) => [
      plot.line([bone.from, bone.to], {
        x: "x",
        y: "y",
        stroke: bone.cases === 0 ? theme.line : theme.accent,
        strokeWidth: strength(bone),
        strokeLinecap: "round",
      }),
      directLabel(
        canvas,
        bone.text,
        { x: bone.from.x, y: bone.from.y },
        { anchor: "middle", dy: bone.from.y > 0 ? -10 : 12, strong: true },
      ),
      ...bone.twigs
        .slice(0, narrow ? 2 : 3)
        .map((twig) => directLabel(canvas, shortened(twig.text, twigRoom), twig, { dx: 7 })),
    ]);
    return {
      options: {
        marginTop: 18,
        marginBottom: 18,
        marginLeft: 26,
        marginRight: 12,
        x: { domain: [1.2, 10.6], axis: null },
        y: { domain: [-5, 5], axis: null },
        marks: [
          plot.line(
            [
              { x: 1.2, y: 0 },
              { x: 9.2, y: 0 },
            ],
            { x: "x", y: "y", stroke: theme.ink2, strokeWidth: 2.5 },
          ),
          ...drawn,
          directLabel(canvas, view.head, { x: 9.3, y: 0 }, { strong: true }),
        ],
      },
      points: view.bones
        .filter(({ cases }) => cases > 0)
        .map(({ from, to, text, cell, rows }) => ({
          x: (from.x + to.x) / 2,
          y: (from.y + to.y) / 2,
          title: text,
          cell,
          rows,
        })),
      nearest: "xy",
    };
  };

/** Values with their intervals, one a row; a mark for the whole. */
export const whiskers =
  (view: WhiskerView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, width, narrow } = canvas;
    const names = view.rows.map((row) => row.name);
    const room = Math.min(widest(names) + 16, width * 0.36);
    return {
      options: {
        marginLeft: room,
        marginTop: 8,
        marginBottom: 10,
        marginRight: Math.min(widest(view.rows.map((row) => row.label)) + 14, narrow ? 110 : 140),
        x: { domain: [0, view.xMax], axis: null },
        y: { domain: names, padding: 0.4, axis: null },
        marks: [
          ...(view.mark === null
            ? []
            : [plot.ruleX([view.mark], { stroke: theme.ink3, strokeDasharray: "3 3" })]),
          plot.ruleY(view.rows, {
            x1: "low",
            x2: "high",
            y: "name",
            stroke: theme.ink2,
            strokeWidth: 1.5,
          }),
          plot.dot(view.rows, {
            x: "value",
            y: "name",
            r: 5,
            fill: (row: (typeof view.rows)[number]) => (row.stands ? theme.bad : theme.accent),
            stroke: theme.surface,
            strokeWidth: 1.5,
          }),
          plot.axisY({
            tickSize: 0,
            color: theme.ink,
            label: null,
            tickFormat: (name: string) => shortened(name, room - 14),
          }),
          ...view.rows.map((row) =>
            directLabel(canvas, row.label, { x: view.xMax, y: row.name }, { dx: 8 }),
          ),
        ],
      },
      points: view.rows.map(({ value, name, cell, rows }) => ({
        x: value,
        y: name,
        cell,
        title: name,
        rows,
      })),
      nearest: "y",
    };
  };

/** The share of complaints that another follows, by days. */
export const againCurve =
  (view: AgainView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const end = view.line.at(-1)?.x ?? 1;
    const top = Math.max(...view.line.map(({ y }) => y), 0.05);
    return {
      options: {
        marginTop: 12,
        marginRight: narrow ? 16 : 24,
        x: { domain: [0, Math.max(end, 1)] },
        y: { domain: [0, Math.min(1, top * 1.1)] },
        marks: [
          plot.areaY(view.line, { x: "x", y: "y", curve: "step-after", fill: theme.accentSoft }),
          plot.line(view.line, {
            x: "x",
            y: "y",
            curve: "step-after",
            stroke: theme.accent,
            strokeWidth: 2,
          }),
          axisX(canvas, {
            ticks: [0, 30, 90, 180, 365].filter((at) => at <= end),
            format: view.number,
          }),
          axisY(canvas, { ticks: [0, top / 2, top], format: view.percent }),
        ],
      },
      points: view.stops,
      nearest: "x",
    };
  };
