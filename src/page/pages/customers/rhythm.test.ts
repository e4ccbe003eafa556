import { describe, expect, it } from "vitest";
import { epochDay } from "../../../kernel/base/calendar";
import type { CustomerRow } from "../../../queries/types";
import { rhythmOf } from "./rhythm";

const customer = (usualGapDays: number | null, recencyDays: number | null): CustomerRow => ({
  row: 0,
  key: "k",
  name: "n",
  owner: null,
  region: null,
  sales: 0,
  salesBefore: 0,
  profit: null,
  returns: 0,
  orderDays: 0,
  firstOrderOn: epochDay(0),
  lastOrderOn: epochDay(1000),
  recencyDays,
  usualGapDays,
  grade: null,
  rfm: null,
  segment: null,
  stage: null,
});

describe("rhythmOf", () => {
  it("says nothing about a customer with too few order days", () => {
    expect(rhythmOf(customer(null, 10))).toEqual({ kind: "unknown" });
    expect(rhythmOf(customer(20, null))).toEqual({ kind: "unknown" });
  });
  it("expects the next order one usual gap after the last", () => {
    expect(rhythmOf(customer(30, 60))).toMatchObject({ kind: "due", nextDay: 1030 });
  });
  it("calls a silence of more than two usual gaps overdue", () => {
    expect(rhythmOf(customer(30, 61))).toMatchObject({ kind: "overdue", times: 61 / 30 });
  });
});
