import { wilsonInterval } from "../../kernel/stats/wilson";
import { countOf, setsOf, type Incidence } from "./incidence";
import type { Pairs } from "./pairs";
import type { RuleLine } from "./spec";

/** A pair read in the direction that holds more often: of those with `given`, most have `then`. */
export interface Rule {
  readonly given: number;
  readonly then: number;
  readonly together: number;
  readonly customers: number;
  readonly lift: number;
  readonly extra: number;
  readonly p: number;
  readonly q: number;
}

/** How many times more often than by chance; and how many sets more. */
function strength(incidence: Incidence, pairs: Pairs, k: number): { lift: number; extra: number } {
  const expected =
    (countOf(incidence, pairs.a[k]!) * countOf(incidence, pairs.b[k]!)) / incidence.units;
  return { lift: pairs.together[k]! / expected, extra: pairs.together[k]! - expected };
}

/** The strongest pairs by lift or by how many more there are than by chance; equal ones by name. */
export function strongestRules(
  incidence: Incidence,
  pairs: Pairs,
  names: readonly string[],
  { by, most }: { readonly by: "lift" | "extra"; readonly most: number },
): readonly Rule[] {
  const marks = new Float64Array(pairs.count);
  for (let k = 0; k < pairs.count; k++) marks[k] = strength(incidence, pairs, k)[by];
  // What ties with the last place stays in until the names decide.
  const enough = marks.length <= most ? -Infinity : marks.slice().sort()[marks.length - most]!;
  const rules: Rule[] = [];
  for (let k = 0; k < pairs.count; k++) {
    if (marks[k]! >= enough) rules.push(ruleOf(incidence, pairs, names, k));
  }
  const named = (one: number, other: number): number => compare(names[one]!, names[other]!);
  return rules
    .sort(
      (one, other) =>
        other[by] - one[by] || named(one.given, other.given) || named(one.then, other.then),
    )
    .slice(0, most);
}

const compare = (one: string, other: string): number => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};

function ruleOf(incidence: Incidence, pairs: Pairs, names: readonly string[], k: number): Rule {
  const [a, b] = [pairs.a[k]!, pairs.b[k]!];
  const [countA, countB] = [countOf(incidence, a), countOf(incidence, b)];
  const isTurned = countB < countA || (countB === countA && compare(names[b]!, names[a]!) < 0);
  return {
    given: isTurned ? b : a,
    then: isTurned ? a : b,
    together: pairs.together[k]!,
    customers: pairs.customers[k]!,
    ...strength(incidence, pairs, k),
    p: pairs.p[k]!,
    q: pairs.q[k]!,
  };
}

export function ruleLine(
  rule: Rule,
  incidence: Incidence,
  byCustomer: Incidence,
  names: readonly string[],
): RuleLine {
  const { given, then, together } = rule;
  const [givenCount, thenCount] = [countOf(incidence, given), countOf(incidence, then)];
  return {
    given: names[given]!,
    then: names[then]!,
    together,
    givenCount,
    thenCount,
    customers: rule.customers,
    support: together / incidence.units,
    confidence: together / givenCount,
    ...wilsonInterval(together, givenCount),
    reverse: together / thenCount,
    lift: rule.lift,
    extra: rule.extra,
    p: rule.p,
    q: rule.q,
    candidates: withoutThe(byCustomer, given, then).length,
  };
}

/** Ascending customers with one thing and without another. */
export function withoutThe(byCustomer: Incidence, given: number, then: number): Uint32Array {
  const has = setsOf(byCustomer, then);
  let k = 0;
  return setsOf(byCustomer, given).filter((customer) => {
    while (k < has.length && has[k]! < customer) k++;
    return has[k] !== customer;
  });
}

/** Ascending customers of the sets that hold both things. */
export function customersWithBoth(
  incidence: Incidence,
  owners: Uint32Array,
  one: number,
  other: number,
): Uint32Array {
  const holds = new Set(setsOf(incidence, one));
  const customers = new Set<number>();
  for (const set of setsOf(incidence, other)) if (holds.has(set)) customers.add(owners[set]!);
  return Uint32Array.from(customers).sort();
}
