import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseKeptRuns, runBefore, withRun, type KeptRun, type RunRecord } from "./run-record";

const run = (generation: string, asOfDay = 1, body: unknown = generation): RunRecord => ({
  generation,
  asOfDay,
  body,
});
const after = (...runs: readonly RunRecord[]): readonly KeptRun[] =>
  runs.reduce<readonly KeptRun[]>((kept, one) => withRun(kept, "q", one), []);

describe("runBefore", () => {
  it("is nothing at first, and the run of the generation before after an import", () => {
    expect(runBefore([], "q", "a")).toBeNull();
    expect(runBefore(after(run("a")), "q", "a")).toBeNull();
    expect(runBefore(after(run("a")), "q", "b")).toEqual(run("a"));
    expect(runBefore(after(run("a"), run("b")), "q", "b")).toEqual(run("a"));
    expect(runBefore(after(run("a"), run("b")), "q", "c")).toEqual(run("b"));
    expect(runBefore(after(run("a")), "another question", "b")).toBeNull();
  });

  it("is nothing again when the import is taken back, however often the question is asked", () => {
    const kept = after(run("a"), run("b"));
    expect(runBefore(kept, "q", "a")).toBeNull();
    const back = withRun(kept, "q", run("a"));
    expect(runBefore(back, "q", "a")).toBeNull();
    expect(runBefore(back, "q", "c")).toEqual(run("a"));
  });
});

describe("withRun", () => {
  it("keeps the later day of one generation: a reader who looks back changes nothing", () => {
    const kept = after(run("a", 20), run("a", 10));
    expect(kept).toEqual([{ question: "q", present: run("a", 20), before: null }]);
    expect(after(run("a", 20), run("a", 30))[0]?.present.asOfDay).toBe(30);
  });

  it("never holds more than two runs of six questions", () => {
    const asked = fc.record({ question: fc.integer({ min: 0, max: 9 }), generation: fc.integer() });
    fc.assert(
      fc.property(fc.array(asked), (all) => {
        let kept: readonly KeptRun[] = [];
        for (const { question, generation } of all) {
          kept = withRun(kept, `q${question}`, run(String(generation)));
          expect(kept[0]?.present.generation).toBe(String(generation));
        }
        expect(kept.length).toBeLessThanOrEqual(6);
        expect(new Set(kept.map((one) => one.question)).size).toBe(kept.length);
        expect(parseKeptRuns(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
      }),
    );
  });
});

describe("parseKeptRuns", () => {
  it("leaves out what it cannot read", () => {
    expect(parseKeptRuns(undefined)).toEqual([]);
    expect(parseKeptRuns([null, { question: "q" }, { question: 1, present: run("a") }])).toEqual(
      [],
    );
  });
});
