import { describe, expect, it } from "vitest";
import type { FigurePoint } from "./figure";
import { nearestSpot, spotsOf, type ScaleOf } from "./nearest";

const frame = { left: 40, top: 20, width: 400, height: 200 };
const scales: ScaleOf = (name) => {
  if (name === "x") return { apply: (value: never) => 40 + Number(value) * 100, bandwidth: 20 };
  if (name === "y") return { apply: (value: never) => 220 - Number(value) };
  return undefined;
};
const at = (x: number, y: number): FigurePoint => ({ x, y, title: "", rows: [] });

describe("spotsOf", () => {
  it("puts a point of a band scale in the middle of its band", () => {
    expect(spotsOf([at(1, 50)], scales, frame)).toEqual([{ left: 150, top: 170 }]);
  });

  it("has no place for a value that the scale does not know", () => {
    expect(spotsOf([at(Number.NaN, 50)], scales, frame)).toEqual([null]);
  });
});

describe("nearestSpot", () => {
  const spots = spotsOf([at(0, 10), at(0, 90), at(1, 50)], scales, frame);

  it("finds the column first and then the nearer part of its stack", () => {
    expect(nearestSpot(spots, { left: 60, top: 130 }, "x")).toBe(1);
    expect(nearestSpot(spots, { left: 60, top: 205 }, "x")).toBe(0);
    expect(nearestSpot(spots, { left: 140, top: 0 }, "x")).toBe(2);
  });

  it("finds no dot that is out of reach", () => {
    expect(nearestSpot(spots, { left: 400, top: 20 }, "xy")).toBeNull();
    expect(nearestSpot(spots, { left: 145, top: 160 }, "xy")).toBe(2);
  });
});
