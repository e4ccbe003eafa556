import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import type { TwinTable } from "../../page/charts/figure";
import type { IntervalLine, IntervalView } from "../../page/charts/interval-dots";
import type { CoxMessages } from "./messages/zh-Hans";
import type { CoxModel, CoxResult, CoxTerm } from "./spec";

/** What the words of the analysis are made with. */
export interface Words {
  readonly t: CoxMessages;
  readonly format: Format;
  /** the header of a column of the customer table */
  readonly columnName: (id: string) => string;
}

export type Drawn = CoxResult & { readonly model: CoxModel };
export const isDrawn = (result: CoxResult): result is Drawn => result.model !== null;

const LEVEL = 0.05;
/** Effects that are told in the sentence. */
const MOST_TOLD = 3;
const LOSSES_PER_TERM = 10;
/** Effects that change over time which are told one by one. */
const MOST_DRIFTS = 2;
/** More than this share left out is worth a word before the picture. */
const MANY_MISSING = 0.1;
/** The axis goes no further to either side, whatever the intervals do. */
const WIDEST = Math.log(20);

const levelName = ({ isRest, level }: CoxTerm, { t }: Words): string => (isRest ? t.rest : level);
const stepText = ({ step }: CoxTerm, { format }: Words): string =>
  format.number(step, step < 1 ? 4 : 1);

/** Who a coefficient is about, as the subject of a sentence. */
function whoText(term: CoxTerm, words: Words): string {
  const { who } = words.t;
  const column = words.columnName(term.column);
  switch (term.kind) {
    case "number":
      return who.number({ column, step: stepText(term, words) });
    case "flag":
      return who.flag({ column });
    case "level":
      return who.level({ column, level: levelName(term, words), reference: term.reference });
  }
}

export function termName(term: CoxTerm, words: Words): string {
  const names = words.t.term;
  const column = words.columnName(term.column);
  switch (term.kind) {
    case "number":
      return names.number({ column, step: stepText(term, words) });
    case "flag":
      return names.flag({ column });
    case "level":
      return names.level({ column, level: levelName(term, words) });
  }
}

/** 32 % lower, 12 % higher, 2.3 times as high. */
export function effectText(ratio: number, { t, format }: Words): string {
  if (ratio >= 2) return t.effect.times({ ratio: format.number(ratio, 1) });
  return ratio > 1
    ? t.effect.higher({ share: format.percent(ratio - 1, 0) })
    : t.effect.lower({ share: format.percent(1 - ratio, 0) });
}

const isClear = (term: CoxTerm): boolean => term.ratio !== null && term.p < LEVEL;

/** A term with its place in the result, which names its cell. */
export interface PlacedTerm {
  readonly place: number;
  readonly term: CoxTerm;
}

/** Those that can be told from nothing, the surest first. */
export function clearTerms({ terms, likelihoodRatio }: CoxModel): readonly PlacedTerm[] {
  if (likelihoodRatio.p >= LEVEL) return [];
  return terms
    .map((term, place) => ({ term, place }))
    .filter(({ term }) => isClear(term))
    .sort((a, b) => Math.abs(b.term.z) - Math.abs(a.term.z) || a.place - b.place);
}

export function findings(result: Drawn, words: Words): Rich {
  const { t, format } = words;
  const { n, events, model } = result;
  const clear = clearTerms(model);
  const counts = { customers: n, lost: events };
  const gap = format.language === "en" ? " " : "";
  if (clear.length === 0) {
    const p = format.pValue(model.likelihoodRatio.p);
    if (model.terms.some(({ ratio }) => ratio === null)) return t.finding.separated(counts);
    return model.likelihoodRatio.p < LEVEL
      ? t.finding.noneAlone({ ...counts, p })
      : t.finding.noneAtAll({ ...counts, p });
  }
  const list = clear.slice(0, MOST_TOLD).map(({ term, place }) => ({
    mark: `factor:${place}`,
    who: whoText(term, words),
    effect: effectText(term.ratio ?? 1, words),
  }));
  const more = clear.length - list.length;
  return [
    ...t.finding.lead(counts),
    ...t.finding.effects({ list }),
    ...(more > 0 ? [gap, ...t.finding.others({ count: more })] : []),
    ...(model.concordance === null
      ? []
      : [gap, ...t.finding.concordance({ share: format.percent(model.concordance, 0) })]),
  ];
}

