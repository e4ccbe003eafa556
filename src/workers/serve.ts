import { BUILD_ID } from "../kernel/base/build-id";
import { cancelled, toCallError } from "./call-error";
import type { CallProgress, WorkerReply, WorkerRequest } from "./protocol";

const PROGRESS_INTERVAL_MS = 100;
const SLICE_MS = 12;
const HEARTBEAT_MS = 1000;

/** What a handler may use of the outside while it answers one call. */
export interface CallContext {
  readonly signal: AbortSignal;
  /** Posted to the page at most ten times a second. */
  progress(progress: Partial<CallProgress>): void;
}

type Calls<C> = { readonly [Op in keyof C]: { readonly in: unknown; readonly out: unknown } };

type Output<T> = T | Moved<T>;

export type Handlers<C extends Calls<C>> = {
  readonly [Op in keyof C]: (
    input: C[Op]["in"],
    context: CallContext,
  ) => Promise<Output<C[Op]["out"]>> | Output<C[Op]["out"]>;
};

/** An output that the worker keeps no part of: its buffers are moved to the page instead of copied. */
export class Moved<T> {
  readonly value: T;
  constructor(value: T) {
    this.value = value;
  }
}

/** The buffers of all typed arrays in a value of our own making, each once; they are moved, not copied. */
function transferList(value: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const visit = (part: unknown): void => {
    if (ArrayBuffer.isView(part)) {
      if (part.buffer instanceof ArrayBuffer) buffers.add(part.buffer);
      return;
    }
    if (Array.isArray(part)) {
      // A list of plain numbers or texts holds no buffer: look at one element only.
      if (part.length > 0 && typeof part[0] !== "object") return;
      part.forEach(visit);
      return;
    }
    if (
      typeof part === "object" &&
      part !== null &&
      Object.getPrototypeOf(part) === Object.prototype
    ) {
      Object.values(part).forEach(visit);
    }
  };
  visit(value);
  return [...buffers];
}

export interface Port {
  postMessage(message: WorkerReply, transfer: Transferable[]): void;
  addEventListener(type: "message", listener: (event: { data: WorkerRequest }) => void): void;
}

/** The page's end as this worker sees it. */
export function pagePort(): Port {
  // Both tsconfigs read this file, and only one of them knows what a worker's global scope is.
  return globalThis;
}

function makeContext(port: Port, requestId: number, signal: AbortSignal): CallContext {
  let postedMs = -Infinity;
  return {
    signal,
    progress(progress) {
      const nowMs = performance.now();
      if (nowMs - postedMs < PROGRESS_INTERVAL_MS) return;
      postedMs = nowMs;
      const whole: CallProgress = {
        done: null,
        rows: null,
        rowsPerSecond: null,
        remainingMs: null,
        waiting: false,
        ...progress,
      };
      port.postMessage({ kind: "progress", requestId, progress: whole }, []);
    },
  };
}

/**
 * Answers the calls of one page. Every call gets exactly one `done` or `failed`; calls may overlap.
 *
 * @param handlers one function an operation; what it throws becomes a typed error
 */
export function serve<C extends Calls<C>>(port: Port, handlers: Handlers<C>): void {
  const running = new Map<number, AbortController>();
  let heartbeat: ReturnType<typeof setInterval> | undefined;
  const began = (requestId: number, controller: AbortController): void => {
    if (running.size === 0) {
      heartbeat = setInterval(() => {
        port.postMessage({ kind: "alive" }, []);
      }, HEARTBEAT_MS);
    }
    running.set(requestId, controller);
  };
  const ended = (requestId: number): void => {
    running.delete(requestId);
    if (running.size === 0) clearInterval(heartbeat);
  };
  const answer = async (request: Extract<WorkerRequest, { kind: "call" }>): Promise<void> => {
    const { requestId, op, input } = request;
    const controller = new AbortController();
    began(requestId, controller);
    try {
      const handler = (
        handlers as Record<string, (input: unknown, context: CallContext) => unknown>
      )[op];
      if (handler === undefined) throw new Error(`unknown operation ${op}`);
      const output = await handler(input, makeContext(port, requestId, controller.signal));
      if (controller.signal.aborted) throw cancelled();
      const transfer = output instanceof Moved ? transferList(output.value) : [];
      const value: unknown = output instanceof Moved ? output.value : output;
      port.postMessage({ kind: "done", requestId, output: value }, transfer);
    } catch (thrown) {
      const error = controller.signal.aborted ? toCallError(cancelled()) : toCallError(thrown);
      port.postMessage({ kind: "failed", requestId, error }, []);
    } finally {
      ended(requestId);
    }
  };
  port.addEventListener("message", ({ data }) => {
    if (data.kind === "cancel") running.get(data.requestId)?.abort();
    else void answer(data);
  });
  port.postMessage({ kind: "ready", build: BUILD_ID }, []);
}

/** Lets the event loop deliver waiting messages, so that a cancel can arrive. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Runs a generator to its end, giving the event loop a turn between slices.
 *
 * @throws CallFailure E_CANCELLED once the signal is aborted
 */
export async function drive<R>(
  work: Generator<{ readonly done: number }, R, void>,
  context: CallContext,
): Promise<R> {
  let sliceStartMs = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - sliceStartMs > SLICE_MS) {
      context.progress({ done: step.value.done });
      await nextTurn();
      if (context.signal.aborted) throw cancelled();
      sliceStartMs = performance.now();
    }
  }
}
