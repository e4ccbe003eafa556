import type { GradeRule } from "../../domain/grade-book";
import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import { votesOfFacts } from "./reason-view";
import type { GradesMessages } from "./messages/zh-Hans";
import type {
  BreachLine,
  GradesParams,
  GradesResult,
  GradeTally,
  HandLine,
  MovedLine,
} from "./spec";

export interface Words {
  readonly t: GradesMessages;
  readonly format: Format;
  readonly currency: string | null;
}

/** Sentences of one language stand apart by a space or not at all. */
const joint = ({ format }: Words): string => (format.language === "en" ? " " : "");

/** The answer in one to four sentences; each is true or left out. */
export function findings(result: GradesResult, words: Words): Rich {
  const { t, format } = words;
  const { headline } = result;
  const share = format.percent(result.amount > 0 ? amountOfA(result) / result.amount : NaN);
  const sentences: Rich[] = [
    t.finding({
      a: headline.gradeA,
      b: headline.gradeB,
      c: headline.gradeC,
      share: t.shares[result.measure]({ share }),
    }),
  ];
  if (headline.moved > 0)
    sentences.push(t.findingMoved({ moved: headline.moved, up: result.up, down: result.down }));
  if (headline.overrides > 0) sentences.push(t.findingHands({ hands: headline.overrides }));
  const breaches = result.breachCustomers;
  if (breaches > 0) sentences.push(t.findingBreaches({ breaches }));
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint(words), ...sentence]));
}

const amountOfA = ({ grades }: GradesResult): number =>
  grades.find(({ grade }) => grade === "a")?.amount ?? NaN;

/** What plays no part, so that nobody takes its silence for an answer. */
export function cautions(result: GradesResult, { t }: Words): readonly string[] {
  return [
    ...(result.creditKnown === null ? [t.noCredit] : []),
    ...(result.trendOver === null || result.trendOver.judged === 0 ? [t.noTrend] : []),
  ];
}

export function howLines(result: GradesResult, params: GradesParams, words: Words): string[] {
  const { t, format } = words;
  const { trendOver } = result;
  const lines = [
    t.how.base,
    t.how.credit({ share: format.percent(params.overdueShare), days: params.lateDays }),
  ];
  if (trendOver !== null) {
    const name = trendOver.grain === "month" ? t.how.months : t.how.quarters;
    const periods = name({ n: trendOver.periods });
    lines.push(t.how.trend({ periods, growth: format.percent(params.growth) }));
  }
  lines.push(t.how.step);
  lines.push(
    t.how.known({
      credit: result.creditKnown ?? 0,
      judged: trendOver === null ? 0 : trendOver.judged,
      customers: result.customers,
    }),
  );
  return lines;
}

/** A rule in one line. */
export function ruleText(rule: GradeRule, { t, format, currency }: Words): string {
  const { visitDays, creditLimit, termDays } = rule;
  let credit = t.rules.noCredit;
  if (creditLimit !== null) {
    const money = format.money(creditLimit, currency);
    credit = creditLimit === 0 ? t.rules.cash : t.rules.credit({ money });
  }
  return t.table.rule({
    level: t.levels[rule.visitLevel],
    visit: visitDays === null ? t.rules.noVisit : t.rules.visit({ days: visitDays }),
    credit,
    terms: termDays === null ? t.rules.noTerms : t.rules.terms({ days: termDays }),
  });
}

export interface GradeRow extends GradeTally {
  readonly customersText: string;
  readonly base: string;
  readonly money: string;
  readonly share: string;
  readonly policy: string;
}

export function gradeRows(result: GradesResult, words: Words): readonly GradeRow[] {
  const { format, currency } = words;
  return result.grades.map((line) => {
    const rule = result.policy.find(({ grade }) => grade === line.grade)?.rule;
    return {
      ...line,
      customersText: format.count(line.customers),
      base: format.count(line.baseCustomers),
      money: format.money(line.amount, currency),
      share: result.amount > 0 ? format.percent(line.amount / result.amount) : format.dash,
      policy: rule === undefined ? format.dash : ruleText(rule, words),
    };
  });
}

export const tableSub = (result: GradesResult, { t, format }: Words): string =>
  t.table.sub({
    period: format.period(epochDay(result.fromDay), epochDay(result.toDay)),
    cut: t.cuts[result.cut],
  });

export const stepText = (from: string, to: string, { t }: Words): string =>
  t.moves.from({ from: from.toUpperCase(), to: to.toUpperCase() });

/** Why a customer was moved: the facts of the votes that it cast. */
export const whyText = (line: MovedLine, words: Words): string =>
  votesOfFacts(line.facts, line.reasons, words).join(words.format.language === "en" ? "; " : "；");

export function breachText({ grade, checks }: BreachLine, words: Words): string {
  const texts = checks.map((found) => checkText(found, words));
  const what = texts.join(words.format.language === "en" ? "; " : "；");
  return words.t.breaches.graded({ grade: words.t.grade[grade], what });
}

export function checkText(
  { check, value, allowed }: BreachLine["checks"][number],
  { t, format, currency }: Words,
): string {
  if (check === "limit") {
    const money = format.money(value, currency);
    if (allowed === 0) return t.breaches.cash({ money });
    return t.breaches.limit({ money, allowed: format.money(allowed, currency) });
  }
  const days = format.days(value);
  if (check === "contact") return t.breaches.contact({ days, allowed: format.days(allowed) });
  return t.breaches.terms({ days, allowed: t.rules.terms({ days: allowed }) });
}

/** What could be checked, and what no table can tell. */
export function checkLines(result: GradesResult, { t }: Words): readonly string[] {
  const lines = result.checks.map(({ check, checked, breaches, unknown, isBlind }) => {
    if (isBlind) return t.checks.blind[check];
    const line = t.checks.line({ check: t.checks.names[check], breaches, checked });
    return unknown > 0 ? line + t.checks.unknown({ customers: unknown }) : line;
  });
  if (result.ownLimits > 0) lines.push(t.policy.ownLimits({ customers: result.ownLimits }));
  if (result.policy.every(({ isWritten }) => !isWritten)) lines.push(t.checks.starting);
  return lines;
}

/** The local day of a moment, written out. */
function dayOfMs(ms: number, format: Format): string {
  const at = new Date(ms);
  const day = Math.floor((ms - at.getTimezoneOffset() * 60_000) / 86_400_000);
  return format.dayShort(epochDay(day));
}

export const handDay = ({ givenAtMs }: HandLine, { format }: Words): string =>
  dayOfMs(givenAtMs, format);
