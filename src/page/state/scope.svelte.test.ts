import { describe, expect, it } from "vitest";
import { epochDay } from "../../kernel/base/calendar";
import type { DataSummary } from "../../queries/types";
import { Route } from "./route.svelte";
import { ScopeState } from "./scope.svelte";

const TODAY = epochDay(20_000);

const seen = (lastDay: number | null): ScopeState => {
  const day = lastDay === null ? null : epochDay(lastDay);
  const summary: DataSummary = {
    generation: "g",
    orderCount: 0,
    customerCount: 1,
    firstDay: day,
    lastDay: day,
    currency: null,
    hasProfit: false,
  };
  return new ScopeState(
    new Route(),
    () => summary,
    () => TODAY,
  );
};

describe("the scope", () => {
  it("looks at data without any day from today, so that what is written down by hand counts", () => {
    expect(seen(null).current?.asOfDay).toBe(TODAY);
    expect(seen(null).isDated).toBe(false);
    expect(seen(19_000).current?.asOfDay).toBe(19_000);
    expect(seen(19_000).isDated).toBe(true);
  });
});
