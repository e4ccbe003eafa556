import type { DataSummary } from "../../queries/types";
import { invariant } from "../../kernel/base/invariant";
import { cancelled, isRestarted } from "../../workers/call-error";
import { WorkerClient, type CallOptions } from "../../workers/client";
import type { AnalysisCalls } from "../../workers/protocol";

type Questions = Omit<AnalysisCalls, "open">;

const LOST = Symbol("lost with its worker");

/**
 * The analysis worker and the workspace that it has open. Every question is answered from the workspace that was opened
 * last: questions wait for an opening that is under way, a restarted worker is given its data before it is asked, and an
 * answer that was overtaken by other data is dropped as cancelled. A question that was lost because the worker did not
 * answer somebody's cancel in time, or overtaken by another look at the same data, is asked once more.
 */
export class DataWorker {
  readonly #client: WorkerClient<AnalysisCalls>;
  #workspace: string | null = null;
  /** Of `#workspace`, under way or done; null: the worker holds nothing. */
  #opening: Promise<DataSummary> | null = null;

  constructor(start: () => Worker) {
    this.#client = new WorkerClient<AnalysisCalls>(start, {
      onRestart: () => {
        this.#opening = null;
      },
    });
  }

  /** Milliseconds since the last answer; 0 while a question waits for its own. */
  get idleMs(): number {
    return this.#client.idleMs;
  }

  /** Starts the worker, for data that are sure to be opened. */
  warm(): void {
    this.#client.warm();
  }

  /** Opens the current generation of the workspace, in place of what is open. @throws CallFailure */
  open(workspace: string): Promise<DataSummary> {
    this.#workspace = workspace;
    return this.#open(workspace);
  }

  /** @throws CallFailure; cancelled when other data were opened meanwhile */
  async ask<Op extends keyof Questions>(
    op: Op,
    input: Questions[Op]["in"],
    options: CallOptions = {},
  ): Promise<Questions[Op]["out"]> {
    const workspace = this.#workspace;
    invariant(workspace !== null, "asked before open");
    let opening = this.#opening ?? this.#open(workspace);
    const { generation } = await opening;
    for (;;) {
      if (this.#opening === opening) {
        const answer = await this.#unlessLost(op, input, options);
        if (answer !== LOST && this.#opening === opening) return answer;
      }
      if (this.#workspace !== workspace) throw cancelled();
      opening = this.#opening ?? this.#open(workspace);
      if ((await opening).generation !== generation) throw cancelled();
    }
  }

  async #unlessLost<Op extends keyof Questions>(
    op: Op,
    input: Questions[Op]["in"],
    options: CallOptions,
  ): Promise<Questions[Op]["out"] | typeof LOST> {
    try {
      return await this.#client.call(op, input, options);
    } catch (thrown) {
      if (isRestarted(thrown)) return LOST;
      throw thrown;
    }
  }

  /** Ends the worker, so that nothing holds the databases open. */
  close(): void {
    this.#workspace = null;
    this.#client.terminate();
  }

  #open(workspace: string): Promise<DataSummary> {
    const opening = this.#client.call("open", { workspace });
    this.#opening = opening;
    opening.catch(() => {
      // The next question tries again instead of failing for ever.
      if (this.#opening === opening) this.#opening = null;
    });
    return opening;
  }
}
