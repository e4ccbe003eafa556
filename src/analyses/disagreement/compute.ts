import { GRADES, type Grade } from "../../domain/rule-book";
import { averageRanks, descendingOrder } from "../../kernel/stats/rank";
import { compensatedSum } from "../../kernel/stats/sum";
import { activeCustomers, customerLedger } from "../../measures/customer-ledger";
import { customerNameOf } from "../../measures/customer-name";
import { orderBook } from "../../measures/order-book";
import { windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress } from "../define";
import { futureOf } from "./future";
import { ODD_RULES, ruleFor, type OddRule } from "./odd";
import { activityOf, gradesBy, profitOf, type Scored } from "./scores";
import {
  AGAINST,
  LEVELS,
  type Against,
  type DisagreementParams,
  type DisagreementResult,
  type Matrix,
  type MatrixCell,
  type OddId,
  type OddLine,
} from "./spec";

/** Fewer customers have no grades to speak of. */
const LEAST = 20;
const TOP = 10;
const MINOR = 0.01;

type Known = Extract<Scored, { readonly kind: "scored" }>;

/**
 * Customers whose scores contradict each other: large by sales and a loss, silent or without a future, or small by sales and the
 * opposite.
 *
 * @param input   `orders`, with profit where there is any; `customers`
 * @param params  window, months: see README
 * @returns the result, or the refusal `few-customers` (needs 20 with a sale in the window). Members: "all", "odd:any", "odd:<id>",
 *   "odd-cell:<against>:<grade>:<level>"
 *
 * O(lines + customers log customers + passes of the model).
 */
export default function* disagreement(
  input: Input,
  params: DisagreementParams,
  ambient: Ambient,
): Generator<Progress, Answer<DisagreementResult>, void> {
  const book = orderBook(input);
  const period = windowOf(ambient.scope, params.window);
  const ledger = customerLedger(book, period, ambient.orderRows);
  const rows = activeCustomers(ledger);
  if (rows.length < LEAST) {
    return {
      result: { kind: "insufficient", code: "few-customers", need: LEAST, have: rows.length },
      members: () => null,
    };
  }
  yield { done: 0.1 };
  const grades = gradesBy(rows, ledger.sales, book.customerCount);
  const activity = activityOf(book, ambient);
  yield { done: 0.3 };
  const future = yield* futureOf(book, params, ambient);
  const all = [activity, future, profitOf(rows, ledger)];
  const sight: Sight = {
    input,
    rows,
    sales: ledger.sales,
    grades,
    scores: all.filter((score) => score.kind === "scored"),
  };
  yield { done: 0.95 };
  const gaps = all.flatMap((score) =>
    score.kind === "gap" ? [{ against: score.against, reason: score.reason }] : [],
  );
  const lines: OddLine[] = [];
  for (const rule of ODD_RULES) {
    const line = lineOf(rule, sight);
    if (line !== null) lines.push(line);
    yield { done: 0.95 };
  }
  const odd = lines.toSorted((a, b) => shareOf(b) - shareOf(a));
  const matrices: Matrix[] = [];
  for (const score of sight.scores) {
    matrices.push(matrixOf(score, sight));
    yield { done: 0.97 };
  }
  const result: DisagreementResult = {
    kind: "answered",
    headline: headlineOf(sight, odd, matrices),
    fromDay: period.fromDay,
    toDay: period.toDay,
    matrices,
    gaps,
    odd: odd.filter(({ customers }) => customers > 0),
  };
  return { result, members: (cell) => membersOf(sight, cell) };
}

const shareOf = ({ stakeShare }: OddLine): number => (stakeShare === null ? 0 : stakeShare);

interface Sight {
  readonly input: Input;
  readonly rows: Uint32Array;
  readonly sales: Float64Array;
  /** index into GRADES + 1 by row of `customers` */
  readonly grades: Uint8Array;
  readonly scores: readonly Known[];
}

const scoreOf = ({ scores }: Sight, against: Against): Known | undefined =>
  scores.find((score) => score.against === against);

const gradeAt = ({ grades }: Sight, row: number): Grade => GRADES[grades[row]! - 1]!;

function rowsOf(rule: OddRule, sight: Sight): Uint32Array | null {
  const score = scoreOf(sight, rule.against);
  if (score === undefined) return null;
  const wanted = levelCode(rule.against, rule.level);
  return sight.rows.filter(
    (row) => score.levels[row] === wanted && rule.grades.includes(gradeAt(sight, row)),
  );
}

const levelCode = (against: Against, level: string): number =>
  (LEVELS[against] as readonly string[]).indexOf(level) + 1;