/** What a reader must know before believing the picture. */
export function cautions(result: Drawn, words: Words): readonly string[] {
  const { t, format } = words;
  const { model, events, n, missing } = result;
  const { terms, drift } = model;
  const lines: string[] = [];
  if (model.quality === "not-converged") lines.push(t.caution.notConverged);
  if (events < LOSSES_PER_TERM * terms.length)
    lines.push(t.caution.few({ events, terms: terms.length }));
  if (missing > (n + missing) * MANY_MISSING)
    lines.push(t.caution.missing({ missing, share: format.percent(missing / (n + missing)) }));
  for (const term of terms.filter(({ ratio }) => ratio === null)) {
    const { customers, lost } = term;
    lines.push(t.caution.unbounded({ who: whoText(term, words), customers, lost }));
  }
  // one test of all first: of many tests some are small by chance
  if (drift === null || drift.p >= LEVEL) return lines;
  const drifting = terms
    .filter(({ driftP }) => driftP !== null && driftP < LEVEL)
    .sort((a, b) => (a.driftP ?? 1) - (b.driftP ?? 1));
  return [...lines, ...driftLines(drifting, words)];
}

/** Each of two effects that change, or the clearest of many. */
function driftLines(drifting: readonly CoxTerm[], words: Words): readonly string[] {
  const { drift, driftMany } = words.t.caution;
  const told = drifting.flatMap((term) => {
    const { earlyRatio, lateRatio } = term;
    if (earlyRatio === null || lateRatio === null) return [];
    const early = effectText(earlyRatio, words);
    return [{ who: whoText(term, words), early, late: effectText(lateRatio, words) }];
  });
  const [first] = told;
  if (first === undefined) return [];
  return told.length > MOST_DRIFTS
    ? [driftMany({ ...first, others: told.length - 1 })]
    : told.map(drift);
}

/** The forest: risk raised most at the top. Logarithms, so that twice and half are equally far from nothing. */
export function forestView(result: Drawn, words: Words): IntervalView {
  const { t, format } = words;
  const lines = result.model.terms
    .map((term, place) => ({ term, place }))
    .filter(({ term }) => term.ratio !== null)
    .sort((a, b) => b.term.coefficient * b.term.step - a.term.coefficient * a.term.step)
    .map((placed) => forestLine(placed, words));
  const farthest = Math.max(Math.log(1.5), ...lines.map(({ value }) => Math.abs(value) * 1.1));
  const ends = Math.max(...lines.flatMap(({ low, high }) => [-low, high]), farthest);
  const reach = Math.max(farthest, Math.min(WIDEST, ends));
  return {
    lines: lines.map((line) => ({
      ...line,
      low: Math.max(line.low, -reach),
      high: Math.min(line.high, reach),
    })),
    domain: [-reach * 1.04, reach * 1.04],
    reference: { value: 0, name: t.forest.same },
    ticks: ticksWithin(reach),
    tick: (log) => t.forest.times({ ratio: format.number(Math.exp(log), 2) }),
  };
}

function ticksWithin(reach: number): readonly number[] {
  const all =
    reach > Math.log(5)
      ? [0.01, 0.1, 0.25, 0.5, 1, 2, 4, 10, 100]
      : [0.25, 0.5, 0.75, 1, 1.5, 2, 4];
  return all.map((ratio) => Math.log(ratio)).filter((log) => Math.abs(log) <= reach);
}

