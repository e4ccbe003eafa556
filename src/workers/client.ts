import { BUILD_ID } from "../kernel/base/build-id";
import {
  CANCELLED,
  CallFailure,
  WORKER_BUILD,
  WORKER_CRASHED,
  WORKER_STALLED,
  cancelled,
  restarted,
} from "./call-error";
import type { CallProgress, WorkerReply, WorkerRequest } from "./protocol";

/** A worker that has not answered a cancel by then is terminated. */
const CANCEL_GRACE_MS = 500;

/** How often the watchdog looks, and how many looks without a word from the worker end it. */
const WATCH_INTERVAL_MS = 1000;
const MOST_SILENT_LOOKS = 10;
/** As above for a worker that is still starting: its code may come over a slow line. */
const MOST_SILENT_LOOKS_AT_START = 30;

interface Pending {
  readonly op: string;
  readonly resolve: (output: unknown) => void;
  readonly reject: (failure: CallFailure) => void;
  readonly onProgress: ((progress: CallProgress) => void) | undefined;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CallProgress) => void;
}

export interface ClientOptions<C> {
  /**
   * Called after a worker was lost, before the next one starts: whatever it held must be given again. Nothing is passed on
   * to the next one unasked then, for it would be asked before it is given.
   */
  readonly onRestart?: () => void;
  /**
   * Calls during which a worker that says nothing for ten seconds is ended with E_WORKER_STALLED: those that read what
   * strangers wrote, where a loop may have no end.
   */
  readonly watched?: readonly (keyof C & string)[];
  /** For tests. */
  readonly watchIntervalMs?: number;
}

type Calls<C> = { readonly [Op in keyof C]: { readonly in: unknown; readonly out: unknown } };

/**
 * The page's end of one worker: calls with ids, answered in any order. The worker is started by the first call and
 * started anew after a crash, an unanswered cancel or a stall; all its pending calls are then rejected. One that ends
 * before its first message has been asked nothing: it is started once more, and the calls wait for that one. Calls that
 * are made while a cancel is unanswered wait for the answer too, so that the loss of the worker is not theirs.
 *
 * Nothing is asked before the worker has said which build it is of. One of another build may read and write in other
 * ways: it is ended, and every call from then on is refused with E_WORKER_BUILD until the page is reloaded.
 */
export class WorkerClient<C extends Calls<C>> {
  readonly #start: () => Worker;
  readonly #pending = new Map<number, Pending>();
  /** When a call was last made or answered. */
  #lastChangeMs = 0;
  readonly #onRestart: (() => void) | null;
  readonly #watched: ReadonlySet<string>;
  readonly #watchIntervalMs: number;
  #worker: Worker | null = null;
  /** Requests that wait for the worker's first message; null once it has come. */
  #unsent: WorkerRequest[] | null = null;
  /** Calls that were taken back and have not been answered: until then nobody knows whether the worker hears. */
  readonly #unheard = new Set<number>();
  /** Requests made meanwhile. They go to this worker once it has answered, else to the next one. */
  #waiting: WorkerRequest[] = [];
  #isSecondStart = false;
  #refusal: CallFailure | null = null;
  #lastId = 0;
  #watchdog: ReturnType<typeof setInterval> | undefined;
  #silentLooks = 0;

  constructor(start: () => Worker, options: ClientOptions<C> = {}) {
    this.#start = start;
    this.#onRestart = options.onRestart ?? null;
    this.#watched = new Set(options.watched);
    this.#watchIntervalMs = options.watchIntervalMs ?? WATCH_INTERVAL_MS;
  }

  /**
   * @param input must be cloneable: pass plain values, never reactive state
   * @throws CallFailure with the worker's code, E_CANCELLED, E_WORKER_CRASHED or E_WORKER_STALLED
   */
  call<Op extends keyof C & string>(
    op: Op,
    input: C[Op]["in"],
    options: CallOptions = {},
  ): Promise<C[Op]["out"]> {
    const { signal, onProgress } = options;
    if (signal?.aborted === true) return Promise.reject(cancelled());
    if (this.#refusal !== null) return Promise.reject(this.#refusal);
    const requestId = ++this.#lastId;
    return new Promise<unknown>((resolve, reject) => {
      const worker = this.#running();
      this.#pending.set(requestId, { op, resolve, reject, onProgress });
      this.#watch();
      this.#post(worker, { kind: "call", requestId, op, input });
      signal?.addEventListener("abort", () => {
        this.#cancel(requestId);
      });
    });
  }

  /** Starts the worker if it is not running, for calls that are sure to come. */
  warm(): void {
    if (this.#refusal === null) this.#running();
  }

  /** Milliseconds since the last answer; 0 while a call waits for its own. */
  get idleMs(): number {
    return this.#pending.size > 0 ? 0 : performance.now() - this.#lastChangeMs;
  }

  /** Ends the worker; pending calls are rejected as cancelled. */
  terminate(): void {
    this.#lose(cancelled());
  }

  #running(): Worker {
    if (this.#worker !== null) return this.#worker;
    this.#unsent = [];
    return this.#begin();
  }

  #begin(): Worker {
    const worker = this.#start();
    worker.addEventListener("message", (event: MessageEvent<WorkerReply>) => {
      this.#receive(event.data);
    });
    const crashed = (detail: string): void => {
      if (this.#worker === worker) this.#crashed(detail);
    };
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      crashed(event.message);
    });
    worker.addEventListener("messageerror", () => {
      crashed("a message could not be read");
    });
    this.#worker = worker;
    this.#silentLooks = 0;
    return worker;
  }

