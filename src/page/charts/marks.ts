import type { Markish } from "@observablehq/plot";
import type { Canvas } from "./figure";

const SVG = "http://www.w3.org/2000/svg";
let hatchCount = 0;

/** A hatched fill for periods that are not over: `fill` for a mark, `mark` to be put first into `marks`. */
export function hatch(color: string): { readonly fill: string; readonly mark: Markish } {
  hatchCount += 1;
  const id = `hatch-${hatchCount}`;
  const mark = (): SVGElement => {
    const defs = document.createElementNS(SVG, "defs");
    const pattern = document.createElementNS(SVG, "pattern");
    const settings = { id, width: "5", height: "5", patternUnits: "userSpaceOnUse" };
    for (const [name, value] of Object.entries(settings)) pattern.setAttribute(name, value);
    pattern.setAttribute("patternTransform", "rotate(45)");
    const stripe = document.createElementNS(SVG, "rect");
    for (const [name, value] of Object.entries({ width: "2.2", height: "5", fill: color })) {
      stripe.setAttribute(name, value);
    }
    pattern.append(stripe);
    defs.append(pattern);
    return defs;
  };
  return { fill: `url(#${id})`, mark: mark };
}

/** The line from which positive and negative values are read. */
export function zeroLine({ plot, theme }: Canvas, axis: "x" | "y" = "y"): Markish {
  const options = { stroke: theme.ink3, strokeWidth: 1 };
  return axis === "y" ? plot.ruleY([0], options) : plot.ruleX([0], options);
}

/** Axis texts with little ticks, as in all charts of the product; a grid only where `grid` asks for it. */
export function axisX(
  { plot, theme }: Canvas,
  options: { ticks?: readonly unknown[]; format?: (value: never) => string; grid?: boolean } = {},
): Markish {
  return plot.axisX({
    ...(options.ticks === undefined ? {} : { ticks: [...options.ticks] as never }),
    ...(options.format === undefined ? {} : { tickFormat: options.format as never }),
    color: theme.ink2,
    label: null,
    tickSize: 4,
    tickPadding: 4,
  });
}

export function axisY(
  { plot, theme }: Canvas,
  options: { ticks?: readonly unknown[]; format?: (value: never) => string } = {},
): Markish {
  return plot.axisY({
    ...(options.ticks === undefined ? {} : { ticks: [...options.ticks] as never }),
    ...(options.format === undefined ? {} : { tickFormat: options.format as never }),
    color: theme.ink2,
    label: null,
    tickSize: 4,
    tickPadding: 4,
  });
}

/** Text that names a line or a field where the eye is, with a halo of the card's colour so that it reads on anything. */
export function directLabel(
  { plot, theme }: Canvas,
  text: string,
  at: { readonly x: unknown; readonly y: unknown },
  options: {
    anchor?: "start" | "middle" | "end";
    dx?: number;
    dy?: number;
    strong?: boolean;
    /** Without the halo: on a filled area that the text stands out from by itself. */
    plain?: boolean;
    color?: string;
  } = {},
): Markish {
  return plot.text([at], {
    x: () => at.x,
    y: () => at.y,
    text: () => text,
    textAnchor: options.anchor ?? "start",
    dx: options.dx ?? 0,
    dy: options.dy ?? 0,
    fill: options.color ?? theme.ink,
    fontWeight: options.strong ? 600 : 400,
    fontSize: 12,
    ...(options.plain
      ? {}
      : { stroke: theme.surface, strokeWidth: 4, strokeLinejoin: "round" as const }),
  });
}
