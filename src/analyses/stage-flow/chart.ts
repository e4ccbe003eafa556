import type { FigureBuilder } from "../../page/charts/figure";
import { axisX, axisY, directLabel } from "../../page/charts/marks";
import type { ChartTheme } from "../../page/charts/theme";
import type { AheadView, MatrixView } from "./chart-view";
import type { FlowView, Side } from "./flow-view";
import { FLOW_STAGES } from "./spec";

/** One colour a stage in all three pictures. */
function stageColor(theme: ChartTheme, stage: Side): string {
  switch (stage) {
    case "none":
      return theme.ink3;
    case "acquire":
      return theme.life.new;
    case "develop":
      return theme.watch;
    case "retain":
      return theme.life.returning;
    case "winback":
      return theme.life.lost;
  }
}

/** From each stage (downwards) to each (across): darker = a larger share. */
export const moveMatrix =
  (view: MatrixView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const stages = [...FLOW_STAGES];
    const place = { x: "x", y: "y" };
    const ink = (field: { readonly share: number }) => theme.onRamp(field.share);
    const axis = { tickSize: 0, label: null, tickFormat: view.name };
    return {
      options: {
        marginTop: 28,
        marginBottom: 4,
        marginLeft: narrow ? 56 : 72,
        marginRight: 4,
        x: { type: "band", domain: stages, padding: 0.04, axis: null },
        y: { type: "band", domain: stages, padding: 0.06, axis: null },
        marks: [
          plot.cell(view.fields, {
            ...place,
            fill: (field: { readonly share: number }) => theme.ramp(field.share),
            rx: 4,
          }),
          plot.text(view.fields, {
            ...place,
            text: "text",
            dy: narrow ? 0 : -7,
            fill: ink,
            fontWeight: 600,
            fontSize: 14,
          }),
          ...(narrow
            ? []
            : [
                plot.text(view.fields, {
                  ...place,
                  text: "small",
                  dy: 11,
                  fill: ink,
                  fontSize: 11,
                }),
              ]),
          plot.axisX({ ...axis, anchor: "top", color: theme.ink2 }),
          plot.axisY({ ...axis, color: theme.ink }),
        ],
      },
      points: view.fields.map(({ x, y, title, rows, cell }) => ({
        x,
        y,
        title,
        rows,
        ...(cell === undefined ? {} : { cell }),
      })),
      nearest: "xy",
    };
  };

/** Bands from where customers were to where they are; the colour says where they are now. */
export const moveFlow =
  (view: FlowView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const side = narrow ? 88 : 110;
    return {
      options: {
        marginTop: 8,
        marginBottom: 8,
        marginLeft: side,
        marginRight: side,
        x: { domain: [0, 1], axis: null },
        y: { domain: [0, view.height], axis: null },
        marks: [
          ...view.ribbons.map(({ edge, from, to }) =>
            plot.areaY(edge, {
              x: "x",
              y1: "low",
              y2: "high",
              curve: "bump-x",
              fill: stageColor(theme, to),
              fillOpacity: from === to ? 0.28 : 0.6,
            }),
          ),
          ...view.nodes.map(({ x, low, high, stage }) =>
            plot.ruleX([x], {
              y1: low,
              y2: high,
              stroke: stageColor(theme, stage),
              strokeWidth: 5,
            }),
          ),
          ...view.nodes.map(({ x, low, high, text }) =>
            directLabel(
              canvas,
              text,
              { x, y: (low + high) / 2 },
              x === 0 ? { anchor: "end", dx: -8 } : { anchor: "start", dx: 8 },
            ),
          ),
        ],
      },
      points: view.ribbons.map(({ point }) => point),
      nearest: "xy",
    };
  };

/** What was, and beyond the line of now what the moves lead to. */
export const aheadLines =
  (view: AheadView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const every = Math.max(1, Math.ceil((view.last - view.first) / (narrow ? 3 : 8)));
    const ticks: number[] = [];
    for (let k = view.last; k >= view.first; k -= every) ticks.push(k);
    return {
      options: {
        marginTop: 12,
        marginLeft: 44,
        marginRight: narrow ? 56 : 72,
        x: { domain: [view.first, view.last], axis: null },
        y: { zero: true, nice: true, axis: null },
        marks: [
          plot.ruleX([0], { stroke: theme.ink3, strokeDasharray: "3 3" }),
          ...view.lines.map(({ ahead, stage }) =>
            plot.areaY(ahead, {
              x: "k",
              y1: "low",
              y2: "high",
              fill: stageColor(theme, stage),
              fillOpacity: 0.16,
            }),
          ),
          ...view.lines.map(({ past, stage }) =>
            plot.line(past, {
              x: "k",
              y: "count",
              stroke: stageColor(theme, stage),
              strokeWidth: 2,
            }),
          ),
          ...view.lines.map(({ ahead, stage }) =>
            plot.line(ahead, {
              x: "k",
              y: "count",
              stroke: stageColor(theme, stage),
              strokeWidth: 2,
              strokeDasharray: "5 3",
            }),
          ),
          ...view.labels.map(({ name, y }) =>
            directLabel(canvas, name, { x: view.last, y }, { dx: 6 }),
          ),
          axisX(canvas, { ticks, format: view.tick }),
          axisY(canvas, { format: view.short }),
        ],
      },
      points: view.lines.flatMap(({ points }) => points),
      nearest: "xy",
    };
  };