  #crashed(message: string): void {
    const isStarting = this.#unsent !== null;
    if (isStarting && !this.#isSecondStart) {
      this.#isSecondStart = true;
      this.#worker?.terminate();
      this.#begin();
      return;
    }
    const where = isStarting ? { step: "start" } : {};
    this.#lose(new CallFailure({ code: WORKER_CRASHED, message, where }));
  }

  #post(worker: Worker, request: WorkerRequest): void {
    if (this.#unsent !== null) this.#unsent.push(request);
    else if (this.#unheard.size > 0 && request.kind === "call") this.#waiting.push(request);
    else worker.postMessage(request);
  }

  /** The worker has answered a call; one that was taken back proves that it hears. */
  #heard(requestId: number): void {
    if (!this.#unheard.delete(requestId) || this.#unheard.size > 0) return;
    for (const request of this.#waiting.splice(0)) this.#worker?.postMessage(request);
  }

  #receive(reply: WorkerReply): void {
    this.#silentLooks = 0;
    if (reply.kind === "alive") return;
    if (reply.kind === "ready") {
      this.#meet(reply.build);
      return;
    }
    const pending = this.#pending.get(reply.requestId);
    if (pending === undefined) return;
    if (reply.kind === "progress") {
      pending.onProgress?.(reply.progress);
      return;
    }
    this.#pending.delete(reply.requestId);
    this.#heard(reply.requestId);
    this.#watch();
    if (reply.kind === "done") pending.resolve(reply.output);
    else pending.reject(new CallFailure(reply.error));
  }

  #meet(build: string): void {
    if (build === BUILD_ID) {
      const unsent = this.#unsent ?? [];
      this.#unsent = null;
      this.#isSecondStart = false;
      this.#watch();
      for (const request of unsent) this.#worker?.postMessage(request);
      return;
    }
    const where = { page: BUILD_ID, worker: build };
    this.#refusal = new CallFailure({ code: WORKER_BUILD, message: "another build", where });
    this.#lose(this.#refusal);
  }

  /**
   * Looks are counted, not milliseconds: a machine that slept, or a tab that the browser slowed down, looks less often and
   * ends nothing too early.
   */
  #watch(): void {
    this.#lastChangeMs = performance.now();
    const isWatched = [...this.#pending.values()].some(({ op }) => this.#watched.has(op));
    const isStarting = this.#unsent !== null && this.#pending.size > 0;
    if (!isWatched && !isStarting) {
      clearInterval(this.#watchdog);
      this.#watchdog = undefined;
      return;
    }
    if (this.#watchdog !== undefined) return;
    this.#silentLooks = 0;
    this.#watchdog = setInterval(() => {
      this.#look();
    }, this.#watchIntervalMs);
  }

  #look(): void {
    this.#silentLooks++;
    if (this.#unsent !== null) {
      if (this.#silentLooks > MOST_SILENT_LOOKS_AT_START) this.#crashed("the worker did not start");
      return;
    }
    if (this.#silentLooks <= MOST_SILENT_LOOKS) return;
    const message = "the worker did not answer";
    this.#lose(new CallFailure({ code: WORKER_STALLED, message, where: {} }));
  }

  #cancel(requestId: number): void {
    const worker = this.#worker;
    const asked = this.#pending.get(requestId);
    if (worker === null || asked === undefined) return;
    if (this.#takeBack(requestId)) {
      this.#pending.delete(requestId);
      this.#watch();
      asked.reject(cancelled());
      return;
    }
    this.#unheard.add(requestId);
    this.#post(worker, { kind: "cancel", requestId });
    setTimeout(() => {
      const pending = this.#pending.get(requestId);
      if (pending === undefined || this.#worker !== worker) return;
      this.#pending.delete(requestId);
      pending.reject(cancelled());
      this.#lose(restarted(), this.#onRestart === null ? this.#waiting : []);
    }, CANCEL_GRACE_MS);
  }

  /** Whether the request had not been sent yet; then it never will be. */
  #takeBack(requestId: number): boolean {
    for (const list of [this.#unsent ?? [], this.#waiting]) {
      const at = list.findIndex((request) => request.requestId === requestId);
      if (at === -1) continue;
      list.splice(at, 1);
      return true;
    }
    return false;
  }

  /** @param spared requests that this worker never got: the next one is asked them */
  #lose(failure: CallFailure, spared: readonly WorkerRequest[] = []): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#unsent = null;
    this.#isSecondStart = false;
    this.#unheard.clear();
    this.#waiting = [];
    const stays = new Set(spared.map(({ requestId }) => requestId));
    const lost = [...this.#pending].filter(([requestId]) => !stays.has(requestId));
    for (const [requestId] of lost) this.#pending.delete(requestId);
    this.#onRestart?.();
    if (spared.length > 0) {
      const next = this.#running();
      for (const request of spared) this.#post(next, request);
    }
    this.#watch();
    for (const [, pending] of lost) pending.reject(failure);
  }
}

/** Whether a call ended because somebody asked it to. */
export function isCancelled(error: unknown): boolean {
  return error instanceof CallFailure && error.code === CANCELLED;
}
