import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import type { CardRow, TwinTable, TwinValue } from "../../page/charts/figure";
import type { BasketMessages } from "./messages/zh-Hans";
import type { BasketResult, NextLine, OfferLine, RuleLine } from "./spec";

/** The words of one language, the currency of the data, and the names of segments of other pages. */
export interface Words {
  readonly t: BasketMessages;
  readonly format: Format;
  readonly currency: string | null;
  readonly rfmName: (id: string) => string;
}

const times = (value: number, { format }: Words): string =>
  format.number(value, value < 10 ? 1 : 0);

/** The answer in sentences; each is true or left out. */
export function findings(result: BasketResult, words: Words): Rich {
  const { t, format } = words;
  const { headline, rules, level, frequent, minCount } = result;
  if (level === null) return [t.nothingNamed];
  const sentences: Rich[] = [];
  const [first] = rules;
  if (first !== undefined) {
    sentences.push(
      t.finding({
        given: first.given,
        then: first.then,
        share: format.percent(first.confidence),
        times: times(first.lift, words),
      }),
      t.findingRules({ rules: headline.rules }),
    );
    if (headline.offers > 0) sentences.push(t.findingOffers({ offers: headline.offers }));
  } else if (frequent < 2) sentences.push([t.findingTooFew({ count: minCount })]);
  else sentences.push([t.findingNone({ pairs: headline.pairs })]);
  const most = mostUnlike(result);
  if (most !== null && most.index >= NOTABLE) {
    sentences.push(
      t.findingSegment({
        segment: segmentLabel(result, most.segment, words),
        item: most.name,
        times: times(most.index, words),
      }),
    );
  }
  const joint = format.language === "en" ? " " : "";
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint, ...sentence]));
}

/** Below this a difference between segments is not worth a sentence. */
const NOTABLE = 1.2;

/** The cell beyond chance with the largest index. */
export function mostUnlike({ segments }: BasketResult) {
  if (segments === null) return null;
  const sure = segments.cells.filter(({ isSure }) => isSure);
  const [first] = sure.toSorted((a, b) => b.index - a.index);
  if (first === undefined) return null;
  const name = segments.items[first.item]?.name ?? "";
  return { ...first, name, cell: `basket-segment:${first.segment}:${first.item}` };
}

export function segmentLabel({ segments }: BasketResult, place: number, words: Words): string {
  const id = segments?.segments[place]?.id ?? "";
  if (segments?.from === "rfm") return words.rfmName(id);
  return segments?.from === "grade" ? words.t.segments.grade({ grade: id.toUpperCase() }) : id;
}

/** What the reader must know before the figures. */
export function cautions(result: BasketResult, asked: number, words: Words): readonly string[] {
  const { t, format } = words;
  const { unnamed, lines, level, minCount } = result;
  const said: string[] = [];
  if (level !== null && unnamed > 0)
    said.push(t.unnamed({ lines: unnamed, share: format.percent(unnamed / lines) }));
  if (minCount > asked) said.push(t.raised({ count: minCount }));
  return said;
}

export function howLines(result: BasketResult, { t }: Words): readonly string[] {
  const { lines, unnamed, headline, frequent, minCount } = result;
  const basis = { lines: lines - unnamed, items: headline.items, frequent, count: minCount };
  return [...t.how, t.lines(basis)];
}

export interface RulePoint {
  readonly x: number;
  readonly y: number;
  readonly title: string;
  readonly rows: readonly CardRow[];
  readonly cell: string;
  readonly first: boolean;
}

