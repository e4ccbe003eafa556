import type { TwinTable } from "../../page/charts/figure";
import type { Rich } from "../../i18n/rich";
import type { Comparison, CurveLine, SurvivalResult } from "./spec";
import { monthlyRate, timeText, type Words } from "./time-view";

/** Groups differ when chance alone would do so less often than this. */
const LEVEL = 0.05;
/** More of the long silences ended by an order than this: the window is short. */
const SHORT_WINDOW = 0.5;

/** A result with a curve. */
export type Drawn = SurvivalResult & { readonly all: CurveLine };
export const isDrawn = (result: SurvivalResult): result is Drawn => result.all !== null;

/** The name of a group as the reader knows it. */
export function groupName(line: CurveLine, column: string, words: Words): string {
  const { t, format, isFlag } = words;
  switch (line.kind) {
    case "all":
      return t.all;
    case "rest":
      return t.rest;
    case "range":
      return line.from === null || line.to === null
        ? t.rest
        : t.range({ from: format.number(line.from, 2), to: format.number(line.to, 2) });
    case "value": {
      if (!isFlag(column)) return line.label;
      return line.label === "1" ? t.yes : t.no;
    }
  }
}

/** Share left at a time; null past the end of sight. */
function shareAt({ times, survival, lastTime }: CurveLine, time: number): number | null {
  if (time > lastTime) return null;
  let share = 1;
  for (let k = 0; k < times.length; k++) {
    if ((times[k] as number) > time) break;
    share = survival[k] as number;
  }
  return share;
}

/** Where fewer are left a step moves the curve by more than a fifth: it is drawn no further, and told no further. */
export const FEWEST_AT_RISK = 5;

/** As `shareAt`; null too where the last loss before left so few that the share says nothing. */
export function seenShareAt(line: CurveLine, time: number): number | null {
  const step = line.times.findLastIndex((one) => one <= time);
  const left = step < 0 ? Infinity : (line.atRisk[step] as number);
  return left < FEWEST_AT_RISK ? null : shareAt(line, time);
}

export function findings(result: Drawn, words: Words): Rich {
  const isSpaced = words.format.language === "en";
  return [
    ...stayFinding(result, words),
    ...peakFinding(result, words),
    ...(result.comparison === null ? [] : groupFinding(result, result.comparison, words)),
  ].flatMap((sentence, i) => (i === 0 || !isSpaced ? sentence : [" ", ...sentence]));
}

function stayFinding({ all, horizon, rule }: Drawn, words: Words): readonly Rich[] {
  const { t, format } = words;
  const { n, events } = all;
  // Silence is our rule and not the customer's word.
  const isSilence = rule?.kind === "silence";
  const state = isSilence ? t.finding.silent({ days: rule.windowDays }) : t.finding.lost;
  if (events === 0) return [t.finding.noLoss({ customers: n })];
  const { estimate, lower, upper } = all.median;
  if (estimate === null) {
    const share = shareAt(all, horizon);
    return [
      t.finding.noMedian({
        customers: n,
        lost: events,
        state,
        time: timeText(horizon, words),
        share: format.percent(share ?? 1),
      }),
    ];
  }
  const base = { customers: n, lost: events, state };
  const fall = windowFall({ all, rule });
  // Half are gone on the first day on which anybody can be: that day is our rule.
  if (fall !== null && fall >= 0.5)
    return [t.finding.once({ ...base, share: format.percent(fall) })];
  const median = timeText(estimate, words);
  return [t.finding.median({ ...base, median, interval: intervalText({ lower, upper }, words) })];
}

/** A fall of at least so much on the day of the window is worth a word. */
const STEEP_FALL = 0.1;

/** Share lost on the day on which the silence of all who bought once is long enough; null where silence is not what counts. */
function windowFall({ all, rule }: Pick<Drawn, "all" | "rule">): number | null {
  if (rule?.kind !== "silence") return null;
  const left = shareAt(all, rule.windowDays);
  return left === null ? null : 1 - left;
}

