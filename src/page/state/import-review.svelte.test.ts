import { describe, expect, it } from "vitest";
import type { WorkerClient } from "../../workers/client";
import type { ImportReview, IngestCalls } from "../../workers/protocol";
import { ImportReviewState } from "./import-review.svelte";

interface Asked {
  readonly tickets: readonly string[];
  readonly hasSignal: boolean;
  readonly answer: (review: ImportReview) => void;
}

/** A worker that notes what it is asked and answers when it is told to. */
function slowWorker(asked: Asked[]): Pick<WorkerClient<IngestCalls>, "call"> {
  const call = (_op: string, input: IngestCalls["review"]["in"], options?: { signal?: unknown }) =>
    new Promise((resolve) => {
      const hasSignal = options?.signal !== undefined;
      asked.push({ tickets: input.tickets, hasSignal, answer: resolve });
    });
  return { call: call as WorkerClient<IngestCalls>["call"] };
}

const question = (ticket: string): IngestCalls["review"]["in"] => ({
  workspace: "w",
  tickets: [ticket],
  choices: { mode: "append", dropsDuplicates: false, takesOut: [] },
});
const NOTHING: ImportReview = { sheets: [], differences: [] };
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe("ImportReviewState", () => {
  it("lets a look end, drops its answer, and asks only the last of what came meanwhile", async () => {
    const asked: Asked[] = [];
    const review = new ImportReviewState(slowWorker(asked));
    for (const ticket of ["a", "b", "c"]) review.ask(question(ticket));
    expect(asked.map(({ tickets }) => tickets)).toEqual([["a"]]);
    asked[0]?.answer(NOTHING);
    await settled();
    expect([review.status, review.report]).toEqual(["running", null]);
    expect(asked.map(({ tickets }) => tickets)).toEqual([["a"], ["c"]]);
    asked[1]?.answer(NOTHING);
    await settled();
    expect([review.status, review.report]).toEqual(["done", NOTHING]);
  });

  it("never cancels a look that has begun: a worker started anew would have lost what was read", async () => {
    const asked: Asked[] = [];
    const review = new ImportReviewState(slowWorker(asked));
    review.ask(question("a"));
    review.stop();
    expect(review.status).toBe("idle");
    expect(asked.map(({ hasSignal }) => hasSignal)).toEqual([false]);
    asked[0]?.answer(NOTHING);
    await settled();
    expect([review.status, review.report]).toEqual(["idle", null]);
  });
});
