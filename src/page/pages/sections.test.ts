import { describe, expect, it } from "vitest";
import { SECTIONS, sectionOf, sectionPlace, segmentsOf } from "./sections";

describe("sectionOf", () => {
  it("finds each section by its own address", () => {
    for (const sections of Object.values(SECTIONS))
      for (const section of sections)
        expect(sectionOf(sections, segmentsOf(sections, section))).toEqual(section);
  });

  it("shows the first for an address that names none", () => {
    expect(sectionOf(SECTIONS.value, []).analyses).toEqual(["pareto"]);
    expect(sectionOf(SECTIONS.value, ["toString"]).analyses).toEqual(["pareto"]);
    expect(sectionOf(SECTIONS.value, ["profit", "12"]).analyses).toEqual(["whale"]);
  });
});

describe("sectionPlace", () => {
  it("says where an analysis is shown, also the second of a section", () => {
    expect(sectionPlace("pareto")).toEqual({ page: "value", segments: [] });
    expect(sectionPlace("clv")).toEqual({ page: "value", segments: ["future"] });
    expect(sectionPlace("cohorts")).toEqual({ page: "lifecycle", segments: [] });
    expect(sectionPlace("toString")).toBeNull();
  });
});
