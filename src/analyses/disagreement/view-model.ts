import { GRADES } from "../../domain/rule-book";
import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import type { CardRow, TwinTable } from "../../page/charts/figure";
import type { DisagreementMessages } from "./messages/zh-Hans";
import {
  LEVELS,
  type DisagreementResult,
  type Matrix,
  type MatrixCell,
  type OddCustomer,
  type OddLine,
} from "./spec";

export interface Words {
  readonly t: DisagreementMessages;
  readonly format: Format;
  readonly currency: string | null;
}

/** Rank correlations from which two scores go together, or somewhat. */
const STRONG = 0.7;
const SOME = 0.3;

/** The answer: how many disagree, and which disagreement matters most. */
export function findings(result: DisagreementResult, words: Words): Rich {
  const { t, format } = words;
  const { customers, oddCustomers } = result.headline;
  if (oddCustomers === 0) return t.findingNone({ customers });
  const first = t.finding({
    customers,
    odd: oddCustomers,
    share: format.percent(oddCustomers / customers),
  });
  const main = mainOf(result);
  const joint = format.language === "en" ? " " : "";
  if (main === null) return [...first, joint, ...t.findingMinor];
  const said = t.mains[main.id]({
    customers: main.customers,
    stake: format.money(main.stake, words.currency),
    share: main.stakeShare === null ? format.dash : format.percent(main.stakeShare),
  });
  return [...first, joint, ...said];
}

/** The disagreement with the largest share at stake; null when all are minor. */
export const mainOf = ({ odd }: DisagreementResult): OddLine | null =>
  odd.find(({ isMinor }) => !isMinor) ?? null;

export interface OddRow {
  readonly cell: string;
  readonly name: string;
  readonly customers: string;
  readonly stake: string;
  readonly todo: string;
  readonly isMinor: boolean;
}

export const oddRows = ({ odd }: DisagreementResult, words: Words): readonly OddRow[] =>
  odd.map((line) => {
    const { t, format, currency } = words;
    const stake = t.odd.stakes[line.id]({ money: format.money(line.stake, currency) });
    return {
      cell: `odd:${line.id}`,
      name: t.odd.names[line.id],
      customers: format.count(line.customers),
      stake:
        line.stakeShare === null
          ? stake
          : t.odd.share({ stake, share: format.percent(line.stakeShare) }),
      todo: t.odd.todos[line.id],
      isMinor: line.isMinor,
    };
  });

/** The other score of a customer in words of money; a dash where it is none. */
export const otherText = ({ other }: OddCustomer, { format, currency }: Words): string =>
  other === null ? format.dash : format.money(other, currency);

function levelName(against: Matrix["against"], level: string, { t }: Words): string {
  const names: Readonly<Record<string, string>> = t.matrices[against].levels;
  return names[level] ?? level;
}

const gradeName = (grade: string, { t }: Words): string =>
  t.matrices.grade({ grade: grade.toUpperCase() });

export interface MatrixPoint {
  readonly row: string;
  readonly column: string;
  readonly text: string;
  /** share of the customers of the row, 0..1 */
  readonly tone: number;
  readonly isOdd: boolean;
  readonly cell: string | null;
  readonly title: string;
  readonly rows: readonly CardRow[];
}

export interface MatrixView {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly points: readonly MatrixPoint[];
}

export function matrixView({ against, cells }: Matrix, words: Words): MatrixView {
  const { t, format, currency } = words;
  const whole = (grade: string): number =>
    cells.reduce((sum, cell) => (cell.grade === grade ? sum + cell.customers : sum), 0);
  const rowsOf = (cell: MatrixCell): readonly CardRow[] => [
    { label: t.matrices.customers, value: format.count(cell.customers) },
    { label: t.matrices.sales, value: format.money(cell.sales, currency) },
    ...(cell.odd === null ? [] : [{ label: t.matrices.odd, value: t.odd.names[cell.odd] }]),
  ];
  return {
    rows: GRADES.map((grade) => gradeName(grade, words)),
    columns: LEVELS[against].map((level) => levelName(against, level, words)),
    points: cells.map((cell) => {
      const all = whole(cell.grade);
      return {
        row: gradeName(cell.grade, words),
        column: levelName(against, cell.level, words),
        text: format.count(cell.customers),
        tone: all > 0 ? cell.customers / all : 0,
        isOdd: cell.odd !== null && cell.customers > 0,
        cell: cell.customers > 0 ? `odd-cell:${against}:${cell.grade}:${cell.level}` : null,
        title: t.matrices.cell({
          grade: cell.grade.toUpperCase(),
          level: levelName(against, cell.level, words),
        }),
        rows: rowsOf(cell),
      };
    }),
  };
}

export function matrixSub({ agreement, customers }: Matrix, { t, format }: Words): string {
  const { agreements } = t.matrices;
  if (agreement === null) return t.matrices.sub({ customers, words: agreements.none });
  let words = agreements.weak;
  if (agreement >= STRONG) words = agreements.strong;
  else if (agreement >= SOME) words = agreements.some;
  return t.matrices.sub({
    customers,
    words: t.matrices.rho({ words, rho: format.number(agreement, 2) }),
  });
}

export function matrixTwin({ against, cells }: Matrix, words: Words): TwinTable {
  const { t, format, currency } = words;
  return {
    columns: [
      { label: t.matrices.gradeColumn },
      { label: t.matrices.levelColumn },
      { label: t.matrices.customers, numeric: true },
      {
        label: t.matrices.sales,
        numeric: true,
        show: (value) => (typeof value === "number" ? format.money(value, currency) : format.dash),
      },
      { label: t.matrices.odd },
    ],
    rows: cells.map((cell) => [
      cell.grade.toUpperCase(),
      levelName(against, cell.level, words),
      cell.customers,
      cell.sales,
      cell.odd === null ? null : t.odd.names[cell.odd],
    ]),
  };
}

/** 怎么算的, line by line; what the data do not have is left out. */
export function howLines(
  { matrices }: DisagreementResult,
  months: number,
  { t: { how } }: Words,
): readonly string[] {
  const lines = matrices.map(({ against }) =>
    against === "future" ? how.future({ months }) : how[against],
  );
  return [how.grades, ...lines, how.corners, how.agreement];
}
