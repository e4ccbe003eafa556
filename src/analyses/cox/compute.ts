import { withProgress } from "../../kernel/base/with-progress";
import { baselineHazards } from "../../kernel/stats/survival/cox/baseline";
import { concordance } from "../../kernel/stats/survival/cox/concordance";
import { coxFit } from "../../kernel/stats/survival/cox/fit";
import { proportionality } from "../../kernel/stats/survival/cox/proportionality";
import { groupCustomers, type CustomerGroups } from "../../measures/tenure/group-customers";
import type { Tenure } from "../../measures/tenure/tenure";
import { tenureOf } from "../../measures/tenure/tenure-of";
import { columnIdsOf } from "../column-params";
import type { Ambient, Answer, Input, Progress } from "../define";
import { covariatesOf, type Covariates } from "./covariates";
import { designOf, type Design } from "./design";
import { headlineOf } from "./headline";
import type { CoxModel, CoxParams, CoxResult } from "./spec";
import { slotsOfTerm, termsOf } from "./terms";

/** With fewer losses nothing can be told of what hastens them. */
const FEWEST_LOSSES = 10;
/** The curves end where fewer are seen. */
const FEWEST_SEEN = 10;

type Found = Pick<CoxResult, "source" | "available" | "unit" | "rule" | "leftOut" | "isChosen">;

/**
 * What hastens or delays the leaving of customers: Cox's proportional-hazards model.
 *
 * @param input   `customers` with the columns of the parameters, and what the sources of tenure read
 * @param params  source, columns, window, covariates, strata, ties, clock: see README
 * @param ambient scope, selected rows, stored columns
 * @returns always an answer; without a model `gap` says why. Members: "all", "lost", "missing" (left out for an unknown value),
 *   "factor:<i>" (customers with the word or flag of term i; above the mean of a number)
 *
 * O(steps × customers × terms²). Method D24.
 */
export default function* cox(
  input: Input,
  params: CoxParams,
  ambient: Ambient,
): Generator<Progress, Answer<CoxResult>, void> {
  const { customerRows, orderRows, scope } = ambient;
  const sight = { customerRows, orderRows, asOfDay: scope.asOfDay };
  const found = yield* withProgress({ done: 0.05 }, tenureOf(input, sight, params));
  yield { done: 0.1 };
  const wanted = columnIdsOf(params.covariates);
  const { source, available, tenure } = found;
  const isChosen = wanted.length > 0;
  if (typeof tenure === "string") {
    const leftOut = { noStart: 0, noOutcome: 0, impossible: 0 };
    const none = { unit: "unit", rule: null, leftOut } as const;
    return unanswered({ source, available, isChosen, ...none }, tenure);
  }
  const { unit, rule, leftOut } = tenure;
  const said: Found = { source, available, isChosen, unit, rule, leftOut };
  if (tenure.customers.length === 0) return unanswered(said, "nobody");
  const choice = {
    customers: input.customers,
    rows: tenure.customers,
    columns: ambient.columnsOf("customers"),
    seen: tenure.seen,
    wanted,
    besides: saidColumns(tenure, params),
    events: tenure.seen.outcomes.reduce((sum, outcome) => sum + (outcome === 0 ? 0 : 1), 0),
  };
  const covariates = yield* withProgress({ done: 0.15 }, covariatesOf(choice));
  const strata =
    params.strata === "" ? null : groupCustomers(input.customers, params.strata, tenure.customers);
  yield { done: 0.18 };
  const design = designOf(tenure, covariates.used, strata);
  yield { done: 0.2 };
  const sample: Sample = { tenure, covariates, strata, strataColumn: params.strata, design };
  const gap = gapOf(sample);
  if (gap !== null) return answered(said, sample, gap, null);
  const model = yield* modelOf(sample, params);
  return answered(said, sample, model === null ? "no-fit" : null, model);
}

/** Who is looked at, and by what. */
interface Sample {
  readonly tenure: Tenure;
  readonly covariates: Covariates;
  readonly strata: CustomerGroups | null;
  readonly strataColumn: string;
  readonly design: Design;
}

/** The columns that the tenure and the strata are made of. */
function saidColumns({ rule }: Tenure, { strata }: CoxParams): ReadonlySet<string> {
  const own = rule.kind === "columns" ? [rule.duration, rule.event] : [];
  return new Set([...own, "tenureMonths", strata]);
}

