import { refOf } from "./customer-merge";
import { describe, expect, it } from "vitest";
import { parsed } from "./own-work";
import {
  dueCases,
  endedCaseOf,
  headOf,
  movedTo,
  newCase,
  openCaseOf,
  phaseOf,
  SAVING_CASES,
  waitsAgain,
  type SavingCase,
} from "./saving";

const AT = { onDay: 100, atMs: 1 };
const caseOf = (name: string, change: Partial<SavingCase> = {}): SavingCase => ({
  ...newCase(refOf({ key: name, name }), null, AT),
  ...change,
});
const NO_MERGES = new Map();

describe("a saving case", () => {
  it("is read back as it was kept, and not read when it has another shape", () => {
    const one = caseOf("甲", { owner: "王", nextOn: 120 });
    const stored = new Map<string, unknown>([
      ["1", JSON.parse(JSON.stringify(one))],
      ["2", { ...one, steps: [] }],
      ["3", { ...one, steps: [{ phase: "asleep", onDay: 1 }] }],
      ["4", { ...one, customer: null }],
      ["5", { ...one, nextOn: "tomorrow" }],
    ]);
    expect([...parsed(SAVING_CASES, stored)]).toEqual([["1", one]]);
  });

  it("moves on with the day, and forgets a slip that was taken back on its day", () => {
    const taken = caseOf("甲").steps;
    const saving = movedTo(taken, "saving", 105);
    expect(saving.map(({ phase }) => phase)).toEqual(["warned", "saving"]);
    expect(movedTo(saving, "saving", 110)).toBe(saving);
    const slip = movedTo(saving, "lost", 110);
    expect(movedTo(slip, "saving", 110)).toEqual(saving);
    expect(movedTo(slip, "saving", 111)).toHaveLength(4);
  });

  it("is found for its customer while it is open, also after the customer was merged", () => {
    const cases = new Map([
      ["ended", caseOf("甲", { steps: [{ phase: "lost", onDay: 3 }] })],
      ["open", caseOf("甲（老）")],
    ]);
    const merges = new Map([["name 甲(老)", { into: { id: null, name: "甲" } }]]);
    expect(openCaseOf(cases, { id: null, name: "甲" }, NO_MERGES)).toBeNull();
    const key = [...merges.keys()][0]!;
    const into = headOf({ id: null, name: "甲（老）" }, merges);
    expect([key, into.name]).toEqual(["name 甲(老)", "甲"]);
    expect(openCaseOf(cases, { id: null, name: "甲" }, merges)?.[0]).toBe("open");
  });

  it("ends last where it ended last, and then waits only for news", () => {
    const ended = (phase: "saved" | "lost", onDay: number): SavingCase =>
      caseOf("甲", { steps: [{ phase, onDay }] });
    const cases = new Map([
      ["first", ended("lost", 110)],
      ["last", ended("saved", 300)],
      ["open", caseOf("甲")],
      ["other", caseOf("乙", { steps: [{ phase: "lost", onDay: 400 }] })],
    ]);
    expect(endedCaseOf(cases, { id: null, name: "甲" }, NO_MERGES)?.[0]).toBe("last");
    expect(endedCaseOf(cases, { id: null, name: "丙" }, NO_MERGES)).toBeNull();
    const after = (asOfDay: number, hasBought: boolean) => ({
      asOfDay,
      windowDays: 90,
      hasBought,
    });
    expect(waitsAgain(ended("saved", 300), after(250, true))).toBe(false);
    expect(waitsAgain(ended("saved", 300), after(390, true))).toBe(false);
    expect(waitsAgain(ended("saved", 300), after(391, false))).toBe(true);
    expect(waitsAgain(ended("lost", 300), after(391, false))).toBe(false);
    expect(waitsAgain(ended("lost", 300), after(391, true))).toBe(true);
  });

  it("follows a circle of merges to an end", () => {
    const merges = new Map([
      ["id a", { into: { id: "b", name: null } }],
      ["id b", { into: { id: "a", name: null } }],
    ]);
    expect(["a", "b"]).toContain(headOf({ id: "a", name: null }, merges).id);
  });

  it("is due when its next step is not later than today and it has not ended", () => {
    const cases = new Map([
      ["later", caseOf("甲", { nextOn: 11 })],
      ["today", caseOf("乙", { nextOn: 10 })],
      ["overdue", caseOf("丙", { nextOn: 4 })],
      ["ended", caseOf("丁", { nextOn: 4, steps: [{ phase: "saved", onDay: 3 }] })],
      ["none", caseOf("戊")],
    ]);
    expect(dueCases(cases, 10).map(([key]) => key)).toEqual(["overdue", "today"]);
    expect(phaseOf(cases.get("ended")!)).toBe("saved");
  });
});