/** Both ends of an interval, or the one that is known; null without any. */
function intervalText(
  { lower, upper }: Pick<CurveLine["median"], "lower" | "upper">,
  words: Words,
): string | null {
  const { interval } = words.t;
  if (lower !== null && upper !== null)
    return interval.both({ lower: timeText(lower, words), upper: timeText(upper, words) });
  if (lower !== null) return interval.from({ lower: timeText(lower, words) });
  return upper === null ? null : interval.upTo({ upper: timeText(upper, words) });
}

/** The stretch that stands out; null without one. Where nobody can be lost before a window is over, a peak there says nothing of customers. */
export function toldPeak({
  bands,
  peakBand,
  rule,
}: Pick<Drawn, "bands" | "peakBand" | "rule">): number | null {
  const band = peakBand === null ? undefined : bands[peakBand];
  if (band === undefined) return null;
  return rule?.kind === "silence" && band.from <= rule.windowDays ? null : peakBand;
}

function peakFinding(result: Drawn, words: Words): readonly Rich[] {
  const { bands, unit } = result;
  const peak = toldPeak(result);
  const band = peak === null ? undefined : bands[peak];
  if (band === undefined || band.hazard === null) return [];
  return [
    words.t.finding.peak({
      band: bandName(band, words),
      rate: words.format.percent(monthlyRate(band.hazard, unit)),
      per: unit === "unit" ? words.t.perUnit : words.t.perMonth,
    }),
  ];
}

function groupFinding({ horizon }: Drawn, comparison: Comparison, words: Words): readonly Rich[] {
  const { t, format } = words;
  const { test, column, groups } = comparison;
  const name = words.columnName(column);
  if (test === null) return [t.finding.noTest({ column: name })];
  const p = format.pValue(test.p);
  if (test.p >= LEVEL) return [t.finding.same({ column: name, p })];
  const known = groups.filter(({ kind }) => kind !== "rest");
  const sorted = [...known].sort((a, b) => b.meanWithin - a.meanWithin);
  const [best, worst] = [sorted[0], sorted.at(-1)];
  if (best === undefined || worst === undefined || best === worst) return [];
  return [
    t.finding.differ({
      column: name,
      p,
      time: timeText(horizon, words),
      best: groupName(best, column, words),
      bestMean: timeText(best.meanWithin, words),
      worst: groupName(worst, column, words),
      worstMean: timeText(worst.meanWithin, words),
    }),
  ];
}

/** Months 1–6, days 1–91; where the unit is unknown the bare ends. */
export function bandName(
  { from, to }: { readonly from: number; readonly to: number },
  { t, format, unit }: Words,
): string {
  if (unit === "unit") return t.band.unit({ from: format.number(from), to: format.number(to) });
  const ends = { from: format.count(from + 1), to: format.count(to) };
  if (unit === "month") return t.band.months(ends);
  // Days by the year are told in months.
  const months = { from: Math.round(from / 30.4375) + 1, to: Math.round(to / 30.4375) };
  return to - from >= 28
    ? t.band.months({ from: format.count(months.from), to: format.count(months.to) })
    : t.band.days(ends);
}

/** What a reader must know before believing the curve. */
export function cautions(result: SurvivalResult, words: Words): readonly string[] {
  const { t, format } = words;
  const { rule, comparison } = result;
  const lines: string[] = [];
  if (rule?.kind === "silence" && rule.longSilences > 0) {
    const share = rule.cameBack / rule.longSilences;
    if (share > SHORT_WINDOW) {
      const said = { days: rule.windowDays, share: format.percent(share, 0) };
      lines.push(
        rule.saferDays === null || rule.saferDays <= rule.windowDays
          ? t.caution.short(said)
          : t.caution.shortSafer({ ...said, safer: Math.ceil(rule.saferDays) }),
      );
    }
    if (rule.basis === "closed") lines.push(t.caution.closed);
    const fall = isDrawn(result) ? windowFall(result) : null;
    if (fall !== null && fall >= STEEP_FALL)
      lines.push(t.caution.window({ days: rule.windowDays, share: format.percent(fall, 0) }));
  }
  if (isDrawn(result) && result.all.events > 0 && result.all.events < 10)
    lines.push(t.caution.few({ events: result.all.events }));
  if (comparison?.crosses === true) lines.push(t.caution.cross);
  return lines;
}