function gapOf({ covariates, design }: Sample): CoxResult["gap"] {
  if (covariates.used.length === 0) {
    return covariates.unused.some(({ reason }) => reason === "budget")
      ? "few-losses"
      : "no-covariates";
  }
  if (design.slots.length === 0) return "nobody";
  return design.events < Math.max(FEWEST_LOSSES, design.width + 1) ? "few-losses" : null;
}

function* modelOf(
  sample: Sample,
  { ties, clock }: CoxParams,
): Generator<Progress, CoxModel | null, void> {
  const { design, strata } = sample;
  const fit = yield* reported(coxFit(design.subjects, ties), 0.2, 0.8);
  if (fit === null) return null;
  const drift = yield* reported(proportionality(fit, clock), 0.8, 0.9);
  const hazards = yield* reported(baselineHazards(fit), 0.9, 1);
  const { logLikelihood, nullLogLikelihood, likelihoodRatio, wald, score, quality } = fit;
  const pairs = concordance(fit);
  yield { done: 1 };
  const ends = fit.sample.ends.slice().sort();
  return {
    terms: termsOf(fit, drift, design),
    logLikelihood,
    nullLogLikelihood,
    likelihoodRatio,
    wald,
    score,
    drift: drift.global,
    concordance: pairs.value,
    quality,
    baselines: hazards.map((baseline, at) => ({
      label: strata?.groups[design.strata[at]!]?.label ?? "",
      customers: fit.sample.bounds[at + 1]! - fit.sample.bounds[at]!,
      ...baseline,
    })),
    horizon: ends[Math.max(0, ends.length - FEWEST_SEEN)]!,
  };
}

/** Progress within a stretch of the whole; how many slices there will be is not known. */
function* reported<T>(
  steps: Generator<void, T, void>,
  from: number,
  to: number,
): Generator<Progress, T, void> {
  let left = to - from;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    left *= 0.85;
    yield { done: to - left };
  }
}

function unanswered(said: Found, gap: NonNullable<CoxResult["gap"]>): Answer<CoxResult> {
  const counts = { n: 0, events: 0, missing: 0 };
  const result: CoxResult = {
    kind: "answered",
    headline: headlineOf(counts, null),
    ...said,
    gap,
    ...counts,
    strata: null,
    columns: [],
    unused: [],
    model: null,
  };
  return { result, members: () => null };
}

function answered(
  said: Found,
  sample: Sample,
  gap: CoxResult["gap"],
  model: CoxModel | null,
): Answer<CoxResult> {
  const { design, covariates, strata, tenure, strataColumn } = sample;
  const n = design.slots.length;
  const counts = { n, events: design.events, missing: tenure.customers.length - n };
  const columns = covariates.used.map(({ column }) => column);
  const told = new Set(model?.terms.map(({ column }) => column));
  const silent = model === null ? [] : columns.filter((column) => !told.has(column));
  const result: CoxResult = {
    kind: "answered",
    headline: headlineOf(counts, model),
    ...said,
    gap,
    ...counts,
    strata: strata === null ? null : { column: strataColumn, count: design.strata.length },
    columns,
    unused: [
      ...covariates.unused,
      ...silent.map((column) => ({ column, reason: "collinear" as const })),
    ],
    model,
  };
  return { result, members: (cell) => membersOf(sample, model, cell) };
}

function membersOf(
  { tenure, design }: Sample,
  model: CoxModel | null,
  cell: string,
): Uint32Array | null {
  const rowsOf = (slots: Uint32Array): Uint32Array => slots.map((slot) => tenure.customers[slot]!);
  if (cell === "all") return rowsOf(design.slots);
  if (cell === "lost")
    return rowsOf(design.slots.filter((slot) => tenure.seen.outcomes[slot] !== 0));
  if (cell === "missing") {
    const used = new Set(design.slots);
    return tenure.customers.filter((_, slot) => !used.has(slot));
  }
  const [, place] = /^factor:(\d{1,4})$/.exec(cell) ?? [];
  const term = place === undefined ? undefined : model?.terms[Number(place)];
  return term === undefined ? null : rowsOf(slotsOfTerm(term, design));
}
