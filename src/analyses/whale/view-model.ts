import { SERVICE_LEVEL, WIN_TO_KEEP } from "../../domain/rule-book";
import type { Entity } from "../../domain/entities";
import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import type { WhaleMessages } from "./messages/zh-Hans";
import type {
  CauseLine,
  DriverLine,
  LevelCell,
  WhaleCurve,
  WhaleParams,
  WhaleResult,
} from "./spec";

/** The words of one language, the names of tables and columns in it, and the currency of the data. */
export interface Words {
  readonly t: WhaleMessages;
  readonly format: Format;
  readonly currency: string | null;
  readonly tableName: (entity: Entity) => string;
  readonly columnName: (entity: Entity, column: string) => string;
}

/** A result with a whale. */
export type Drawn = WhaleResult & { readonly whale: WhaleCurve };

export const isDrawn = (result: WhaleResult): result is Drawn => result.whale !== null;

/** Sentences of one language stand apart by a space or not at all. */
const joint = ({ format }: Words): string => (format.language === "en" ? " " : "");

export const periodOf = (result: WhaleResult, { format }: Words): string =>
  format.period(epochDay(result.fromDay), epochDay(result.toDay));

const joined = (sentences: readonly Rich[], words: Words): Rich =>
  sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint(words), ...sentence]));

/** The answer in one to three sentences; each is true or left out. */
export function findings(result: WhaleResult, words: Words): Rich {
  const { t } = words;
  if (!isDrawn(result)) {
    const isCostless = result.refusal?.code === "costless-assumption";
    return [isCostless ? t.findingCostlessAssumption : t.findingMissing];
  }
  const sentences = [mainFinding(result, words)];
  const cause = mainCause(result.whale);
  if (cause !== null) sentences.push(causeFinding(cause, words));
  if (result.costToServe === 0) sentences.push([t.findingCostless]);
  return joined(sentences, words);
}

function mainFinding({ whale }: Drawn, { t, format, currency }: Words): Rich {
  const money = (amount: number): string => format.money(amount, currency);
  if (whale.isMoney) {
    return t.findingMoney({
      total: money(whale.total),
      earners: whale.peakCustomer,
      earned: money(whale.peakMoney),
      losers: whale.lossCustomers,
      lost: money(-whale.lossMoney),
    });
  }
  const share = format.percent(whale.top20.money / whale.total);
  if (whale.lossCustomers === 0) return t.findingNoLoss({ share });
  return t.finding({
    share,
    losers: format.percent(whale.lossCustomers / whale.customers),
    customers: whale.lossCustomers,
    lost: format.percent(-whale.lossMoney / whale.total),
  });
}

/** The cause of most of the loss, where there is more than one cost to tell apart. */
function mainCause({ causes, lossMoney }: WhaleCurve): CauseLine | null {
  const [first] = causes;
  return first !== undefined && first.loss / lossMoney > 0.5 ? first : null;
}

const causeFinding = (line: CauseLine, { t, format, currency }: Words): Rich =>
  t.findingCause({
    cause: t.causes.names[line.cause],
    customers: line.customers,
    lost: format.money(-line.loss, currency),
  });

/** The cell that the cause in the findings opens. */
export const causeCell = (result: WhaleResult): string | null => {
  const cause = isDrawn(result) ? mainCause(result.whale) : null;
  return cause === null ? null : `loss:${cause.cause}`;
};

export function causesSub({ whale }: Drawn, { t, format, currency }: Words): string {
  const lost = format.money(-whale.lossMoney, currency);
  return t.causes.sub({ customers: whale.lossCustomers, lost });
}

export function causesDescription({ whale }: Drawn, { t, format, currency }: Words): string {
  const [first] = whale.causes;
  if (first === undefined) return t.causes.none;
  const lost = format.money(-first.loss, currency);
  return t.causes.description({ cause: t.causes.names[first.cause], lost });
}

/** What the reader must know before the figures. */
export function cautions(
  result: WhaleResult,
  params: WhaleParams,
  { t, format }: Words,
): readonly string[] {
  const lines: string[] = [];
  if (result.ground === "assumed" && isDrawn(result)) {
    lines.push(t.assumed({ margin: format.percent(params.assumedMargin) }));
  }
  if (result.hasOrderFilter && isDrawn(result)) lines.push(t.orderFilter);
  return lines;
}

export function driversSub(result: WhaleResult, words: Words): string {
  const { t, format, currency } = words;
  const { grossProfit, costToServe } = result;
  if (!(costToServe > 0)) return t.drivers.subNone;
  const money = format.money(costToServe, currency);
  if (grossProfit === null || !(grossProfit > 0)) return t.drivers.subPlain({ money });
  const share = format.percent(costToServe / grossProfit);
  const amount = format.number(grossProfit / costToServe, 2);
  return t.drivers.sub({ money, share }) + joint(words) + t.findingReturn({ amount });
}

