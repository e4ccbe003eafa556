import { describe, expect, it } from "vitest";
import { ANALYSES } from "../../analyses/index";
import { epochDay } from "../../kernel/base/calendar";
import type { Scope } from "../../domain/scope";
import { cancelled } from "../../workers/call-error";
import { AnalysisState } from "./analysis.svelte";

const SCOPE = { asOfDay: epochDay(20_000), filters: [] } as unknown as Scope;

function asked(): { state: AnalysisState<string>; answer: (text: string) => Promise<void> } {
  const [spec] = ANALYSES;
  let resolve: (value: unknown) => void = () => undefined;
  const state = new AnalysisState<string>(spec, () => new Promise((done) => (resolve = done)));
  return {
    state,
    answer: async (text) => {
      resolve(text);
      await new Promise((done) => setTimeout(done));
    },
  };
}

describe("AnalysisState", () => {
  it("forgets what it computed from other data", async () => {
    const { state, answer } = asked();
    state.ask("demo", {}, SCOPE, []);
    await answer("of the demo");
    expect([state.status, state.result]).toEqual(["done", "of the demo"]);
    state.ask("own", {}, SCOPE, []);
    expect([state.status, state.result, state.answered]).toEqual(["running", null, null]);
    await answer("of my own");
    expect(state.result).toBe("of my own");
  });

  it("keeps the old result, as stale, while only the question changes", async () => {
    const { state, answer } = asked();
    state.ask("own", {}, SCOPE, []);
    await answer("first");
    state.ask("own", { more: 1 }, SCOPE, []);
    expect([state.status, state.result]).toEqual(["stale", "first"]);
  });

  it("asks again at once what another page has just given up", async () => {
    const [spec] = ANALYSES;
    const asking: { readonly done: (text: string) => void }[] = [];
    const state = new AnalysisState<string>(spec, (_input, { signal }) => {
      return new Promise((done, fail) => {
        asking.push({ done });
        signal?.addEventListener("abort", () => {
          fail(cancelled());
        });
      });
    });
    state.ask("own", {}, SCOPE, []);
    state.cancel();
    state.ask("own", {}, SCOPE, []);
    expect(asking).toHaveLength(2);
    asking[1]?.done("the answer");
    await new Promise((done) => setTimeout(done));
    expect([state.status, state.result]).toEqual(["done", "the answer"]);
    state.cancel();
    state.ask("own", {}, SCOPE, []);
    expect(asking).toHaveLength(2);
  });

  it("makes way for another question, not for the one that is being computed", () => {
    const [spec] = ANALYSES;
    const signals: AbortSignal[] = [];
    const state = new AnalysisState<string>(spec, (_input, { signal }) => {
      if (signal !== undefined) signals.push(signal);
      return new Promise(() => undefined);
    });
    state.ask("own", {}, SCOPE, []);
    state.makeWay("own", {}, SCOPE);
    expect(signals.map((signal) => signal.aborted)).toEqual([false]);
    state.makeWay("own", { more: 1 }, SCOPE);
    expect(signals.map((signal) => signal.aborted)).toEqual([true]);
  });

  it("drops an answer from the data before", async () => {
    const { state, answer } = asked();
    state.ask("demo", {}, SCOPE, []);
    state.follow("own");
    await answer("late");
    expect([state.status, state.result]).toEqual(["idle", null]);
  });
});
