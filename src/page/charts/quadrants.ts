import type { Canvas, CardRow, FigureBuilder } from "./figure";
import { axisX, axisY } from "./marks";
import type { ChartTheme } from "./theme";

const CORNERS = ["top-left", "top-right", "bottom-left", "bottom-right"] as const;
export type Corner = (typeof CORNERS)[number];

export interface QuadrantPoint {
  readonly x: number;
  readonly y: number;
  readonly customers: number;
  /** The corner that it counts to, which the cut need not show: it gives the colour. */
  readonly corner: Corner;
  readonly cell: string;
  readonly title: string;
  readonly rows: readonly CardRow[];
}

interface Axis {
  readonly label: string;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  /** where the quadrants meet */
  readonly cut: number;
}

export interface QuadrantView {
  readonly points: readonly QuadrantPoint[];
  readonly x: Axis;
  readonly y: Axis;
  readonly names: Readonly<Record<Corner, string>>;
  readonly colors: (theme: ChartTheme) => Readonly<Record<Corner, string>>;
  readonly number: (value: number) => string;
}

/** Customers by two measures, cut into four by two lines; a dot is as large as its customers are many. */
export const quadrants =
  (view: QuadrantView): FigureBuilder =>
  (canvas) => {
    const { plot, theme, narrow } = canvas;
    const { points, x, y } = view;
    const colors = view.colors(theme);
    const most = Math.max(1, ...points.map(({ customers }) => customers));
    const rule = { stroke: theme.ink3, strokeDasharray: "3 3" };
    const label = { fill: theme.ink2, fontSize: 11 };
    return {
      options: {
        marginTop: 24,
        marginBottom: 40,
        marginLeft: 40,
        x: { domain: x.domain, axis: null },
        y: { domain: y.domain, axis: null },
        r: { domain: [0, most], range: [0, narrow ? 13 : 18] },
        marks: [
          plot.ruleX([x.cut], rule),
          plot.ruleY([y.cut], rule),
          plot.dot(points, {
            x: "x",
            y: "y",
            r: "customers",
            fill: ({ corner }: QuadrantPoint) => colors[corner],
            fillOpacity: 0.75,
            stroke: theme.surface,
          }),
          ...CORNERS.map((corner) => cornerName(canvas, view.names[corner], corner)),
          axisX(canvas, { ticks: x.ticks, format: view.number }),
          axisY(canvas, { ticks: y.ticks, format: view.number }),
          plot.text([x.label], { ...label, frameAnchor: "bottom-right", dy: 34 }),
          plot.text([y.label], { ...label, frameAnchor: "top-left", dx: -32, dy: -16 }),
        ],
      },
      points: points.map((point) => ({
        x: point.x,
        y: point.y,
        cell: point.cell,
        title: point.title,
        rows: point.rows,
      })),
      nearest: "xy",
    };
  };

const cornerName = ({ plot, theme }: Canvas, name: string, frameAnchor: Corner) =>
  plot.text([name], {
    frameAnchor,
    dx: frameAnchor.endsWith("left") ? 6 : -6,
    dy: frameAnchor.startsWith("top") ? 4 : -4,
    fill: theme.ink2,
    stroke: theme.surface,
    strokeWidth: 4,
    fontSize: 12,
  });
