import type { FieldKind } from "../../../domain/field";
import type { Makeup, OwnSegment } from "../../../domain/own-segment";
import { MODEL_SCORES, type RuleField, type SegmentRule } from "../../../domain/segment-rule";
import { epochDay, type EpochDay } from "../../../kernel/base/calendar";
import type { Format } from "../../../i18n/format";
import type { OwnSegmentsMessages } from "../../../i18n/locales/zh-Hans/own-segments";
import type { SegmentSize, SegmentTrouble } from "../../../queries/segment-types";

/** What the sentences of segments need of the page. */
export interface SegmentWords {
  readonly t: OwnSegmentsMessages;
  readonly format: Format;
  readonly currency: string | null;
  readonly fieldName: (field: RuleField) => string;
  /** null: the data do not have it any more */
  readonly fieldKind: (field: RuleField) => FieldKind | null;
  /** of a code of a score: a, champions, retain; "" is a missing cell */
  readonly valueName: (field: RuleField, value: string) => string;
  readonly dayOf: (atMs: number) => EpochDay;
}

/** How a segment is made, in a sentence. */
export function makeupWords(
  makeup: Makeup,
  segments: ReadonlyMap<string, OwnSegment>,
  words: SegmentWords,
): string {
  const { t, format } = words;
  switch (makeup.kind) {
    case "rules":
      return makeup.rules.map((rule) => ruleWords(rule, words)).join(t.joined[makeup.joins]);
    case "seen": {
      const { from, customers, seenAtMs } = makeup;
      const day = format.dayShort(words.dayOf(seenAtMs));
      return t.seen({ from, customers: customers.length, day });
    }
    case "combined": {
      const name = (key: string): string => segments.get(key)?.name ?? t.deleted;
      return t.operations[makeup.operation]({ left: name(makeup.left), right: name(makeup.right) });
    }
  }
}

/** One rule: 销售额在1万到5万之间. */
function ruleWords(rule: SegmentRule, words: SegmentWords): string {
  const text = conditionWords(rule, words);
  return rule.isNot ? words.t.rule.not({ rule: text }) : text;
}

function conditionWords({ field, condition }: SegmentRule, words: SegmentWords): string {
  const t = words.t.rule;
  const name = words.fieldName(field);
  switch (condition.kind) {
    case "missing":
      return t.missing({ name });
    case "flag":
      return condition.isYes ? t.yes({ name }) : t.no({ name });
    case "contains":
      return t.contains({ name, text: condition.text });
    case "values": {
      const values = condition.values.map((value) => words.valueName(field, value));
      return t.oneOf({ name, values: t.orOf({ values }) });
    }
    case "number": {
      const { from, to } = condition;
      const say = (value: number): string => numberWords(field, value, words);
      if (from === null) return to === null ? name : t.atMost({ name, to: say(to) });
      if (to === null) return t.atLeast({ name, from: say(from) });
      return t.between({ name, from: say(from), to: say(to) });
    }
    case "days": {
      const { fromDay, toDay } = condition;
      const say = (day: number): string => words.format.dayShort(epochDay(day));
      if (fromDay === null) return toDay === null ? name : t.until({ name, to: say(toDay) });
      if (toDay === null) return t.since({ name, from: say(fromDay) });
      return t.between({ name, from: say(fromDay), to: say(toDay) });
    }
  }
}

function numberWords(field: RuleField, value: number, words: SegmentWords): string {
  const { format } = words;
  return words.fieldKind(field) === "ratio"
    ? `${format.number(value * 100, 4)}%`
    : format.number(value, 4);
}

/** What the data cannot answer of a segment, a sentence each. */
export function troubleWords(trouble: SegmentTrouble, words: SegmentWords): readonly string[] {
  const t = words.t.trouble;
  const lost = trouble.gone.map((key) => {
    const [source = "", ...rest] = key.split(":");
    const id = rest.join(":");
    if (source === "column") return { name: words.fieldName({ source, id }), isModel: false };
    return { name: scoreName(id, words), isModel: id in MODEL_SCORES };
  });
  const names = (isModel: boolean): string[] =>
    lost.flatMap((one) => (one.isModel === isModel ? [one.name] : []));
  const [gone, unsaid] = [names(false), names(true)];
  return [
    ...(gone.length > 0 ? [t.gone({ names: words.format.list(gone) })] : []),
    ...(unsaid.length > 0 ? [t.unsaid({ names: words.format.list(unsaid) })] : []),
    ...(trouble.absent > 0 ? [t.absent({ customers: trouble.absent })] : []),
    ...(trouble.lostParts > 0 ? [t.lostParts] : []),
    ...(trouble.isCircular ? [t.isCircular] : []),
  ];
}

function scoreName(id: string, { t }: SegmentWords): string {
  const names: Readonly<Record<string, string>> = t.scores;
  return names[id] ?? id;
}

/** A part of a whole, 0..1; null when the whole is nothing, or not known. */
export function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole <= 0 ? null : part / whole;
}

/** What the segments come to: the one that brings most, or holds most where nobody knows any money. */
export function segmentsFinding(
  rows: readonly { readonly name: string; readonly size: SegmentSize | null }[],
  allSales: number | null,
  { t, format }: SegmentWords,
): string | null {
  const sized = rows.flatMap(({ name, size }) => (size === null ? [] : [{ name, size }]));
  if (sized.length < rows.length || sized.length === 0) return null;
  const weight = ({ size }: (typeof sized)[number]): number => size.sales ?? size.customers;
  const [first] = sized
    .filter(({ size }) => size.customers > 0)
    .toSorted((a, b) => weight(b) - weight(a));
  if (first === undefined) return t.allEmpty({ segments: rows.length });
  const share = shareOf(first.size.sales, allSales);
  return t.finding({
    segments: rows.length,
    name: first.name,
    customers: first.size.customers,
    share: share === null ? null : format.percent(share),
  });
}
