import type { FigureBuilder } from "../../page/charts/figure";
import { quadrants, type Corner } from "../../page/charts/quadrants";
import type { StandingId } from "./spec";
import type { MapView } from "./view-model";

const CORNER_OF: Readonly<Record<StandingId, Corner>> = {
  recovering: "top-left",
  steady: "top-right",
  unhappy: "bottom-left",
  slipped: "bottom-right",
};

/** Customers by what has built up and by the last answer, cut into four. */
export const historyMap = ({ points, scale, cut, names, axes, number }: MapView): FigureBuilder => {
  const [least, most] = scale;
  const ticks = Array.from({ length: most - least + 1 }, (_, k) => least + k);
  return quadrants({
    points: points.map(({ level, score, standing, ...point }) => ({
      ...point,
      x: level,
      y: score,
      corner: CORNER_OF[standing],
    })),
    x: { label: axes.x, domain: [least - 0.6, most + 0.6], ticks, cut },
    // room above and below for the names of the corners
    y: { label: axes.y, domain: [least - 0.9, most + 0.9], ticks, cut },
    names: {
      "top-left": names.recovering,
      "top-right": names.steady,
      "bottom-left": names.unhappy,
      "bottom-right": names.slipped,
    },
    colors: (theme) => ({
      "top-left": theme.accent,
      "top-right": theme.good,
      "bottom-left": theme.ink3,
      "bottom-right": theme.bad,
    }),
    number,
  });
};
