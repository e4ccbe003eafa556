import { describe, expect, it } from "vitest";
import { formatIsoDay } from "../../../kernel/base/calendar";
import { ambiguousSample, dateReadings } from "./date-question";

const meanings = (sample: string) =>
  dateReadings(sample).map(({ order, day }) => `${order} ${formatIsoDay(day)}`);

describe("dateReadings", () => {
  it("reads 3/4/2025 as 4 March or 3 April", () => {
    expect(meanings("3/4/2025")).toEqual(["mdy 2025-03-04", "dmy 2025-04-03"]);
  });
  it("reads 01-02-03 in three ways (reliability 2.4)", () => {
    expect(meanings("01-02-03")).toEqual(["mdy 2003-01-02", "dmy 2003-02-01", "ymd 2001-02-03"]);
  });
  it("asks nothing about a day above 12, the same day in both orders, or a year first", () => {
    expect(meanings("25/3/2025")).toEqual([]);
    expect(meanings("3/3/2025")).toEqual([]);
    expect(meanings("2025/3/4")).toEqual([]);
    expect(meanings("昨天")).toEqual([]);
  });
  it("shows the sample that can be read in two ways", () => {
    expect(ambiguousSample(["13/1/2025", "2/1/2025"])).toBe("2/1/2025");
    expect(ambiguousSample([])).toBeNull();
  });
});