function forestLine({ term, place }: PlacedTerm, words: Words): IntervalLine {
  const { t, format } = words;
  const logOf = (ratio: number | null, open: number): number =>
    ratio === null ? open : Math.log(ratio);
  const value = logOf(term.ratio, 0);
  const isRaising = value > 0;
  return {
    name: termName(term, words),
    value,
    low: logOf(term.lower, -Infinity),
    high: logOf(term.upper, Infinity),
    label: t.forest.times({ ratio: format.fixed(term.ratio ?? 1, 2) }),
    isPale: !isClear(term),
    tone: isRaising ? "bad" : "good",
    cell: `factor:${place}`,
    rows: [
      { label: t.forest.against, value: againstText(term, words) },
      { label: t.forest.ratio, value: format.fixed(term.ratio ?? 1, 2) },
      { label: t.forest.interval, value: intervalText(term, words) },
      { label: t.forest.p, value: format.pValue(term.p) },
      { label: t.forest.lost, value: t.forest.lostOf(term) },
    ],
  };
}

function againstText(term: CoxTerm, words: Words): string {
  const { t } = words;
  if (term.kind === "level") return term.reference;
  return term.kind === "flag" ? t.no : t.forest.perStep({ step: stepText(term, words) });
}

function intervalText({ lower, upper }: CoxTerm, { format }: Words): string {
  const end = (ratio: number | null): string =>
    ratio === null ? format.dash : format.fixed(ratio, 2);
  return `${end(lower)}–${end(upper)}`;
}

/** The numbers of the forest as a table, also for saved files. */
export function forestTwin(result: Drawn, words: Words): TwinTable {
  const { t, format } = words;
  const ratio = (value: unknown): string =>
    typeof value === "number" ? format.number(value, 2) : format.dash;
  const p = (value: unknown): string =>
    typeof value === "number" ? format.pValue(value) : format.dash;
  return {
    columns: [
      { label: t.forest.factor },
      { label: t.forest.against },
      { label: t.forest.ratio, numeric: true, show: ratio },
      { label: t.forest.lower, numeric: true, show: ratio },
      { label: t.forest.upper, numeric: true, show: ratio },
      { label: t.forest.p, numeric: true, show: p },
      { label: t.forest.early, numeric: true, show: ratio },
      { label: t.forest.late, numeric: true, show: ratio },
      { label: t.forest.driftP, numeric: true, show: p },
      { label: t.forest.customers, numeric: true },
      { label: t.forest.lost, numeric: true },
    ],
    rows: result.model.terms.map((term) => [
      termName(term, words),
      againstText(term, words),
      term.ratio,
      term.lower,
      term.upper,
      term.p,
      term.earlyRatio,
      term.lateRatio,
      term.driftP,
      term.customers,
      term.lost,
    ]),
  };
}

/** How it was reckoned, with the tests of all. */
export function howLines(result: Drawn, { t, format }: Words): readonly string[] {
  const { likelihoodRatio, wald, score, logLikelihood } = result.model;
  const { noStart, noOutcome, impossible } = result.leftOut;
  const leftOut = noStart + noOutcome + impossible;
  return [
    ...t.how,
    t.tests({
      lr: format.number(likelihoodRatio.chiSquared, 2),
      df: likelihoodRatio.df,
      p: format.pValue(likelihoodRatio.p),
      wald: format.number(wald.chiSquared, 2),
      score: format.number(score.chiSquared, 2),
      log: format.number(logLikelihood, 2),
    }),
    ...(leftOut > 0 ? [t.leftOut({ customers: leftOut })] : []),
  ];
}

/** Which columns were not used and why; null when all were. */
export function unusedText({ unused }: CoxResult, words: Words): string | null {
  if (unused.length === 0) return null;
  const { forest } = words.t;
  const list = unused.map(({ column, reason }) =>
    forest.unusedOne({ column: words.columnName(column), reason: forest.reasons[reason] }),
  );
  return forest.unused({ list: words.format.list(list) });
}

export function ruleText({ rule }: CoxResult, { t }: Words): string {
  if (rule === null) return "";
  return rule.kind === "silence" ? t.rules.silence({ days: rule.windowDays }) : t.rules[rule.kind];
}
