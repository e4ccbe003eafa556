import { describe, expect, it } from "vitest";
import { abcCut } from "../domain/rule-book";
import { gradeEnds, gradesOf, valueRanking } from "./grades";

describe("valueRanking", () => {
  const ranking = valueRanking(Uint32Array.of(0, 2, 3, 5), Float64Array.of(5, 99, -2, 5, 99, 0));

  it("sorts from the largest down, equals by row, and gives losses no weight", () => {
    expect([...ranking.customers]).toEqual([0, 3, 5, 2]);
    expect([...ranking.values]).toEqual([5, 5, 0, 0]);
    expect(ranking.total).toBe(10);
    expect(ranking.nonPositiveCount).toBe(2);
    expect(ranking.nonPositiveSum).toBe(-2);
  });
});

describe("gradeEnds", () => {
  const twenty = valueRanking(
    Uint32Array.from({ length: 20 }, (_, i) => i),
    Float64Array.from({ length: 20 }, () => 1),
  );

  it("cuts 20 customers by rank into 3, 7 and 10 (15/35/50)", () => {
    expect(gradeEnds(twenty, abcCut("rank-15-35-50"))).toEqual([3, 10]);
  });

  it("cuts by amount with the crossing customer included", () => {
    const ranking = valueRanking(Uint32Array.of(0, 1, 2, 3), Float64Array.of(40, 30, 20, 10));
    expect(gradeEnds(ranking, abcCut("cumulative-50-80"))).toEqual([2, 3]);
    expect(gradeEnds(ranking, abcCut("cumulative-80-95"))).toEqual([3, 4]);
  });

  it("has no A in an empty or worthless ranking by amount", () => {
    const none = valueRanking(new Uint32Array(0), new Float64Array(0));
    expect(gradeEnds(none, abcCut("cumulative-50-80"))).toEqual([0, 0]);
    expect(gradeEnds(none, abcCut("rank-15-35-50"))).toEqual([0, 0]);
  });
});

describe("gradesOf", () => {
  it("leaves customers outside the ranking without a grade", () => {
    const ranking = valueRanking(Uint32Array.of(1, 2, 3, 4), Float64Array.of(0, 40, 30, 20, 10));
    expect([...gradesOf(ranking, abcCut("cumulative-50-80"), 6)]).toEqual([0, 1, 1, 2, 3, 0]);
  });
});
