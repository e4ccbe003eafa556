import { describe, expect, it } from "vitest";
import { expectClose } from "../../tests/support/expect-close";
import {
  attemptReadout,
  attemptsOf,
  WINBACK_ATTEMPTS,
  type AttemptResult,
  type WinbackAttempt,
} from "./winback-attempt";

const attempt = (over: Partial<WinbackAttempt> = {}): WinbackAttempt => ({
  customer: "C1",
  name: "甲公司",
  on: 20_000,
  channel: "电话",
  offer: "满减",
  cost: 30,
  result: "pending",
  changedAtMs: 1,
  ...over,
});
const several = (count: number, result: AttemptResult) =>
  Array.from({ length: count }, () => attempt({ result }));

describe("WINBACK_ATTEMPTS", () => {
  it("reads what was kept and nothing else", () => {
    const kept: unknown = JSON.parse(JSON.stringify(attempt({ cost: null })));
    expect(WINBACK_ATTEMPTS.parse(kept)).toEqual(attempt({ cost: null }));
    const broken: readonly unknown[] = [
      null,
      5,
      { ...attempt(), result: "maybe" },
      { ...attempt(), on: 1.5 },
      { ...attempt(), cost: -1 },
      { ...attempt(), cost: undefined },
      { ...attempt(), name: null },
    ];
    for (const value of broken) expect(WINBACK_ATTEMPTS.parse(value)).toBeNull();
  });
});

describe("attemptReadout", () => {
  it("says no share of a few, and never takes a pending one for a failure", () => {
    const few = attemptReadout([...several(15, "won"), ...several(4, "lost"), attempt()]);
    expect(few).toMatchObject({ attempts: 20, won: 15, lost: 4, pending: 1, share: null });
  });

  it("gives Wilson's interval: 5 of 20 is 0.1119 to 0.4687 (R prop.test without correction)", () => {
    const { share } = attemptReadout([
      ...several(5, "won"),
      ...several(15, "lost"),
      ...several(7, "pending"),
    ]);
    expectClose(share!.value, 0.25, { rel: 1e-12 });
    expectClose(share!.low, 0.111862, { rel: 1e-5 });
    expectClose(share!.high, 0.468701, { rel: 1e-5 });
  });

  it("adds the costs that are written down and counts the others", () => {
    const read = attemptReadout([attempt(), attempt({ cost: null }), attempt({ cost: 0 })]);
    expect(read).toMatchObject({ cost: 30, withoutCost: 1 });
  });
});

describe("attemptsOf", () => {
  it("gives those of a customer, the latest first", () => {
    const kept = new Map([
      ["a", attempt({ on: 5 })],
      ["b", attempt({ on: 9 })],
      ["c", attempt({ customer: "C2", on: 7 })],
    ]);
    expect(attemptsOf(kept, "C1").map(([key]) => key)).toEqual(["b", "a"]);
    expect(attemptsOf(kept, null).map(([key]) => key)).toEqual(["b", "c", "a"]);
  });
});
