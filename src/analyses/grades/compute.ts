import { gradeBookDigest, ruleOf, type GradeBook } from "../../domain/grade-book";
import { REASONS, type Reason } from "../../domain/grade-facts";
import { GRADES, type Grade } from "../../domain/rule-book";
import { compensatedSum } from "../../kernel/stats/sum";
import { amountsOf, profitsOf } from "../../measures/customer-ledger";
import { customerNameOf } from "../../measures/customer-name";
import { factsOf, hasReason, reasonsOf } from "../../measures/grade-facts";
import { ownLimitsOf } from "../../measures/grade-policy";
import { gradingOf, type Grading } from "../../measures/grading";
import { lastContacts } from "../../measures/last-contact";
import { windowOf } from "../../measures/window";
import { MISSING_DAY } from "../../kernel/table/column";
import type { Ambient, Answer, Input, Progress } from "../define";
import { breachList, breachMembers, checkLines, policyOf, type PolicyStudy } from "./breaches";
import { flowMembers, tierFlow, type Flow } from "./flow";
import type { GradesParams, GradesResult, GradeTally, HandLine, MovedLine } from "./spec";

const LINES_LISTED = 20;

/**
 * Grades of customers by value, pay and growth, what somebody decided by hand, and who is treated against the policy of the grade.
 *
 * @param input   `orders` with customer, orderedOn, amount, lineKind, and profit for the measure `profit`; `customers`; and, as far
 *   as they are there, invoices, payments, contacts
 * @param params  see README
 * @param ambient scope, selected rows, the grade book
 * @returns the result; or a refusal: `profit-missing`, `no-sales`, `nothing-positive`, as `pareto`. Members: "all", "grade:<a|b|c>",
 *   "base:<a|b|c>", "moved", "up", "down", "reason:<reason>", "by-hand", "breach", "breach:<check>", "flow:<from>:<to>"
 * @yields between its parts
 *
 * O(lines + rows of the other tables + customers × periods). Methods D1, D57.
 */
export default function* grades(
  input: Input,
  params: GradesParams,
  ambient: Ambient,
): Generator<Progress, Answer<GradesResult>, void> {
  const { scope, orderRows, gradeBook } = ambient;
  const sight = { tables: input, scope, orderRows, book: gradeBook };
  const steps = gradingOf(sight, params);
  let step = steps.next();
  while (step.done !== true) {
    yield { done: step.value * 0.8 };
    step = steps.next();
  }
  const grading = step.value;
  if (grading === null) return refused("profit-missing");
  const { ranking } = grading.ranked;
  if (ranking.customers.length === 0) return refused("no-sales");
  if (!(ranking.total > 0)) return refused("nothing-positive");
  yield { done: 0.85 };
  const policy = policyOf({
    grading,
    book: gradeBook,
    day: scope.asOfDay,
    contacts: lastContacts(input, grading.base.length, scope.asOfDay),
    standing: grading.standing,
    ownLimits: ownLimitsOf(input.customers),
  });
  yield { done: 0.9 };
  const flow = tierFlow(input, params, ambient);
  yield { done: 0.98 };
  const study: Study = { input, params, ambient, grading, policy, flow };
  return {
    result: describe(study),
    members: (cell) => membersOf(study, cell),
  };
}

function refused(code: string): Answer<GradesResult> {
  return { result: { kind: "insufficient", code, need: 1, have: 0 }, members: () => null };
}

interface Study {
  readonly input: Input;
  readonly params: GradesParams;
  readonly ambient: Ambient;
  readonly grading: Grading;
  readonly policy: PolicyStudy;
  readonly flow: Flow | null;
}

function describe({ input, params, ambient, grading, policy, flow }: Study): GradesResult {
  const { customers } = grading.ranked.ranking;
  const amounts = moneyOf(grading, params);
  const tallies = GRADES.map((grade, i) => tallyOf(grading, amounts, grade, i + 1));
  const moves = customers.filter((row) => grading.moved[row] !== grading.base[row]);
  const up = moves.filter((row) => grading.moved[row]! < grading.base[row]!).length;
  const checks = checkLines(policy);
  const named = { input, grading, amounts };
  const hands = [...grading.byHand.keys()].sort((a, b) => amounts[b]! - amounts[a]! || a - b);
  const { trends, demand } = grading;
  return {
    kind: "answered",
    headline: {
      gradeA: tallies[0]!.customers,
      gradeB: tallies[1]!.customers,
      gradeC: tallies[2]!.customers,
      moved: moves.length,
      overrides: grading.byHand.size,
      breaches: checks.some(({ checked }) => checked > 0) ? policy.broken.length : null,
    },
    measure: params.measure,
    cut: params.cut,
    ...daysSeen(grading, ambient, params),
    customers: customers.length,
    amount: compensatedSum(grading.ranked.ranking.amounts),
    grades: tallies,
    creditKnown: grading.standing === null ? null : knownCredit(grading),
    trendOver:
      trends === null || demand === null
        ? null
        : {
            grain: demand.grain,
            periods: demand.periods,
            judged: trends.judged,
            hasSeason: demand.season !== null,
          },
    reasons: REASONS.map((reason) => ({
      reason,
      customers: rowsWithReason(grading, reason).length,
    })),
    up,
    down: moves.length - up,
    moves: Array.from(moves.slice(0, LINES_LISTED), (row) => movedLine(named, row)),
    hands: hands.map((row) => handLine(named, row)),
    idleHands: ambient.gradeBook.byHand.size - grading.byHand.size,
    policy: policyLines(ambient.gradeBook),
    checks,
    ownLimits: policy.ownLimits === null ? 0 : policy.ownLimits.filter((v) => v === v).length,
    breachCustomers: policy.broken.length,
    breaches: breachList(policy, { customers: input.customers, amounts, most: LINES_LISTED }),
    flow: flow === null ? null : flow.result,
  };
}

