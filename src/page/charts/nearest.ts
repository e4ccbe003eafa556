import type { Drawing, FigurePoint } from "./figure";

/** A scale as the chart library exposes it. */
export interface ExposedScale {
  readonly apply: (value: never) => unknown;
  readonly bandwidth?: number;
}

export type ScaleOf = (name: "x" | "y" | "fx" | "fy") => ExposedScale | undefined;

/** Where a point is, in CSS pixels of the drawing; null when a scale has no place for it. */
export interface Spot {
  readonly left: number;
  readonly top: number;
}

/** Pixel places of all points of a drawing, in the same order. Facets shift by the start of their own frame. */
export function spotsOf(
  points: readonly FigurePoint[],
  scaleOf: ScaleOf,
  frame: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  },
): readonly (Spot | null)[] {
  return points.map((point) => {
    const x = along(scaleOf("x"), point.x, frame.left + frame.width / 2);
    const y = along(scaleOf("y"), point.y, frame.top + frame.height / 2);
    if (x === null || y === null) return null;
    const shiftX = facetShift(scaleOf("fx"), point.fx, frame.left);
    const shiftY = facetShift(scaleOf("fy"), point.fy, frame.top);
    return { left: x + shiftX, top: y + shiftY };
  });
}

/** Index of the point nearest to the pointer in the drawing's own sense, or null when there is none within `reach` pixels. */
export function nearestSpot(
  spots: readonly (Spot | null)[],
  pointer: Spot,
  nearest: Drawing["nearest"],
  reach = 48,
): number | null {
  let best: number | null = null;
  let bestDistance = Infinity;
  spots.forEach((spot, index) => {
    if (spot === null) return;
    const dx = Math.abs(spot.left - pointer.left);
    const dy = Math.abs(spot.top - pointer.top);
    // The other direction decides only between points that are equally near, as in stacks.
    const main = nearest === "y" ? dy : dx;
    const other = nearest === "y" ? dx : dy;
    const distance = nearest === "xy" ? Math.hypot(dx, dy) : main + other / 1e4;
    if (distance >= bestDistance || (nearest === "xy" && distance > reach)) return;
    best = index;
    bestDistance = distance;
  });
  return best;
}

function along(scale: ExposedScale | undefined, value: unknown, middle: number): number | null {
  if (scale === undefined || value === undefined) return middle;
  const at = scale.apply(value as never);
  if (typeof at !== "number" || !Number.isFinite(at)) return null;
  return at + (scale.bandwidth ?? 0) / 2;
}

function facetShift(scale: ExposedScale | undefined, value: unknown, start: number): number {
  if (scale === undefined || value === undefined) return 0;
  const at = scale.apply(value as never);
  return typeof at === "number" ? at - start : 0;
}
