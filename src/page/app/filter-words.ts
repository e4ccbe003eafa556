import type { FieldKind } from "../../domain/field";
import type { DayFilter, Filter, FlagChoice, NumberFilter } from "../../domain/filter";
import type { Format } from "../../i18n/format";
import type { CoreMessages } from "../../i18n/messages";

interface Words {
  readonly t: CoreMessages;
  readonly format: Format;
}

/** What a filter keeps, as a chip says it: 30–45; 2024/1/1起; 华东等3项; 否，或未填写. */
export function filterWords(filter: Filter, words: Words, fieldKind: FieldKind): string {
  const { t } = words;
  switch (filter.kind) {
    case "values": {
      const [first = "", ...more] = filter.values;
      return t.scope.chosen({ first: first === "" ? t.scope.missing : first, more: more.length });
    }
    case "number":
      return orMissing(numberWords(filter, words, fieldKind), filter.withMissing, t);
    case "days":
      return orMissing(dayWords(filter, words), filter.withMissing, t);
    case "flag":
      return words.format.list(filter.choices.map((choice) => flagWord(choice, t)));
  }
}

/** What a filter on a segment keeps: its name, or those that are not in it. @param segment  undefined: it was deleted */
export function segmentFilterWords(
  filter: Filter,
  segment: { readonly name: string } | undefined,
  t: CoreMessages,
): string {
  if (segment === undefined) return t.scope.goneSegment;
  const { name } = segment;
  const isOutside = filter.kind === "flag" && !filter.choices.includes("yes");
  return isOutside ? t.scope.notInSegment({ name }) : name;
}

export function flagWord(choice: FlagChoice, t: CoreMessages): string {
  return t.scope[choice];
}

/** A number of a column in the reader's language: 1,234.5 or 12.5%. */
export function numberWord(value: number, fieldKind: FieldKind, format: Format): string {
  return fieldKind === "ratio" ? `${format.number(value * 100, 4)}%` : format.number(value, 4);
}

function numberWords({ from, to }: NumberFilter, words: Words, fieldKind: FieldKind) {
  const { scope } = words.t;
  const say = (value: number): string => numberWord(value, fieldKind, words.format);
  if (from === null) return to === null ? null : scope.atMost({ bound: say(to) });
  if (to === null) return scope.atLeast({ bound: say(from) });
  return from === to ? say(from) : scope.between({ from: say(from), to: say(to) });
}

function dayWords({ fromDay, toDay }: DayFilter, { t, format }: Words) {
  const { scope } = t;
  if (fromDay === null) return toDay === null ? null : scope.toDay({ day: format.dayShort(toDay) });
  const from = format.dayShort(fromDay);
  if (toDay === null) return scope.fromDay({ day: from });
  return fromDay === toDay ? from : scope.between({ from, to: format.dayShort(toDay) });
}

function orMissing(range: string | null, withMissing: boolean, t: CoreMessages): string {
  if (range === null) return t.scope.missing;
  return withMissing ? t.scope.orMissing({ words: range }) : range;
}
