import type { AnalysisSpec, ParamSpec } from "../../analyses/define";
import { openingParams, paramKey } from "../../analyses/params";
import type { MissingColumn } from "../../domain/readiness";
import type { Scope } from "../../domain/scope";
import { CallFailure, INTERNAL } from "../../workers/call-error";
import { isCancelled, type CallOptions } from "../../workers/client";
import type { CallProgress, ParamRecord } from "../../workers/protocol";

/**
 * - `stale`: an older result is shown while a newer one is computed
 * - `failed`: `error` says why; an older result may still be there
 */
export type AnalysisStatus = "idle" | "running" | "done" | "stale" | "failed";

/** Runs an analysis in the worker. */
export type RunAnalysis = (
  input: { readonly analysis: string; readonly params: ParamRecord; readonly scope: Scope },
  options: CallOptions,
) => Promise<unknown>;

/** Reads the parameters of an analysis from its keys in an address. */
export function readParams(spec: AnalysisSpec, query: ReadonlyMap<string, string>): ParamRecord {
  const chosen: Record<string, unknown> = {};
  for (const [name, param] of Object.entries(spec.params)) {
    const text = query.get(paramKey(spec, name));
    if (text === undefined) continue;
    chosen[name] = readParam(param, text);
  }
  return openingParams(spec.params, chosen);
}

function readParam(param: ParamSpec, text: string): string | number | boolean {
  switch (param.kind) {
    case "choice":
    case "column":
    case "columns":
    case "days":
    case "question":
    case "numbers":
      return text;
    case "flag":
      return text === "true";
    default:
      return Number(text);
  }
}

/**
 * One analysis on screen: what it was asked, how far it is, what it answered. A newer question supersedes an older one;
 * the old result stays visible, marked stale, until the new one is there.
 */
export class AnalysisState<R = unknown> {
  readonly spec: AnalysisSpec;
  readonly #run: RunAnalysis;
  #status = $state<AnalysisStatus>("idle");
  #result = $state.raw<R | null>(null);
  #answered = $state.raw<{ readonly scope: Scope; readonly params: ParamRecord } | null>(null);
  #progress = $state.raw<CallProgress | null>(null);
  #error = $state.raw<CallFailure | null>(null);
  #missing = $state.raw<readonly MissingColumn[]>([]);
  #asked = "";
  #generation: string | null = null;
  #controller: AbortController | null = null;

  constructor(spec: AnalysisSpec, run: RunAnalysis) {
    this.spec = spec;
    this.#run = run;
  }

  get #markName(): string {
    return `clientele:${this.spec.id}`;
  }

  get status(): AnalysisStatus {
    return this.#status;
  }
  get result(): R | null {
    return this.#result;
  }
  /** The scope and params that `result` answers; they lag behind the page while the status is `stale`. */
  get answered(): { readonly scope: Scope; readonly params: ParamRecord } | null {
    return this.#answered;
  }
  get progress(): CallProgress | null {
    return this.#progress;
  }
  get error(): CallFailure | null {
    return this.#error;
  }
  get missing(): readonly MissingColumn[] {
    return this.#missing;
  }

  /**
   * Asks for the answer to this question unless it is the one being asked or shown.
   *
   * @param generation names the data, so that an import asks again
   */
  ask(
    generation: string,
    params: ParamRecord,
    scope: Scope,
    missing: readonly MissingColumn[],
  ): void {
    const question = questionOf(generation, params, scope);
    this.follow(generation);
    if (question === this.#asked) return;
    this.#asked = question;
    this.#controller?.abort();
    this.#missing = missing;
    if (missing.length > 0) {
      this.#result = null;
      this.#status = "idle";
      return;
    }
    void this.#answer(params, scope);
  }

  /**
   * The data are these from now on; null: there are none. What was computed from others is forgotten at once: dimmed or
   * under an error it would still be read as a figure of the data that are shown.
   */
  follow(generation: string | null): void {
    if (generation === this.#generation) return;
    this.#generation = generation;
    this.#controller?.abort();
    this.#controller = null;
    this.#asked = "";
    this.#lastQuestion = null;
    this.#result = null;
    this.#answered = null;
    this.#progress = null;
    this.#error = null;
    this.#status = "idle";
  }

  /** Makes way for another question, which comes in a moment: stops what is computed unless it answers that very one. */
  makeWay(generation: string, params: ParamRecord, scope: Scope): void {
    this.follow(generation);
    if (questionOf(generation, params, scope) !== this.#asked) this.cancel();
  }

  /** Stops the running computation; the old result stays. */
  cancel(): void {
    // Whoever asks the same before the worker has let go of it wants an answer, too.
    if (this.#status === "running" || this.#status === "stale") this.#asked = "";
    this.#controller?.abort();
  }

  /** Asks the same question once more, after a failure. */
  retry(): void {
    const answered = this.#lastQuestion;
    if (answered !== null) void this.#answer(answered.params, answered.scope);
  }

  #lastQuestion: { readonly scope: Scope; readonly params: ParamRecord } | null = null;

  async #answer(params: ParamRecord, scope: Scope): Promise<void> {
    const controller = new AbortController();
    this.#controller = controller;
    this.#lastQuestion = { params, scope };
    this.#status = this.#result === null ? "running" : "stale";
    this.#progress = null;
    this.#error = null;
    try {
      const result = await this.#run(
        { analysis: this.spec.id, params, scope },
        {
          signal: controller.signal,
          onProgress: (progress) => {
            if (this.#controller === controller) this.#progress = progress;
          },
        },
      );
      if (this.#controller !== controller) return;
      this.#result = result as R;
      this.#answered = { params, scope };
      this.#status = "done";
      // Seen by the browser's own performance tools, and by the benchmarks; never sent anywhere.
      performance.clearMarks(this.#markName);
      performance.mark(this.#markName);
    } catch (thrown) {
      if (this.#controller !== controller) return;
      this.#asked = "";
      this.#status = this.#result === null ? "idle" : "done";
      if (isCancelled(thrown)) return;
      this.#error = asFailure(thrown);
      this.#status = "failed";
    }
  }
}

function questionOf(generation: string, params: ParamRecord, scope: Scope): string {
  return JSON.stringify([generation, params, scope]);
}

/** Whatever was thrown, as a failure with a code. */
export function asFailure(thrown: unknown): CallFailure {
  if (thrown instanceof CallFailure) return thrown;
  const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return new CallFailure({ code: INTERNAL, message, where: {} });
}
