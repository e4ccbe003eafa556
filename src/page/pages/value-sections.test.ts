import { describe, expect, it } from "vitest";
import { VALUE_SECTIONS, valueSection } from "./value-sections";

describe("valueSection", () => {
  it("finds each section by its own address", () => {
    for (const section of VALUE_SECTIONS) expect(valueSection(section.segments)).toEqual(section);
  });

  it("shows the first for an address that names none", () => {
    expect(valueSection([]).analysis).toBe("pareto");
    expect(valueSection(["toString"]).analysis).toBe("pareto");
    expect(valueSection(["profit", "12"]).analysis).toBe("whale");
  });
});
