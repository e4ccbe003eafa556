import { MessageChannel, Worker } from "node:worker_threads";
import { afterEach, describe, expect, it, vi } from "vitest";
import { FileError } from "../ingest/plan";
import { BUILD_ID } from "../kernel/base/build-id";
import { CallFailure } from "./call-error";
import { WorkerClient } from "./client";
import type { WorkerReply, WorkerRequest } from "./protocol";
import { Moved, drive, nextTurn, serve, type CallContext, type Handlers } from "./serve";

interface TestCalls {
  readonly echo: { readonly in: number; readonly out: number };
  readonly wait: { readonly in: null; readonly out: null };
  readonly stuck: { readonly in: null; readonly out: null };
  readonly fail: { readonly in: null; readonly out: null };
  readonly count: { readonly in: number; readonly out: number };
  readonly column: { readonly in: null; readonly out: Float64Array };
}

const column = new Float64Array([1, 2, 3]);

const handlers: Handlers<TestCalls> = {
  echo: async (value) => {
    // Later calls overtake this one.
    for (let turn = 0; turn < value; turn++) await nextTurn();
    return value;
  },
  wait: (_, { signal }) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener("abort", () => {
        reject(new DOMException("stopped", "AbortError"));
      });
    }),
  stuck: () => new Promise(() => undefined),
  fail: () => {
    throw new FileError("E_CSV_UNBALANCED", { row: 2 });
  },
  count: (until, context) => drive(counting(until), context),
  column: () => new Moved(column),
};

function* counting(until: number): Generator<{ done: number }, number, void> {
  for (let i = 0; i < until; i++) yield { done: i / until };
  return until;
}

/** A worker whose thread is this one: the protocol without a browser. */
class LocalWorker extends EventTarget {
  readonly #channel = new MessageChannel();
  terminated = false;
  constructor() {
    super();
    this.#channel.port1.on("message", (data: WorkerReply) => {
      if (!this.terminated) this.dispatchEvent(new MessageEvent("message", { data }));
    });
    const port = this.#channel.port2;
    serve<TestCalls>(
      {
        postMessage: (message, transfer) => {
          port.postMessage(message, transfer as ArrayBuffer[]);
        },
        addEventListener: (_type, listener) => {
          port.on("message", (data: WorkerRequest) => {
            listener({ data });
          });
        },
      },
      handlers,
    );
  }
  postMessage(message: WorkerRequest): void {
    this.#channel.port1.postMessage(message);
  }
  terminate(): void {
    this.terminated = true;
    this.#channel.port1.close();
  }
  crash(): void {
    this.dispatchEvent(Object.assign(new Event("error"), { message: "out of memory" }));
  }
}

const workers: LocalWorker[] = [];

function client(onRestart?: () => void): WorkerClient<TestCalls> {
  return new WorkerClient<TestCalls>(
    () => {
      const worker = new LocalWorker();
      workers.push(worker);
      return worker as unknown as globalThis.Worker;
    },
    { ...(onRestart && { onRestart }) },
  );
}

/** A worker that never says a word; with an end, its code cannot be loaded or throws at once. */
class UnbornWorker extends EventTarget {
  readonly #hasEnd: boolean;
  asked = 0;
  constructor(hasEnd: boolean) {
    super();
    this.#hasEnd = hasEnd;
  }
  begin(): globalThis.Worker {
    if (this.#hasEnd) {
      setTimeout(() => {
        this.dispatchEvent(Object.assign(new Event("error"), { message: "no such module" }));
      });
    }
    return this as unknown as globalThis.Worker;
  }
  postMessage(): void {
    this.asked++;
  }
  terminate(): void {
    // gone already
  }
}

/** A real thread that does not answer: it loops for ever, as a parser may. */
class HungWorker extends EventTarget {
  readonly #thread = new Worker(
    `const { parentPort } = require("node:worker_threads");
     parentPort.on("message", () => { for (;;); });`,
    { eval: true },
  );
  ended: Promise<number> | null = null;
  constructor() {
    super();
    setTimeout(() => {
      const data: WorkerReply = { kind: "ready", build: BUILD_ID };
      this.dispatchEvent(new MessageEvent("message", { data }));
    });
  }
  postMessage(message: WorkerRequest): void {
    this.#thread.postMessage(message);
  }
  terminate(): void {
    this.ended = this.#thread.terminate();
  }
}

