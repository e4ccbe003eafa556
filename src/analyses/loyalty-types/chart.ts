import type { FigureBuilder } from "../../page/charts/figure";
import { quadrants, type Corner } from "../../page/charts/quadrants";
import { STRETCHES, type LoyaltyType } from "./spec";
import type { MapView } from "./view-model";

const CORNER_OF: Readonly<Record<LoyaltyType, Corner>> = {
  hostage: "top-left",
  apostle: "top-right",
  defector: "bottom-left",
  mercenary: "bottom-right",
};

/** Customers by score and behaviour, cut into the four types. */
export const loyaltyMap = ({ points, scale, cut, names, axes, number }: MapView): FigureBuilder =>
  quadrants({
    points: points.map(({ score, stretches, type, ...point }) => ({
      ...point,
      x: score,
      y: stretches,
      corner: CORNER_OF[type],
    })),
    x: {
      label: axes.x,
      domain: [scale[0] - 0.6, scale[1] + 0.6],
      ticks: Array.from({ length: scale[1] - scale[0] + 1 }, (_, k) => scale[0] + k),
      cut: cut.score,
    },
    // room above and below for the names of the corners
    y: {
      label: axes.y,
      domain: [-1.8, STRETCHES + 1.8],
      ticks: [0, 3, 6, 9, 12],
      cut: cut.stretches,
    },
    names: {
      "top-left": names.hostage,
      "top-right": names.apostle,
      "bottom-left": names.defector,
      "bottom-right": names.mercenary,
    },
    colors: (theme) => ({
      "top-left": theme.ink3,
      "top-right": theme.good,
      "bottom-left": theme.bad,
      "bottom-right": theme.accent,
    }),
    number,
  });
