import type { CoxModel, CoxResult, CoxTerm } from "./spec";

/** The name of a coefficient in the headline: the header, and of a word also the word. */
function termName({ column, kind, level, isRest }: CoxTerm): string {
  const header = column.replace(/^attr:/, "");
  if (kind !== "level") return header;
  return `${header}=${isRest ? "rest" : level}`;
}

/** The figures of the README; a covariate that has the name of one of them is told as "attr:<name>". */
export function headlineOf(
  { n, events, missing }: Pick<CoxResult, "n" | "events" | "missing">,
  model: CoxModel | null,
): CoxResult["headline"] {
  const figures: Readonly<Record<string, number | null>> = {
    n,
    events,
    missing,
    logLikelihood: model === null ? null : model.logLikelihood,
    nullLogLikelihood: model === null ? null : model.nullLogLikelihood,
    likelihoodRatio: model === null ? null : model.likelihoodRatio.chiSquared,
    wald: model === null ? null : model.wald.chiSquared,
    score: model === null ? null : model.score.chiSquared,
    df: model === null ? null : model.likelihoodRatio.df,
    p: model === null ? null : model.likelihoodRatio.p,
    concordance: model === null ? null : model.concordance,
    driftChi2: model?.drift?.chiSquared ?? null,
    driftP: model?.drift?.p ?? null,
  };
  const coefficients = (model?.terms ?? []).map((term): [string, number] => {
    const name = termName(term);
    return [Object.hasOwn(figures, name) ? `attr:${name}` : name, term.coefficient];
  });
  return { ...figures, ...Object.fromEntries(coefficients) };
}