afterEach(() => {
  for (const worker of workers.splice(0)) worker.terminate();
});

describe("WorkerClient", () => {
  it("matches replies with requests that are answered out of order", async () => {
    const worker = client();
    const order: number[] = [];
    const calls = [9, 1, 5].map(async (value) => {
      expect(await worker.call("echo", value)).toBe(value);
      order.push(value);
    });
    await Promise.all(calls);
    expect(order).toEqual([1, 5, 9]);
  });

  it("has been idle since the last answer, however long that took", async () => {
    const worker = client();
    vi.spyOn(performance, "now").mockReturnValue(1000);
    const answer = worker.call("echo", 1);
    vi.spyOn(performance, "now").mockReturnValue(9000);
    expect(worker.idleMs).toBe(0);
    await answer;
    expect(worker.idleMs).toBe(0);
    vi.spyOn(performance, "now").mockReturnValue(9300);
    expect(worker.idleMs).toBe(300);
    vi.restoreAllMocks();
  });

  it("rejects with the code and the place of the worker's error", async () => {
    const failure = await client()
      .call("fail", null)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CallFailure);
    expect(failure).toMatchObject({ code: "E_CSV_UNBALANCED", where: { row: 2 } });
  });

  it("answers a cancel that the worker hears", async () => {
    const controller = new AbortController();
    const worker = client();
    await worker.call("echo", 0);
    const call = worker.call("wait", null, { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: "E_CANCELLED" });
    expect(workers[0]?.terminated).toBe(false);
  });

  it("takes back at once what a worker that is still starting was to be asked", async () => {
    const controller = new AbortController();
    const worker = client();
    const call = worker.call("stuck", null, { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: "E_CANCELLED" });
    expect(await worker.call("echo", 0)).toBe(0);
    expect(workers).toHaveLength(1);
  });

  it("restarts a worker that does not answer a cancel within half a second, and says so to the others", async () => {
    let restarts = 0;
    const worker = client(() => restarts++);
    await worker.call("echo", 0);
    const controller = new AbortController();
    const startMs = performance.now();
    const stuck = worker.call("stuck", null, { signal: controller.signal });
    const bystander = worker.call("wait", null);
    const outcomes = Promise.allSettled([stuck, bystander]);
    controller.abort();
    const [first, second] = await outcomes;
    expect(first).toMatchObject({ reason: { code: "E_CANCELLED" } });
    expect(second).toMatchObject({ reason: { code: "E_WORKER_CRASHED" } });
    expect(performance.now() - startMs).toBeLessThan(1500);
    expect(workers[0]?.terminated).toBe(true);
    expect(restarts).toBe(1);
    expect(await worker.call("echo", 3)).toBe(3);
    expect(workers).toHaveLength(2);
  });

  it("does not lose with the worker what was asked after the cancel: the next worker is asked it", async () => {
    const worker = client();
    await worker.call("echo", 0);
    const controller = new AbortController();
    const stuck = worker.call("stuck", null, { signal: controller.signal });
    controller.abort();
    const later = Promise.allSettled([stuck, worker.call("echo", 1), worker.call("echo", 2)]);
    expect(await later).toMatchObject([
      { reason: { code: "E_CANCELLED" } },
      { value: 1 },
      { value: 2 },
    ]);
    expect(workers).toHaveLength(2);
  });

  it("asks what was asked after a cancel once the worker has answered that", async () => {
    const worker = client();
    await worker.call("echo", 0);
    const [first, second] = [new AbortController(), new AbortController()];
    const taken = worker.call("wait", null, { signal: first.signal });
    first.abort();
    const outcomes = Promise.allSettled([
      taken,
      worker.call("echo", 1),
      worker.call("echo", 2, { signal: second.signal }),
    ]);
    second.abort();
    expect(await outcomes).toMatchObject([
      { reason: { code: "E_CANCELLED" } },
      { value: 1 },
      { reason: { code: "E_CANCELLED" } },
    ]);
    expect(workers).toHaveLength(1);
  });

  it("ends a thread that hangs in a watched call, while this one goes on, and starts another (R23)", async () => {
    const hung: HungWorker[] = [];
    const watched = new WorkerClient<TestCalls>(
      () => {
        if (hung.length > 0) {
          const worker = new LocalWorker();
          workers.push(worker);
          return worker as unknown as globalThis.Worker;
        }
        const worker = new HungWorker();
        hung.push(worker);
        return worker as unknown as globalThis.Worker;
      },
      { watched: ["count"], watchIntervalMs: 20 },
    );
    let turns = 0;
    const ticking = setInterval(() => turns++, 10);
    await expect(watched.call("count", 1)).rejects.toMatchObject({ code: "E_WORKER_STALLED" });
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(5);
    await hung[0]!.ended;
    expect(await watched.call("echo", 3)).toBe(3);
  });

  it("leaves a worker alone that is silent in a call that nobody watches", async () => {
    const controller = new AbortController();
    const call = client().call("wait", null, { signal: controller.signal });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(workers[0]?.terminated).toBe(false);
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: "E_CANCELLED" });
  });

  it("rejects all pending calls of a worker that crashes", async () => {
    const worker = client();
    await worker.call("echo", 0);
    const calls = Promise.allSettled([worker.call("wait", null), worker.call("stuck", null)]);
    workers[0]?.crash();
    for (const outcome of await calls) {
      expect(outcome).toMatchObject({ status: "rejected", reason: { code: "E_WORKER_CRASHED" } });
    }
  });

  it("starts a worker once more that ends before its first message; the calls wait for that one", async () => {
    const dead = new UnbornWorker(true);
    let starts = 0;
    const patient = new WorkerClient<TestCalls>(() => {
      if (starts++ === 0) return dead.begin();
      const worker = new LocalWorker();
      workers.push(worker);
      return worker as unknown as globalThis.Worker;
    });
    expect(await Promise.all([patient.call("echo", 1), patient.call("echo", 2)])).toEqual([1, 2]);
    expect(starts).toBe(2);
    expect(dead.asked, "what was asked of the dead one").toBe(0);
    workers[0]?.crash();
    expect(await patient.call("echo", 3), "a crash later on is no start").toBe(3);
  });

  it.each([
    ["ends", true],
    ["says nothing", false],
  ])("names a worker that %s twice before its first message", async (_, hasEnd) => {
    let starts = 0;
    const start = (): globalThis.Worker => {
      starts++;
      return new UnbornWorker(hasEnd).begin();
    };
    const client = new WorkerClient<TestCalls>(start, { watchIntervalMs: 2 });
    const failure = { code: "E_WORKER_CRASHED", where: { step: "start" } };
    await expect(client.call("echo", 1)).rejects.toMatchObject(failure);
    expect(starts).toBe(2);
    await expect(client.call("echo", 1), "asked again").rejects.toMatchObject(failure);
    expect(starts).toBe(4);
  });

  it("stops a generator between two slices", async () => {
    const controller = new AbortController();
    const worker = client();
    await worker.call("echo", 0);
    const call = worker.call("count", 1e9, { signal: controller.signal });
    await nextTurn();
    const startMs = performance.now();
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: "E_CANCELLED" });
    expect(performance.now() - startMs).toBeLessThan(400);
    expect(workers[0]?.terminated).toBe(false);
  });

  it("moves the buffers of an output that the worker gives away", async () => {
    const received = await client().call("column", null);
    expect([...received]).toEqual([1, 2, 3]);
    expect(column.byteLength).toBe(0);
  });
});