/** Who counts as lost, and what was left out, line by line. */
export function ruleLines(result: SurvivalResult, words: Words): readonly string[] {
  const { t } = words;
  const { rule, leftOut } = result;
  const lines: string[] = [];
  if (rule?.kind === "columns") {
    const names = {
      duration: words.columnName(rule.duration),
      event: words.columnName(rule.event),
    };
    const values = rule.lostValues.map((value) => (words.isFlag(rule.event) ? t.yes : value));
    lines.push(
      values.length === 0
        ? t.rule.columnsDay(names)
        : t.rule.columns({ ...names, values: words.format.list(values) }),
    );
  } else if (rule?.kind === "contracts") {
    const { withContract, withExit, withChurnDay, partialExits, wonBack, pending } = rule;
    lines.push(t.rule.contracts({ contracts: withContract, exits: withExit + withChurnDay }));
    if (partialExits + wonBack > 0) lines.push(t.rule.notCounted({ partialExits, wonBack }));
    if (pending > 0) lines.push(t.rule.pending({ pending }));
  } else if (rule?.kind === "silence") {
    lines.push(t.rule.silence({ days: rule.windowDays }), t.rule.basis[rule.basis]);
    lines.push(t.rule.gaps({ gaps: rule.gaps, open: rule.openGaps }));
    if (rule.longSilences > 0)
      lines.push(t.rule.cameBack({ long: rule.longSilences, back: rule.cameBack }));
  }
  if (rule !== null && rule.kind !== "columns" && rule.lateEntries > 0)
    lines.push(t.rule.late({ customers: rule.lateEntries }));
  const { noStart, noOutcome, impossible } = leftOut;
  if (noStart > 0) lines.push(t.rule.noStart({ customers: noStart }));
  if (noOutcome > 0) lines.push(t.rule.noOutcome({ customers: noOutcome }));
  if (impossible > 0) lines.push(t.rule.impossible({ customers: impossible }));
  return lines;
}

/** One row of the table of groups. */
export interface GroupRow {
  readonly index: number;
  readonly name: string;
  readonly line: CurveLine;
  /** losses that the group would have if all were alike; null with another weighting than one for all */
  readonly expected: number | null;
}

export function groupRows(
  comparison: Comparison,
  words: Words,
  isPlain: boolean,
): readonly GroupRow[] {
  return comparison.groups.map((line, index) => ({
    index,
    name: groupName(line, comparison.column, words),
    line,
    expected: isPlain ? (comparison.expected[index] ?? null) : null,
  }));
}

export function medianText({ median }: CurveLine, words: Words): string {
  const { t } = words;
  if (median.estimate === null) return t.table.notReached;
  const estimate = timeText(median.estimate, words);
  const interval = intervalText(median, words);
  return interval === null ? estimate : t.table.median({ median: estimate, interval });
}

/** The curves as a table, also for saved files. */
export function curveTwin(result: Drawn, words: Words): TwinTable {
  const { t, format } = words;
  const column = result.comparison?.column ?? "";
  const lines = result.comparison?.groups ?? [result.all];
  const percent = (value: unknown): string =>
    typeof value === "number" ? format.percent(value) : format.dash;
  const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
  return {
    columns: [
      { label: t.table.group },
      { label: t.table.time, numeric: true },
      { label: t.table.atRisk, numeric: true },
      { label: t.table.left, numeric: true, show: percent },
      { label: t.table.lower, numeric: true, show: percent },
      { label: t.table.upper, numeric: true, show: percent },
    ],
    rows: lines.flatMap((line) =>
      Array.from(line.times, (time, k) => [
        groupName(line, column, words),
        time,
        line.atRisk[k] as number,
        line.survival[k] as number,
        known(line.lower[k] as number),
        known(line.upper[k] as number),
      ]),
    ),
  };
}
