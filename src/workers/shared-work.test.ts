import { describe, expect, it } from "vitest";
import type { CallContext } from "./serve";
import { SharedWork } from "./shared-work";

/** A call that can be stopped, and how far it was told the work is. */
function call() {
  const controller = new AbortController();
  const told: (number | null | undefined)[] = [];
  const context: CallContext = {
    signal: controller.signal,
    progress: ({ done }) => told.push(done),
  };
  return { context, told, stop: () => controller.abort() };
}

/** Work that ends when the test says so. */
function slowWork() {
  const begun: CallContext[] = [];
  const ends: ((value: number) => void)[] = [];
  const fails: ((error: Error) => void)[] = [];
  const work = (context: CallContext): Promise<number> => {
    begun.push(context);
    return new Promise((resolve, reject) => {
      ends.push(resolve);
      fails.push(reject);
    });
  };
  return { begun, ends, fails, work };
}

describe("SharedWork", () => {
  it("does the work once for all that ask meanwhile, tells each how far it is, and does it again afterwards", async () => {
    const { begun, ends, work } = slowWork();
    const shared = new SharedWork<number>();
    const [one, other] = [call(), call()];
    const answers = [shared.ask("q", one.context, work), shared.ask("q", other.context, work)];
    expect(begun).toHaveLength(1);
    begun[0]?.progress({ done: 0.5 });
    ends[0]?.(7);
    expect(await Promise.all(answers)).toEqual([7, 7]);
    expect([one.told, other.told]).toEqual([[0.5], [0.5]]);
    void shared.ask("q", one.context, work);
    expect(begun).toHaveLength(2);
  });

  it("stops one call without stopping the others, and the work with the last of them", async () => {
    const { begun, ends, work } = slowWork();
    const shared = new SharedWork<number>();
    const [one, other] = [call(), call()];
    const [first, second] = [
      shared.ask("q", one.context, work),
      shared.ask("q", other.context, work),
    ];
    one.stop();
    await expect(first).rejects.toMatchObject({ code: "E_CANCELLED" });
    expect(begun[0]?.signal.aborted).toBe(false);
    ends[0]?.(1);
    expect(await second).toBe(1);
    other.stop();
    expect(begun[0]?.signal.aborted).toBe(false);
    const third = call();
    const alone = shared.ask("q", third.context, work);
    third.stop();
    await expect(alone).rejects.toMatchObject({ code: "E_CANCELLED" });
    expect(begun[1]?.signal.aborted).toBe(true);
    await expect(shared.ask("q", third.context, work)).rejects.toMatchObject({
      code: "E_CANCELLED",
    });
    expect(begun).toHaveLength(2);
  });

  it("passes a failure to all that wait and keeps none", async () => {
    const { begun, fails, work } = slowWork();
    const shared = new SharedWork<number>();
    const answers = [shared.ask("q", call().context, work), shared.ask("q", call().context, work)];
    fails[0]?.(new Error("broken"));
    for (const answer of answers) await expect(answer).rejects.toThrow("broken");
    void shared.ask("q", call().context, work);
    expect(begun).toHaveLength(2);
  });

  it("answers anew who asks after it forgot, and lets those before have theirs", async () => {
    const { begun, ends, work } = slowWork();
    const shared = new SharedWork<number>();
    const before = shared.ask("q", call().context, work);
    shared.forget();
    const after = shared.ask("q", call().context, work);
    expect(begun).toHaveLength(2);
    ends[0]?.(1);
    ends[1]?.(2);
    expect(await Promise.all([before, after])).toEqual([1, 2]);
  });
});