describe("a worker of another build", () => {
  it("is asked nothing and ended; every call is refused from then on", async () => {
    const asked: WorkerRequest[] = [];
    let terminated = 0;
    const worker = Object.assign(new EventTarget(), {
      postMessage: (request: WorkerRequest) => asked.push(request),
      terminate: () => terminated++,
    });
    const client = new WorkerClient<TestCalls>(() => worker as unknown as globalThis.Worker);
    const first = client.call("echo", 1).catch((error: unknown) => error);
    const data: WorkerReply = { kind: "ready", build: "older" };
    worker.dispatchEvent(new MessageEvent("message", { data }));
    expect(await first).toMatchObject({ code: "E_WORKER_BUILD", where: { worker: "older" } });
    await expect(client.call("echo", 2)).rejects.toMatchObject({ code: "E_WORKER_BUILD" });
    expect([asked.length, terminated]).toEqual([0, 1]);
  });
});

describe("drive", () => {
  it("posts progress at most ten times a second", async () => {
    let posts = 0;
    const startMs = performance.now();
    const context: CallContext = {
      signal: new AbortController().signal,
      progress: () => posts++,
    };
    await drive(counting(200_000), context);
    expect(posts).toBeLessThanOrEqual(1 + (performance.now() - startMs) / 12);
  });
});
