import type { Answer } from "../analyses/define";
import type { Scope } from "../domain/scope";
import { MODEL_SCORES, type ModelColumns, type ModelScore } from "../domain/segment-rule";

type Scores = NonNullable<Answer<unknown>["scores"]>;
type Ask = (analysis: string, scope: Scope) => Promise<Pick<Answer<unknown>, "scores">>;

const KEPT = 12;

/**
 * What analyses say of each customer, each computed once for a day and a period: several questions at a time wait for the same answer.
 */
export class ModelSayings {
  readonly #ask: Ask;
  #known = new Map<string, Promise<Scores>>();

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** The data have changed. */
  forget(): void {
    this.#known = new Map();
  }

  /** One column a score; none where the analysis cannot say it of these data. */
  async of(scores: readonly ModelScore[], scope: Scope): Promise<ModelColumns> {
    const columns = new Map<ModelScore, Float64Array<ArrayBuffer>>();
    for (const score of scores) {
      const values = (await this.#scoresOf(MODEL_SCORES[score], scope))[score];
      if (values !== undefined) columns.set(score, values);
    }
    return columns;
  }

  #scoresOf(analysis: string, scope: Scope): Promise<Scores> {
    const known = this.#known;
    const key = JSON.stringify([analysis, scope]);
    const found = known.get(key) ?? this.#ask(analysis, scope).then(({ scores }) => scores ?? {});
    known.delete(key);
    known.set(key, found);
    for (const oldest of known.keys()) {
      if (known.size <= KEPT) break;
      known.delete(oldest);
    }
    // What failed is asked again by the next question.
    found.catch(() => known.delete(key));
    return found;
  }
}
