import type { Answer } from "../analyses/define";
import type { Scope } from "../domain/scope";
import { MODEL_SCORES, type ModelColumns, type ModelScore } from "../domain/segment-rule";
import type { CallContext } from "./serve";
import { SharedWork } from "./shared-work";

type Scores = NonNullable<Answer<unknown>["scores"]>;
type Ask = (
  analysis: string,
  scope: Scope,
  context: CallContext,
) => Promise<Pick<Answer<unknown>, "scores">>;

const KEPT = 12;

/**
 * What analyses say of each customer, each computed once for a day and a period: several questions at a time wait for the same answer,
 * and it is given up when none of them does any more.
 */
export class ModelSayings {
  readonly #ask: Ask;
  readonly #asked = new SharedWork<Scores>();
  #known = new Map<string, Scores>();

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** The data have changed. */
  forget(): void {
    this.#known = new Map();
    this.#asked.forget();
  }

  /** One column a score; none where the analysis cannot say it of these data. */
  async of(
    scores: readonly ModelScore[],
    scope: Scope,
    context: CallContext,
  ): Promise<ModelColumns> {
    const columns = new Map<ModelScore, Float64Array<ArrayBuffer>>();
    for (const score of scores) {
      const values = (await this.#scoresOf(MODEL_SCORES[score], scope, context))[score];
      if (values !== undefined) columns.set(score, values);
    }
    return columns;
  }

  async #scoresOf(analysis: string, scope: Scope, context: CallContext): Promise<Scores> {
    const known = this.#known;
    const key = JSON.stringify([analysis, scope]);
    const said =
      known.get(key) ??
      (await this.#asked.ask(key, context, async (shared) => {
        const { scores } = await this.#ask(analysis, scope, shared);
        return scores ?? {};
      }));
    // Who was asked for last is kept longest.
    known.delete(key);
    known.set(key, said);
    for (const oldest of known.keys()) {
      if (known.size <= KEPT) break;
      known.delete(oldest);
    }
    return said;
  }
}
