import { describe, expect, it } from "vitest";
import { PAY_PROMISES } from "../../../domain/pay-promise";
import { epochDay } from "../../../kernel/base/calendar";
import { draftOfPromise, emptyPromise, promiseOf, type PromiseDraft } from "./promise-draft";

const TODAY = epochDay(20_423);
const WHO = { id: "C1", name: "甲" };
const NOW = { today: TODAY, atMs: 7 };
const whole: PromiseDraft = { ...emptyPromise(TODAY), amount: "1,200.50", dueOn: "2025-12-31" };

describe("the form of a promise to pay", () => {
  it("is kept as it was meant, and opened again as it was", () => {
    const promise = promiseOf(whole, WHO, NOW);
    if (typeof promise === "string") throw new Error(promise);
    expect(promise).toMatchObject({ customer: WHO, madeOn: TODAY, amount: 1200.5 });
    expect(PAY_PROMISES.parse(promise)).toEqual(promise);
    expect(draftOfPromise(promise)).toEqual({ ...whole, amount: "1200.5" });
  });

  it("says what is missing", () => {
    const of = (change: Partial<PromiseDraft>) => promiseOf({ ...whole, ...change }, WHO, NOW);
    expect(promiseOf(whole, null, NOW)).toBe("needs");
    for (const amount of ["", "0", "-5", "many", "Infinity"]) expect(of({ amount })).toBe("needs");
    expect(of({ dueOn: "" })).toBe("needs");
    expect(of({ dueOn: "2025-01-01" })).toBe("needs");
    expect(of({ madeOn: "2025-12-30" })).toBe("future");
  });
});