function lineOf(rule: OddRule, sight: Sight): OddLine | null {
  const score = scoreOf(sight, rule.against);
  const rows = rowsOf(rule, sight);
  if (score === undefined || rows === null) return null;
  const isSales = rule.stake === "sales";
  const values = isSales ? sight.sales : score.values;
  const stakeOf = (row: number): number => Math.abs(values[row]!);
  const stake = compensatedSum(Float64Array.from(rows, stakeOf));
  // Of a loss: what all lose and earn together, so that it does not seem large where little is lost.
  const whole = compensatedSum(
    Float64Array.from(sight.rows, (row) => (Number.isNaN(values[row]!) ? 0 : stakeOf(row))),
  );
  const share = whole > 0 ? stake / whole : null;
  const order = descendingOrder(Float64Array.from(rows, stakeOf)).subarray(0, TOP);
  const top = Array.from(order, (place) => rows[place]!);
  return {
    id: rule.id,
    against: rule.against,
    customers: rows.length,
    stake,
    stakeShare: share,
    isMinor: share === null || share < MINOR,
    top: top.map((row) => ({
      row,
      name: customerNameOf(sight.input.customers, row),
      sales: sight.sales[row]!,
      other: rule.against === "activity" ? null : score.values[row]!,
    })),
  };
}

function matrixOf(score: Known, sight: Sight): Matrix {
  const levels = LEVELS[score.against];
  const counts = new Float64Array(GRADES.length * levels.length);
  const money = new Float64Array(counts.length);
  const known: number[] = [];
  for (const row of sight.rows) {
    const level = score.levels[row]!;
    if (level === 0) continue;
    known.push(row);
    const at = (sight.grades[row]! - 1) * levels.length + level - 1;
    counts[at]!++;
    money[at]! += sight.sales[row]!;
  }
  const cells = GRADES.flatMap((grade, i) =>
    levels.map((level, k): MatrixCell => {
      const rule = ruleFor(score.against, grade, level);
      const at = i * levels.length + k;
      return {
        grade,
        level,
        customers: counts[at]!,
        sales: money[at]!,
        odd: rule === undefined ? null : rule.id,
      };
    }),
  );
  return {
    against: score.against,
    cells,
    customers: known.length,
    unknown: sight.rows.length - known.length,
    agreement: spearman(
      Float64Array.from(known, (row) => sight.sales[row]!),
      Float64Array.from(known, (row) => score.values[row]!),
    ),
  };
}

/** Pearson's correlation of the ranks, ties sharing their mean; null when either does not vary. Spearman 1904. */
function spearman(one: Float64Array, other: Float64Array): number | null {
  const [a, b] = [averageRanks(one), averageRanks(other)];
  const mean = (one.length + 1) / 2;
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]! - mean, b[i]! - mean];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : null;
}

function headlineOf(
  sight: Sight,
  odd: readonly OddLine[],
  matrices: readonly Matrix[],
): DisagreementResult["headline"] {
  const count = (id: OddId): number | null => {
    const line = odd.find((candidate) => candidate.id === id);
    return line === undefined ? null : line.customers;
  };
  const certain = (id: OddId): number => {
    const customers = count(id);
    return customers === null ? 0 : customers;
  };
  const agreement = (against: Against): number | null => {
    const matrix = matrices.find((candidate) => candidate.against === against);
    return matrix === undefined ? null : matrix.agreement;
  };
  return {
    customers: sight.rows.length,
    oddCustomers: oddRows(sight).length,
    bigLoss: count("big-loss"),
    bigSilent: certain("big-silent"),
    bigFading: count("big-fading"),
    smallPromising: count("small-promising"),
    smallProfitable: count("small-profitable"),
    smallActive: certain("small-active"),
    agreementActivity: agreement("activity"),
    agreementFuture: agreement("future"),
    agreementProfit: agreement("profit"),
  };
}

function oddRows(sight: Sight): Uint32Array {
  return sight.rows.filter((row) =>
    sight.scores.some(({ against, levels }) => {
      const level = LEVELS[against][levels[row]! - 1];
      return level !== undefined && ruleFor(against, gradeAt(sight, row), level) !== undefined;
    }),
  );
}

function membersOf(sight: Sight, cell: string): Uint32Array | null {
  if (cell === "all") return sight.rows;
  if (cell === "odd:any") return oddRows(sight);
  const rule = ODD_RULES.find(({ id }) => cell === `odd:${id}`);
  if (rule !== undefined) return rowsOf(rule, sight);
  const [kind, first, grade, level, rest] = cell.split(":");
  const against = AGAINST.find((known) => known === first);
  if (kind !== "odd-cell" || against === undefined || rest !== undefined) return null;
  const score = scoreOf(sight, against);
  const [gradeCode, code] = [
    GRADES.findIndex((known) => known === grade) + 1,
    levelCode(against, level === undefined ? "" : level),
  ];
  if (score === undefined || gradeCode === 0 || code === 0) return null;
  return sight.rows.filter((row) => sight.grades[row] === gradeCode && score.levels[row] === code);
}