/** Where a driver is counted from, and what of its table was left out. */
export function sourceText(line: DriverLine, result: WhaleResult, words: Words): string {
  const { t, format, currency } = words;
  const parts = [words.tableName(line.entity)];
  if (line.undated > 0) parts.push(t.drivers.undated({ rows: line.undated }));
  if (line.unlinked > 0) parts.push(t.drivers.unlinked({ rows: line.unlinked }));
  if (line.id === "service" && result.serviceKinds.length > 0) {
    const kinds = result.serviceKinds.map(({ name, money }) =>
      t.drivers.kind({ name, money: format.money(money, currency) }),
    );
    parts.push(t.drivers.kinds({ kinds: format.list(kinds) }));
  }
  return parts.join(format.language === "en" ? "; " : "；");
}

/** The drivers that could not be counted, together by what is missing. */
export function gapLines({ drivers }: WhaleResult, words: Words): readonly string[] {
  const { t, format, tableName, columnName } = words;
  const byGap = new Map<string, string[]>();
  for (const { id, gap } of drivers) {
    if (gap === null) continue;
    const table = tableName(gap.entity);
    const lacks =
      gap.column === null
        ? t.drivers.gapTable({ table })
        : t.drivers.gapColumn({ table, column: columnName(gap.entity, gap.column) });
    byGap.set(lacks, [...(byGap.get(lacks) ?? []), t.drivers.names[id]]);
  }
  return [...byGap].map(([lacks, names]) => t.drivers.gap({ drivers: format.list(names), lacks }));
}

export interface LevelRow {
  readonly cell: string;
  readonly name: string;
  readonly customers: string;
  readonly grossShare: string;
  readonly costShare: string;
  readonly ratio: string;
  readonly advice: string;
  readonly small: boolean;
}

/** Groups of customers by profit and potential, with their share of what is earned and of what is spent. */
export function levelRows(cells: readonly LevelCell[], { t, format }: Words): readonly LevelRow[] {
  const gross = cells.reduce((sum, cell) => sum + cell.gross, 0);
  const cost = cells.reduce((sum, cell) => sum + cell.costToServe, 0);
  const share = (part: number, whole: number): string =>
    whole > 0 ? format.percent(part / whole) : format.dash;
  return cells.map((cell) => ({
    cell: `level:${cell.profit}:${cell.potential}`,
    name: t.levels.cell({
      profit: t.levels.profit[cell.profit],
      potential: t.levels.potential[cell.potential],
    }),
    customers: format.count(cell.customers),
    grossShare: share(cell.gross, gross),
    costShare: share(cell.costToServe, cost),
    ratio: cell.gross > 0 ? format.percent(cell.costToServe / cell.gross) : format.dash,
    advice: t.levels.advice[`${cell.profit}:${cell.potential}`],
    small: cell.customers < 5,
  }));
}

/** The company's own ratio of winning to keeping, or what is missing for it. */
export function keepingLines(
  { keeping }: WhaleResult,
  words: Words,
): { readonly answer: Rich; readonly lines: readonly string[] } {
  const { t, format, currency } = words;
  const { perNew, perKept, ratio } = keeping;
  const money = (amount: number): string => format.money(amount, currency);
  if (ratio !== null && perNew !== null && perKept !== null) {
    const detail = t.keeping.detail({
      perNew: money(perNew),
      perKept: money(perKept),
      news: keeping.newCustomers,
      kept: keeping.keptCustomers,
    });
    const shown = format.number(ratio, 1);
    return { answer: t.keeping.ratio({ ratio: shown, rule: WIN_TO_KEEP }), lines: [detail] };
  }
  const lines = keeping.gaps.map(({ entity, column }) =>
    column === null
      ? t.keeping.gapTable({ table: words.tableName(entity) })
      : t.keeping.gapColumn({
          table: words.tableName(entity),
          column: words.columnName(entity, column),
        }),
  );
  if (keeping.lacks !== null) lines.push(t.keeping.lacks[keeping.lacks]);
  if (perKept !== null) {
    lines.push(t.keeping.perKept({ perKept: money(perKept), kept: keeping.keptCustomers }));
  }
  return { answer: [t.keeping.unknown], lines: [...lines, t.keeping.rule({ rule: WIN_TO_KEEP })] };
}

/** 怎么算的, line by line; what does not apply is left out. */
export function howLines(result: WhaleResult, words: Words): readonly string[] {
  const { t } = words;
  const { missing } = result;
  const lines = [
    t.how.formula,
    t.how.curve,
    t.how.cause,
    t.how.basis({ customers: result.customers, period: periodOf(result, words) }),
  ];
  if (result.levels !== null) {
    lines.push(t.how.level({ over: SERVICE_LEVEL.over, under: SERVICE_LEVEL.under }));
  }
  if (result.costOnlyCustomers > 0) {
    lines.push(t.how.costOnly({ customers: result.costOnlyCustomers }));
  }
  if (missing.profitLines > 0) {
    const { profitLines, profitCustomers } = missing;
    lines.push(t.how.profitMissing({ lines: profitLines, customers: profitCustomers }));
  }
  if (missing.returnLines > 0) lines.push(t.how.returnsMissing({ lines: missing.returnLines }));
  return lines;
}
