import type { Rich } from "../../i18n/rich";
import type { FigurePoint, TwinTable } from "../../page/charts/figure";
import type { CauseGroup, CauseTest, ChurnCausesResult, GroupComparison, GroupShare } from "./spec";
import { causeName, timeAxis, timeText, type Words } from "./view-model";

/** What names the groups of a column. */
export interface ColumnWords {
  readonly name: string;
  /** a flag column says yes and no rather than 1 and 0 */
  readonly isFlag: boolean;
}

/** Groups differ when chance alone would do so less often than this, all causes that are tested together. */
const LEVEL = 0.05;
/** A group of fewer customers is not named in a sentence. */
const FEWEST_NAMED = 5;
/** Where fewer are left a step moves the curve by more than a fifth: it is drawn no further. */
const FEWEST_AT_RISK = 5;
const MOST_STOPS = 40;

function groupName(group: CauseGroup, column: ColumnWords, { t, format }: Words): string {
  switch (group.kind) {
    case "rest":
      return t.groups.rest;
    case "range":
      return group.from === null || group.to === null
        ? t.groups.rest
        : t.groups.range({ from: format.number(group.from, 2), to: format.number(group.to, 2) });
    case "value":
      if (!column.isFlag) return group.label;
      return group.label === "1" ? t.groups.yes : t.groups.no;
  }
}

type Tested = CauseTest & { readonly chi2: number; readonly df: number; readonly p: number };

const isTested = (test: CauseTest): test is Tested => test.p !== null;

/** p of one cause among all that are tested (Bonferroni). */
const adjusted = (test: Tested, all: readonly Tested[]): number => Math.min(1, test.p * all.length);

/** The cause in which the groups differ most clearly; the first cause where none is tested. */
export function clearestCause({ tests }: GroupComparison): string {
  const named = tests.filter(isTested).filter(({ code }) => code !== "unknown");
  const [best] = named.toSorted((a, b) => a.p - b.p || b.chi2 - a.chi2);
  return best?.code ?? tests[0]?.code ?? "";
}

/** Whether the groups differ, for what cause, and which group loses most and least to it. */
export function groupFinding(
  comparison: GroupComparison,
  level: ChurnCausesResult["level"],
  column: ColumnWords,
  words: Words,
): Rich {
  const { t, format } = words;
  const all = comparison.tests.filter(isTested).filter(({ code }) => code !== "unknown");
  const code = clearestCause(comparison);
  const place = comparison.tests.findIndex((test) => test.code === code);
  const test = all.find((one) => one.code === code);
  if (test === undefined) return t.groups.noTest({ column: column.name });
  const p = format.pValue(adjusted(test, all));
  if (adjusted(test, all) >= LEVEL) return t.groups.same({ column: column.name, p });
  const share = (group: CauseGroup): number => group.causes[place]?.incidence ?? NaN;
  const named = comparison.groups
    .filter(({ kind, n }) => kind !== "rest" && n >= FEWEST_NAMED)
    .toSorted((a, b) => share(b) - share(a));
  const [most, least] = [named[0], named.at(-1)];
  if (most === undefined || least === undefined || most === least)
    return t.groups.differ({ column: column.name, cause: causeName(test, level, words), p });
  return t.groups.differBetween({
    column: column.name,
    cause: causeName(test, level, words),
    p,
    most: groupName(most, column, words),
    mostShare: format.percent(share(most)),
    least: groupName(least, column, words),
    leastShare: format.percent(share(least)),
  });
}

/** One row of the table of groups, for one cause. */
export interface GroupRow {
  readonly index: number;
  readonly name: string;
  readonly n: number;
  readonly share: GroupShare;
}

export function groupRows(
  comparison: GroupComparison,
  code: string,
  column: ColumnWords,
  words: Words,
): readonly GroupRow[] {
  const place = comparison.tests.findIndex((test) => test.code === code);
  return comparison.groups.flatMap((group, index) => {
    const share = group.causes[place];
    if (share === undefined) return [];
    return [{ index, name: groupName(group, column, words), n: group.n, share }];
  });
}

export interface GroupCurvesView {
  readonly curves: readonly {
    readonly name: string;
    readonly steps: readonly { readonly time: number; readonly share: number }[];
    readonly stops: readonly FigurePoint[];
  }[];
  readonly longest: number;
  readonly highest: number;
  readonly ticks: readonly number[];
  readonly tick: (time: number) => string;
  readonly axis: string;
  readonly percent: (ratio: number) => string;
}

/** Share lost to one cause over time, one line a group; each as far as five are left. */
export function groupCurves(
  result: ChurnCausesResult,
  code: string,
  column: ColumnWords,
  words: Words,
): GroupCurvesView {
  const { comparison, unit } = result;
  const { format } = words;
  const place = comparison?.tests.findIndex((test) => test.code === code) ?? -1;
  const curves = (comparison?.groups ?? []).map((group, index) => {
    const name = groupName(group, column, words);
    const share = group.causes[place];
    const shown: { readonly time: number; readonly share: number; readonly left: number }[] = [];
    group.times.forEach((time, j) => {
      const left = group.atRisk[j] as number;
      if (left >= FEWEST_AT_RISK || j === 0)
        shown.push({ time, share: share?.curve[j] ?? NaN, left });
    });
    const every = Math.max(1, Math.ceil(shown.length / MOST_STOPS));
    const stops = shown
      .filter((_, i) => i % every === 0 || i === shown.length - 1)
      .map((stop): FigurePoint => {
        const rows = [
          { label: words.t.table.incidence, value: format.percent(stop.share) },
          { label: words.t.groups.atRisk, value: format.count(stop.left) },
        ];
        const title = `${name} · ${timeText(stop.time, unit, words)}`;
        return { x: stop.time, y: stop.share, cell: `cause-group:${index}`, title, rows };
      });
    return { name, steps: [{ time: 0, share: 0 }, ...shown], stops };
  });
  const ends = curves.flatMap(({ steps }) => steps.slice(-1));
  const longest = Math.max(...ends.map(({ time }) => time), Number.MIN_VALUE);
  return {
    curves,
    longest,
    highest: Math.min(1, Math.max(0.01, ...ends.map(({ share }) => share)) * 1.1),
    ...timeAxis(longest, unit, words),
    percent: (ratio) => format.percent(ratio),
  };
}

/** Every group and cause: the shares by the horizon. */
export function groupTwin(result: ChurnCausesResult, column: ColumnWords, words: Words): TwinTable {
  const { t, format } = words;
  const { comparison } = result;
  const percent = (value: unknown): string =>
    typeof value === "number" ? format.percent(value) : format.dash;
  return {
    columns: [
      { label: column.name },
      { label: t.table.cause },
      { label: t.table.customers, numeric: true },
      { label: t.groups.lost, numeric: true },
      { label: t.table.incidence, numeric: true, show: percent },
      { label: t.groups.lower, numeric: true, show: percent },
      { label: t.groups.upper, numeric: true, show: percent },
    ],
    rows: (comparison?.groups ?? []).flatMap((group) =>
      group.causes.map((share, k) => {
        const test = comparison?.tests[k];
        return [
          groupName(group, column, words),
          test === undefined ? "" : causeName(test, result.level, words),
          group.n,
          share.events,
          share.incidence,
          share.lower,
          share.upper,
        ];
      }),
    ),
  };
}
