import { describe, expect, it, vi } from "vitest";
import { BUILD_ID } from "../../kernel/base/build-id";
import type { WorkerReply, WorkerRequest } from "../../workers/protocol";
import { DataWorker } from "./data-worker";

type Call = Extract<WorkerRequest, { kind: "call" }>;

/** A worker whose calls the test answers by hand, in the order that it likes. */
class HandWorker extends EventTarget {
  readonly calls: Call[] = [];
  postMessage(request: WorkerRequest): void {
    if (request.kind === "call") this.calls.push(request);
  }
  terminate(): void {
    this.dispatchEvent(new Event("terminated"));
  }
  /** Answers the oldest call of this kind, once it has come. */
  async answer(op: string, output: unknown): Promise<void> {
    for (let turns = 0; turns < 20 && !this.calls.some((call) => call.op === op); turns++) {
      await turn();
    }
    const index = this.calls.findIndex((call) => call.op === op);
    const [call] = this.calls.splice(index, 1);
    if (call === undefined) throw new Error(`nobody asked for ${op}`);
    const data: WorkerReply = { kind: "done", requestId: call.requestId, output };
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
  crash(): void {
    this.dispatchEvent(Object.assign(new Event("error"), { message: "out of memory" }));
  }
}

function started(): { data: DataWorker; workers: HandWorker[] } {
  const workers: HandWorker[] = [];
  const data = new DataWorker(() => {
    const worker = new HandWorker();
    workers.push(worker);
    queueMicrotask(() => {
      const ready: WorkerReply = { kind: "ready", build: BUILD_ID };
      worker.dispatchEvent(new MessageEvent("message", { data: ready }));
    });
    return worker as unknown as Worker;
  });
  return { data, workers };
}

const turn = (): Promise<void> => Promise.resolve().then(() => undefined);
const opsOf = (worker: HandWorker | undefined): readonly string[] =>
  (worker?.calls ?? []).map(({ op }) => op);

describe("DataWorker", () => {
  it("lets questions wait for the opening that is under way", async () => {
    const { data, workers } = started();
    const opening = data.open("a");
    const facets = data.ask("facets", null);
    await turn();
    await turn();
    expect(opsOf(workers[0])).toEqual(["open"]);
    await workers[0]?.answer("open", { generation: "g" });
    await opening;
    await turn();
    await workers[0]?.answer("facets", ["one"]);
    expect(await facets).toEqual(["one"]);
  });

  it("gives a restarted worker its data once, before any of two questions", async () => {
    const { data, workers } = started();
    const opening = data.open("a");
    await workers[0]?.answer("open", {});
    await opening;
    workers[0]?.crash();
    const answers = Promise.all([data.ask("facets", null), data.ask("facets", null)]);
    await turn();
    await turn();
    expect(opsOf(workers[1])).toEqual(["open"]);
    await workers[1]?.answer("open", {});
    await turn();
    await turn();
    expect(opsOf(workers[1])).toEqual(["facets", "facets"]);
    await workers[1]?.answer("facets", [1]);
    await workers[1]?.answer("facets", [2]);
    expect(await answers).toEqual([[1], [2]]);
  });

  it("drops an answer that another opening has overtaken", async () => {
    const { data, workers } = started();
    const first = data.open("a");
    await workers[0]?.answer("open", {});
    await first;
    const facets = data.ask("facets", null);
    const outcome = facets.catch((thrown: unknown) => thrown);
    await turn();
    void data.open("b");
    await workers[0]?.answer("facets", ["of a, or of b"]);
    expect(await outcome).toMatchObject({ code: "E_CANCELLED" });
  });

  it("asks again what another look at the same data has overtaken", async () => {
    const { data, workers } = started();
    const first = data.open("a");
    await workers[0]?.answer("open", { generation: "g" });
    await first;
    const facets = data.ask("facets", null);
    await turn();
    const second = data.open("a");
    await workers[0]?.answer("facets", ["before"]);
    await workers[0]?.answer("open", { generation: "g" });
    await second;
    await workers[0]?.answer("facets", ["after"]);
    expect(await facets).toEqual(["after"]);
  });

  it("drops an answer that a new generation of the same workspace has overtaken", async () => {
    const { data, workers } = started();
    const first = data.open("a");
    await workers[0]?.answer("open", { generation: "g" });
    await first;
    const outcome = data.ask("facets", null).catch((thrown: unknown) => thrown);
    await turn();
    void data.open("a");
    await workers[0]?.answer("facets", ["before"]);
    await workers[0]?.answer("open", { generation: "h" });
    expect(await outcome).toMatchObject({ code: "E_CANCELLED" });
  });

  it("asks again, after giving the data, what was lost with a worker that did not answer a cancel", async () => {
    vi.useFakeTimers();
    try {
      const { data, workers } = started();
      const first = data.open("a");
      await workers[0]?.answer("open", { generation: "g" });
      await first;
      const controller = new AbortController();
      const taken = data.ask("facets", null, { signal: controller.signal });
      const outcome = taken.catch((thrown: unknown) => thrown);
      const before = data.ask("identity", null);
      await turn();
      controller.abort();
      const after = data.ask("identity", null);
      await vi.advanceTimersByTimeAsync(600);
      expect(await outcome).toMatchObject({ code: "E_CANCELLED" });
      expect(opsOf(workers[1])).toEqual(["open"]);
      await workers[1]?.answer("open", { generation: "g" });
      await workers[1]?.answer("identity", "one");
      await workers[1]?.answer("identity", "two");
      expect(await Promise.all([before, after])).toEqual(["one", "two"]);
    } finally {
      vi.useRealTimers();
    }
  });

  it("tries again after an opening that failed", async () => {
    const { data, workers } = started();
    const first = data.open("a").catch((thrown: unknown) => thrown);
    // one that ends before its first word would be started once more
    await turn();
    workers[0]?.crash();
    expect(await first).toMatchObject({ code: "E_WORKER_CRASHED" });
    const facets = data.ask("facets", null);
    await turn();
    await workers[1]?.answer("open", {});
    await turn();
    await turn();
    await workers[1]?.answer("facets", []);
    expect(await facets).toEqual([]);
  });
});
