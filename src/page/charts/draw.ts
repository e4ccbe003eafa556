import type { Canvas, Drawing, FigureBuilder, PlotModule } from "./figure";
import type { ExposedScale } from "./nearest";
import { chartTheme } from "./theme";

/** Below this width a chart is drawn for a phone. */
const NARROW_BELOW = 480;

const MARGINS = { marginTop: 20, marginRight: 16, marginBottom: 28, marginLeft: 44 };

export interface DrawnFigure {
  readonly svg: SVGSVGElement;
  readonly drawing: Drawing;
  readonly scaleOf: (name: "x" | "y" | "fx" | "fy") => ExposedScale | undefined;
  readonly frame: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
}

/**
 * Builds and draws one figure: the only call of the chart library.
 *
 * The library's own `<style>` element is taken out (the security policy forbids it; PlotFigure has the same rules).
 */
export function drawFigure(
  build: FigureBuilder,
  { plot, width, height }: { plot: PlotModule; width: number; height: number },
): DrawnFigure {
  const canvas: Canvas = { plot, width, height, narrow: width < NARROW_BELOW, theme: chartTheme };
  const drawing = build(canvas);
  const margins = { ...MARGINS, ...definedMargins(drawing.options) };
  const element = plot.plot({
    // Channels hold colours, in forms (light-dark, color-mix) that the library would take for names of categories.
    color: { type: "identity" },
    ...drawing.options,
    ...margins,
    width,
    height,
    figure: false,
  });
  const svg = (
    element.localName === "svg" ? element : element.querySelector("svg")
  ) as SVGSVGElement;
  for (const style of svg.querySelectorAll("style")) style.remove();
  // The library names its groups for screen readers without giving them a role, which ARIA forbids; the figure has one name.
  for (const group of svg.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
  svg.setAttribute("role", "img");
  return {
    svg,
    drawing,
    scaleOf: (name) => element.scale(name),
    frame: {
      left: margins.marginLeft,
      top: margins.marginTop,
      width: width - margins.marginLeft - margins.marginRight,
      height: height - margins.marginTop - margins.marginBottom,
    },
  };
}

function definedMargins(options: Drawing["options"]): Partial<typeof MARGINS> {
  const margins: Partial<typeof MARGINS> = {};
  if (options.margin !== undefined) {
    const all = options.margin;
    Object.assign(margins, {
      marginTop: all,
      marginRight: all,
      marginBottom: all,
      marginLeft: all,
    });
  }
  for (const side of Object.keys(MARGINS) as (keyof typeof MARGINS)[]) {
    const value = options[side];
    if (value !== undefined) margins[side] = value;
  }
  return margins;
}
