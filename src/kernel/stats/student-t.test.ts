import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import { incompleteBeta, studentHalfWidth, studentTwoSided } from "./student-t";

describe("incompleteBeta", () => {
  it.each([
    [0.2, 2, 3, 0.1808],
    [0.7, 0.5, 0.5, 0.6309898804344546],
    [0.5, 100, 120, 0.9117960627949818],
    [0.01, 5, 0.5, 2.4712578086395438e-11],
  ])("agrees with SciPy betainc at x = %f, a = %f, b = %f", (x, a, b, expected) => {
    expectClose(incompleteBeta(x, a, b), expected, { rel: 1e-12 });
  });

  it("is 0 and 1 at the ends", () => {
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
  });
});

describe("studentTwoSided", () => {
  it.each([
    [2.5, 3, 0.08770664700806556],
    [0.3, 12, 0.7693104740882523],
    [4.1, 250, 5.5902400754496355e-5],
    [1.96, 1e4, 0.05002352023183303],
    [9, 40, 3.6801644717061835e-11],
  ])("agrees with SciPy t.sf at t = %f on %f degrees of freedom", (t, df, expected) => {
    expectClose(studentTwoSided(t, df), expected, { rel: 1e-11 });
    expect(studentTwoSided(-t, df)).toBe(studentTwoSided(t, df));
  });
});

describe("studentHalfWidth", () => {
  it.each([
    [1, 12.706204736174694],
    [2, 4.302652729749462],
    [10, 2.228138851986274],
    [249, 1.9695368676403504],
    [1810, 1.9612754936020518],
  ])("agrees with SciPy t.ppf on %i degrees of freedom", (df, expected) => {
    expectClose(studentHalfWidth(0.95, df), expected, { rel: 1e-10 });
  });
});
