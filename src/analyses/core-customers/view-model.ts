import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import type { CardRow, TwinTable } from "../../page/charts/figure";
import type { CoreMessages } from "./messages/zh-Hans";
import {
  KINDS,
  type CoreLine,
  type CoreResult,
  type Kind,
  type KindCustomer,
  type TestId,
  type TestLine,
} from "./spec";

export interface Words {
  readonly t: CoreMessages;
  readonly format: Format;
  readonly currency: string | null;
}

const joint = ({ format }: Words): string => (format.language === "en" ? " " : "");

/** The answer in two sentences. */
export function findings(result: CoreResult, words: Words): Rich {
  const { t, format } = words;
  const { customers, core, tests, top, promising, fading } = result.headline;
  const share = result.amount > 0 ? format.percent(result.coreAmount / result.amount) : format.dash;
  const first =
    core === 0
      ? t.findingNone({ customers })
      : t.finding({ customers, core, tests, share: t.shareOf[result.by]({ share }) });
  // Without a trend nobody is known to grow or to fade: that is not none.
  const found = (count: number): number | null =>
    result.trendOver === null || count === 0 ? null : count;
  const kinds = { top, promising: found(promising), fading: found(fading) };
  return [...first, joint(words), ...t.findingKinds(kinds)];
}

/** What the reader must know before the figures. */
export function cautions(
  result: CoreResult,
  asked: "profit" | "sales",
  { t, format }: Words,
): readonly string[] {
  const lacking = result.tests.filter(({ known }) => known === 0);
  const tests = format.list(lacking.map(({ test }) => t.tests.names[test]));
  return [
    ...(asked === "profit" && result.by === "sales" ? [t.noProfit] : []),
    ...(lacking.length > 0 ? [t.missing({ tests })] : []),
    ...(result.trendOver === null || result.trendOver.judged === 0 ? [t.noTrend] : []),
  ];
}

export interface TestRow {
  readonly test: TestId;
  readonly name: string;
  readonly by: string;
  readonly known: string;
  readonly share: string;
  readonly core: string;
}

export const testRows = (result: CoreResult, { t, format }: Words): readonly TestRow[] =>
  result.tests.map(({ test, by, known, weight, coreMean }: TestLine) => ({
    test,
    name: t.tests.names[test],
    by: by === null ? t.tests.none : t.tests.bys[by],
    known: format.count(known),
    share: format.percent(weight),
    core: coreMean === null ? format.dash : format.percent(coreMean),
  }));

export const partText = ({ parts }: CoreLine, test: TestId, { t, format }: Words): string => {
  const part = parts[test];
  return part === null ? t.core.missing : format.percent(part);
};

export const coreSub = (result: CoreResult, shown: number, { t, format }: Words): string =>
  t.core.sub({
    shown,
    core: result.headline.core,
    period: format.period(epochDay(result.fromDay), epochDay(result.toDay)),
  });

export function trendText({ trend }: KindCustomer, { t, format }: Words): string {
  return trend === null ? t.kinds.unknown : format.percentChange(trend.slope);
}

export interface MapPoint {
  readonly amount: number;
  readonly slope: number;
  readonly kind: Kind | null;
  /** beyond its own error */
  readonly isSure: boolean;
  readonly cell: string;
  readonly title: string;
  readonly rows: readonly CardRow[];
}

export interface MapView {
  readonly points: readonly MapPoint[];
  readonly money: (amount: number) => string;
  readonly change: (ratio: number) => string;
  readonly yName: string;
  /** change a year at which the picture ends */
  readonly limit: number;
}

/** Slopes beyond twice the mean a year are drawn at the edge: a few would press all others flat. */
const LIMIT = 2;

/** The prefix of a cell that is one customer; the view opens its page instead of a list. */
export const ONE_CUSTOMER = "customer:";

export function mapView(result: CoreResult, { t, format, currency }: Words): MapView {
  const largest = result.points.reduce((most, { slope }) => Math.max(most, Math.abs(slope)), 0.5);
  const limit = Math.min(LIMIT, largest);
  return {
    points: result.points.map(({ row, name, amount, slope, halfWidth, kind }) => ({
      amount,
      slope: Math.max(-limit, Math.min(limit, slope)),
      kind,
      isSure: Math.abs(slope) > halfWidth,
      cell: `${ONE_CUSTOMER}${row}`,
      title: name,
      rows: [
        { label: t.core.amount[result.by], value: format.money(amount, currency) },
        { label: t.kinds.slope, value: format.percentChange(slope) },
        {
          label: t.kinds.interval,
          value: `${format.percentChange(slope - halfWidth)} ~ ${format.percentChange(slope + halfWidth)}`,
        },
      ],
    })),
    money: (amount) => format.short(amount),
    change: (ratio) => format.percentChange(ratio),
    yName: t.kinds.y,
    limit,
  };
}

export function mapTwin(result: CoreResult, { t, format, currency }: Words): TwinTable {
  const percent = (value: string | number | null): string => format.percentChange(Number(value));
  return {
    columns: [
      { label: t.kinds.name },
      {
        label: t.core.amount[result.by],
        numeric: true,
        show: (v) => format.money(Number(v), currency),
      },
      { label: t.kinds.slope, numeric: true, show: percent },
      { label: "±", numeric: true, show: percent },
      { label: t.kinds.title },
    ],
    rows: result.points.map(({ name, amount, slope, halfWidth, kind }) => [
      name,
      amount,
      slope,
      halfWidth,
      t.kinds.names[kind ?? "rest"],
    ]),
  };
}

export function mapSub(result: CoreResult, { t }: Words): string {
  const { trendOver } = result;
  const name = trendOver?.grain === "quarter" ? t.kinds.quarters : t.kinds.months;
  const n = trendOver === null ? 0 : trendOver.periods;
  return t.kinds.sub({
    points: result.points.length,
    by: t.by[result.by],
    periods: name({ n }),
  });
}

export const kindSub = (result: CoreResult, kind: Kind, { t, format, currency }: Words): string => {
  const line = result.kinds.find((one) => one.kind === kind);
  if (line === undefined || line.customers === 0) return t.kinds.none;
  const money = format.money(line.amount, currency);
  return t.kinds.lists[kind]({ customers: line.customers, money });
};

export const kindLegend = (
  { t }: Words,
  colors: Readonly<Record<Kind | "rest", string>>,
): readonly { readonly label: string; readonly color: string }[] =>
  [...KINDS, "rest" as const].map((kind) => ({
    label: t.kinds.names[kind],
    color: colors[kind],
  }));