/** The true money of every customer, losses below zero. */
function moneyOf({ ranked: { ledger } }: Grading, params: GradesParams): Float64Array {
  const profits = params.measure === "profit" ? profitsOf(ledger, params.basis) : null;
  return profits === null ? amountsOf(ledger, params.basis) : profits;
}

function tallyOf(
  { ranked, base, final }: Grading,
  amounts: Float64Array,
  grade: Grade,
  code: number,
): GradeTally {
  const { customers } = ranked.ranking;
  const [held, based] = [new Float64Array(customers.length), new Float64Array(customers.length)];
  let [heads, baseHeads] = [0, 0];
  for (let k = 0; k < customers.length; k++) {
    const row = customers[k]!;
    if (final[row] === code) held[heads++] = amounts[row]!;
    if (base[row] === code) based[baseHeads++] = amounts[row]!;
  }
  return {
    grade,
    customers: heads,
    amount: compensatedSum(held, 0, heads),
    baseCustomers: baseHeads,
    baseAmount: compensatedSum(based, 0, baseHeads),
  };
}

function daysSeen(
  { ranked: { ledger, active } }: Grading,
  { scope }: Ambient,
  params: GradesParams,
): { readonly fromDay: number; readonly toDay: number } {
  const period = windowOf(scope, params.window);
  if (params.window === "period") return { fromDay: period.fromDay, toDay: period.toDay };
  let fromDay: number = period.toDay;
  for (const row of active) {
    const first = ledger.firstDays[row]!;
    if (first !== MISSING_DAY && first < fromDay) fromDay = first;
  }
  return { fromDay, toDay: period.toDay };
}

function knownCredit({ standing, ranked }: Grading): number {
  const shares = standing === null ? new Float64Array(0) : standing.overdueShares;
  return ranked.ranking.customers.reduce(
    (count, row) => count + (Number.isNaN(shares[row]) ? 0 : 1),
    0,
  );
}

const rowsWithReason = (grading: Grading, reason: Reason): Uint32Array =>
  grading.ranked.ranking.customers.filter((row) => hasReason(grading, reason, row));

interface Named {
  readonly input: Input;
  readonly grading: Grading;
  readonly amounts: Float64Array;
}

const gradeAt = (grades: Uint8Array, row: number): Grade => GRADES[grades[row]! - 1]!;

function movedLine({ input, grading, amounts }: Named, row: number): MovedLine {
  return {
    row,
    name: customerNameOf(input.customers, row),
    amount: amounts[row]!,
    base: gradeAt(grading.base, row),
    grade: gradeAt(grading.moved, row),
    reasons: reasonsOf(grading, row),
    facts: factsOf(grading, row),
  };
}

function handLine({ input, grading, amounts }: Named, row: number): HandLine {
  const { grade, reason, givenAtMs } = grading.byHand.get(row)!;
  return {
    row,
    name: customerNameOf(input.customers, row),
    amount: amounts[row]!,
    ruled: gradeAt(grading.moved, row),
    grade,
    reason,
    givenAtMs,
  };
}

function policyLines(book: GradeBook): GradesResult["policy"] {
  return GRADES.map((grade) => ({
    grade,
    rule: { ...ruleOf(book, grade) },
    isWritten: gradeBookDigest(book) !== "" && book.rules.has(grade),
  }));
}

function membersOf(study: Study, cell: string): Uint32Array | null {
  const { grading, policy, flow } = study;
  const { customers } = grading.ranked.ranking;
  const where = (isIn: (row: number) => boolean): Uint32Array => customers.filter(isIn).sort();
  const [kind, first = "", second] = cell.split(":");
  const code = GRADES.findIndex((grade) => grade === first) + 1;
  switch (cell) {
    case "all":
      return where(() => true);
    case "moved":
      return where((row) => grading.moved[row] !== grading.base[row]);
    case "up":
      return where((row) => grading.moved[row]! < grading.base[row]!);
    case "down":
      return where((row) => grading.moved[row]! > grading.base[row]!);
    case "by-hand":
      return where((row) => grading.byHand.has(row));
  }
  if (kind === "grade" && code > 0 && second === undefined)
    return where((row) => grading.final[row] === code);
  if (kind === "base" && code > 0 && second === undefined)
    return where((row) => grading.base[row] === code);
  const reason = kind === "reason" ? REASONS.find((id) => id === first) : undefined;
  if (reason !== undefined) return rowsWithReason(grading, reason).sort();
  return breachMembers(policy, cell) ?? (flow === null ? null : flowMembers(flow, cell));
}
