import { GRADES } from "../../domain/rule-book";
import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import type { CardRow, TwinTable } from "../../page/charts/figure";
import type { XyzMessages } from "./messages/zh-Hans";
import { DEMANDS, type BorderLine, type Demand, type Trial, type XyzResult } from "./spec";

export interface Words {
  readonly t: XyzMessages;
  readonly format: Format;
  readonly currency: string | null;
}

const amountOf = (result: XyzResult, demand: Demand): number =>
  result.cells
    .filter((cell) => cell.demand === demand)
    .reduce((sum, { amount }) => sum + amount, 0);

const shareOf = (result: XyzResult, amount: number, { format }: Words): string =>
  result.amount > 0 ? format.percent(amount / result.amount) : format.dash;

/** The answer: how much money is steady, and how far the grades can be relied on. */
export function findings(result: XyzResult, words: Words): Rich {
  const { t, format } = words;
  const { x, z, stableShare, borderline } = result.headline;
  const isKnown = result.young < result.customers;
  const first: Rich = isKnown
    ? t.finding({
        x,
        share: shareOf(result, amountOf(result, "x"), words),
        z,
        zShare: shareOf(result, amountOf(result, "z"), words),
      })
    : [t.findingNone];
  const second = t.findingStable({ share: format.percent(stableShare), borderline });
  return [...first, format.language === "en" ? " " : "", ...second];
}

export interface MatrixCell {
  readonly grade: string;
  readonly demand: string;
  readonly heads: string;
  readonly money: string;
  /** 0..1: darkness, by money */
  readonly weight: number;
  readonly customers: number;
  readonly cell: string;
  readonly title: string;
  readonly rows: readonly CardRow[];
}

export interface MatrixView {
  readonly cells: readonly MatrixCell[];
  readonly columns: readonly string[];
  readonly lines: readonly string[];
}

export function matrixView(result: XyzResult, words: Words): MatrixView {
  const { t, format, currency } = words;
  const shown = DEMANDS.filter((demand) => demand !== "none" || result.young > 0);
  const most = result.cells.reduce((top, { amount }) => Math.max(top, amount), 0);
  const cells = result.cells
    .filter(({ demand }) => shown.includes(demand))
    .map(({ grade, demand, customers, amount }): MatrixCell => {
      const money = format.money(amount, currency);
      return {
        grade: t.grade[grade],
        demand: t.demand[demand],
        heads: t.matrix.heads({ customers }),
        money,
        weight: most > 0 ? Math.max(0, amount) / most : 0,
        customers,
        cell: `abc:${grade}:${demand}`,
        title: t.matrix.cell({ grade: t.grade[grade], demand: t.demand[demand] }),
        rows: [
          { label: t.matrix.customers, value: format.count(customers) },
          { label: t.matrix.amount[result.measure], value: money },
          { label: t.matrix.share, value: shareOf(result, amount, words) },
        ],
      };
    });
  return {
    cells,
    columns: shown.map((demand) => t.demand[demand]),
    lines: GRADES.map((grade) => t.grade[grade]),
  };
}

export function matrixTwin(result: XyzResult, { t, format, currency }: Words): TwinTable {
  return {
    columns: [
      { label: t.matrix.grade },
      { label: t.matrix.demand },
      { label: t.matrix.customers, numeric: true, show: (v) => format.count(Number(v)) },
      {
        label: t.matrix.amount[result.measure],
        numeric: true,
        show: (v) => format.money(Number(v), currency),
      },
    ],
    rows: result.cells.map(({ grade, demand, customers, amount }) => [
      t.grade[grade],
      t.demand[demand],
      customers,
      amount,
    ]),
  };
}

export function matrixSub(result: XyzResult, { t, format }: Words): string {
  const { demandOver, medianVariation } = result;
  if (demandOver === null || medianVariation === null) return t.matrix.subNone;
  const name = demandOver.grain === "month" ? t.matrix.months : t.matrix.quarters;
  return t.matrix.sub({
    periods: name({ n: demandOver.periods }),
    median: format.number(medianVariation, 2),
  });
}

export interface TrialRow {
  readonly trial: Trial;
  readonly name: string;
  readonly grades: readonly [string, string, string];
  readonly all: string;
  readonly changed: string;
}

export const trialRows = (result: XyzResult, { t, format }: Words): readonly TrialRow[] =>
  result.trials.map(({ trial, isMade, stays, all, changed }) => {
    const share = (part: number | null): string =>
      part === null ? format.dash : format.percent(part);
    return {
      trial,
      name: isMade
        ? t.trials.names[trial]
        : `${t.trials.names[trial]} (${t.trials.missing[trial]})`,
      grades: [share(stays[0]), share(stays[1]), share(stays[2])],
      all: share(all),
      changed: isMade ? format.count(changed) : format.dash,
    };
  });

export const trialsText = ({ trials }: BorderLine, { t, format }: Words): string =>
  format.list(trials.map((trial) => t.trials.names[trial]));

export const chancesText = ({ chances }: BorderLine, { format }: Words): string =>
  chances === null ? format.dash : chances.map((chance) => format.percent(chance)).join(" / ");