export interface RulesView {
  readonly points: readonly RulePoint[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly count: (value: number) => string;
  readonly times: (value: number) => string;
}

export function rulesView({ rules, per }: BasketResult, words: Words): RulesView {
  const { t, format } = words;
  return {
    points: rules.map((rule, place) => ({
      x: rule.together,
      y: rule.lift,
      title: t.rules.point(rule),
      rows: [
        { label: t.rules.lift, value: t.rules.times({ times: times(rule.lift, words) }) },
        { label: t.rules.confidence, value: format.percent(rule.confidence) },
        { label: t.rules.together[per], value: format.count(rule.together) },
        { label: t.rules.customers, value: format.count(rule.customers) },
      ],
      cell: `basket-rule:${place}`,
      first: place === 0,
    })),
    xLabel: t.rules.together[per],
    yLabel: t.rules.lift,
    count: (value) => format.count(value),
    times: (value) => t.rules.times({ times: format.number(value, 1) }),
  };
}

const show = (dash: string, say: (value: number) => string) => (value: TwinValue) =>
  typeof value === "number" ? say(value) : dash;

export function rulesTwin({ rules, per }: BasketResult, { t, format }: Words): TwinTable {
  const column = (label: string, say: (value: number) => string) => ({
    label,
    numeric: true,
    show: show(format.dash, say),
  });
  const count = (value: number): string => format.count(value);
  const share = (value: number): string => format.percent(value);
  const exact = (value: number): string =>
    value < 1e-3 ? value.toExponential(1) : value.toFixed(3);
  return {
    columns: [
      { label: t.rules.given },
      { label: t.rules.then },
      column(t.rules.together[per], count),
      column(t.rules.customers, count),
      column(t.rules.support, share),
      column(t.rules.confidence, share),
      column(t.rules.lift, (value) => format.number(value, 2)),
      column(t.rules.extra, (value) => format.number(value, 1)),
      column(t.rules.p, exact),
      column(t.rules.q, exact),
      column(t.rules.candidates, count),
    ],
    rows: rules.map((rule) => [
      rule.given,
      rule.then,
      rule.together,
      rule.customers,
      rule.support,
      rule.confidence,
      rule.lift,
      rule.extra,
      rule.p,
      rule.q,
      rule.candidates,
    ]),
  };
}

export interface RuleRow {
  readonly place: number;
  readonly given: string;
  readonly then: string;
  readonly together: string;
  readonly confidence: string;
  readonly interval: string;
  readonly lift: string;
  readonly customers: string;
  readonly candidates: string;
}

export const ruleRows = (rules: readonly RuleLine[], words: Words): readonly RuleRow[] =>
  rules.map((rule, place) => ({
    place,
    given: rule.given,
    then: rule.then,
    together: words.format.count(rule.together),
    confidence: words.format.percent(rule.confidence),
    interval: words.format.percentInterval(rule.low, rule.high),
    lift: words.t.rules.times({ times: times(rule.lift, words) }),
    customers: words.format.count(rule.customers),
    candidates: words.format.count(rule.candidates),
  }));

export interface NextRow {
  readonly place: number;
  readonly name: string;
  readonly then: readonly { readonly text: string; readonly cell: string }[];
  readonly followed: string;
  readonly days: string;
  readonly waiting: string;
}

export const nextRows = (lines: readonly NextLine[], words: Words): readonly NextRow[] =>
  lines
    .map((line, place) => ({ line, place }))
    .filter(({ line }) => line.followed > 0)
    .map(({ line, place }) => ({
      place,
      name: line.name,
      then: line.then.map(({ name, share, lift }, k) => ({
        text: words.t.next.one({
          name,
          share: words.format.percent(share),
          times: times(lift, words),
        }),
        cell: `basket-then:${place}:${k}`,
      })),
      followed: words.format.count(line.followed),
      days: line.medianDays === null ? words.format.dash : words.format.days(line.medianDays),
      waiting: words.format.count(line.waiting),
    }));

export interface OfferRow {
  readonly row: number;
  readonly name: string;
  readonly offer: string;
  readonly reason: string;
  readonly lift: string;
  readonly money: string;
  readonly last: string;
}

export const offerRows = (lines: readonly OfferLine[], words: Words): readonly OfferRow[] =>
  lines.map((line) => ({
    row: line.row,
    name: line.name,
    offer: line.offer,
    reason: words.t.offers.because({
      because: line.because,
      share: words.format.percent(line.share),
    }),
    lift: words.t.rules.times({ times: times(line.lift, words) }),
    money: words.format.money(line.money, words.currency),
    last: words.format.dayShort(epochDay(line.lastDay)),
  }));
