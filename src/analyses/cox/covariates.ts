import type { StoredColumn } from "../../domain/generation";
import type { Observations } from "../../kernel/stats/survival/lifetimes";
import type { Table } from "../../kernel/table/column";
import { averageRanks } from "../../kernel/stats/rank";
import { NOT_A_REASON } from "../../measures/churn/column-features";
import { groupCustomers, type CustomerGroup } from "../../measures/tenure/group-customers";
import type { CovariateFault } from "./spec";

/** More words than this are a name, not a kind. */
const MOST_WORDS = 40;
const CUSTOMERS_PER_WORD = 10;
/** Unknown for a larger share: such a column would cost more customers than it tells. */
const MOST_MISSING = 0.2;
/** A number that follows the age of those who are still there as closely as this grows with it, such as money spent so far. */
const GROWING = 0.5;
/** Losses that each coefficient needs. Peduzzi et al. 1995. */
const LOSSES_PER_TERM = 10;

/** One covariate as the columns of a design; slot i of `values` is customers[i], NaN where unknown. */
export interface Covariate {
  readonly column: string;
  readonly kind: "number" | "flag" | "category";
  /** one list of values a coefficient */
  readonly values: readonly Float64Array[];
  /** by coefficient, of categories only */
  readonly levels: readonly CustomerGroup[];
  /** the most frequent word, of categories only */
  readonly reference: CustomerGroup | null;
}

export interface Covariates {
  readonly used: readonly Covariate[];
  readonly unused: readonly { readonly column: string; readonly reason: CovariateFault }[];
}

export interface CovariateQuestion {
  readonly customers: Table;
  /** rows of `customers` with a duration and an outcome */
  readonly rows: Uint32Array;
  readonly columns: readonly StoredColumn[];
  /** ids that the reader named; empty: whatever the losses can carry */
  readonly wanted: readonly string[];
  /** ids that say the duration, the outcome or the stratum */
  readonly besides: ReadonlySet<string>;
  readonly events: number;
  /** by place of `rows` */
  readonly seen: Observations;
}

/**
 * The columns of a model of leaving.
 *
 * @returns with no column named: in the order of the file those that vary, are known for four fifths of the customers and whose
 *   coefficients have ten losses each; words against the most frequent, beyond eight the rare ones together
 *
 * O(customers log customers × columns).
 * @yields before every column
 */
export function* covariatesOf(question: CovariateQuestion): Generator<void, Covariates, void> {
  const { columns, wanted, besides, events } = question;
  const isChosen = wanted.length > 0;
  const candidates = columns.filter(({ id }) =>
    isChosen
      ? wanted.includes(id) && !besides.has(id)
      : !NOT_A_REASON.has(id) && !besides.has(id) && id !== "customerName",
  );
  const used: Covariate[] = [];
  const unused: { column: string; reason: CovariateFault }[] = [];
  let budget = isChosen ? Infinity : Math.floor(events / LOSSES_PER_TERM);
  for (const column of candidates) {
    yield;
    const found = covariateOf(question, column, isChosen);
    if (found === null) continue;
    if (typeof found === "string") unused.push({ column: column.id, reason: found });
    else if (found.values.length > budget) unused.push({ column: column.id, reason: "budget" });
    else {
      used.push(found);
      budget -= found.values.length;
    }
  }
  return { used, unused };
}

function covariateOf(
  { customers, rows, seen }: CovariateQuestion,
  { id, fieldKind }: StoredColumn,
  isChosen: boolean,
): Covariate | CovariateFault | null {
  const column = customers.columns.get(id);
  if (column === undefined || column.kind === "day" || rows.length === 0) return null;
  if (column.kind === "float64") {
    const values = Float64Array.from(rows, (row) => column.values[row]!);
    const known = values.filter((value) => !Number.isNaN(value));
    if (known.every((value) => value === known[0])) return "one-value";
    if (!isChosen && isSparse(known.length, rows.length)) return "sparse";
    if (!isChosen && rankCorrelation(values, seen) > GROWING) return "grows";
    const kind = fieldKind === "flag" ? "flag" : "number";
    return { column: id, kind, values: [values], levels: [], reference: null };
  }
  const words = new Set(Array.from(rows, (row) => column.codes[row]!)).size;
  if (!isChosen && (words > MOST_WORDS || words * CUSTOMERS_PER_WORD > rows.length))
    return "many-words";
  const found = groupCustomers(customers, id, rows);
  const [reference, ...levels] = found?.groups ?? [];
  if (found === null || reference === undefined || levels.length === 0) return "one-value";
  if (!isChosen && isSparse(rows.length - found.missing, rows.length)) return "sparse";
  const place = new Int32Array(rows.length).fill(-1);
  found.groups.forEach(({ slots }, at) => {
    for (const slot of slots) place[slot] = at;
  });
  const values = levels.map((_, level) =>
    Float64Array.from(place, (at) => {
      if (at < 0) return NaN;
      return at === level + 1 ? 1 : 0;
    }),
  );
  return { column: id, kind: "category", values, levels, reference };
}

/**
 * Spearman's correlation of a column with the age of those who are still there. Their age says when they came and nothing of how
 * long they will stay, so a property that they began with does not follow it.
 */
function rankCorrelation(values: Float64Array, { durations, outcomes }: Observations): number {
  const staying = Uint32Array.from(values.keys()).filter(
    (slot) => outcomes[slot] === 0 && !Number.isNaN(values[slot]!),
  );
  if (staying.length < 3) return 0;
  const ranksOf = (list: Float64Array) =>
    averageRanks(Float64Array.from(staying, (slot) => list[slot]!));
  const [own, ages] = [ranksOf(values), ranksOf(durations)];
  const middle = (staying.length + 1) / 2;
  let [both, ownSquares, ageSquares] = [0, 0, 0];
  for (let i = 0; i < staying.length; i++) {
    const [x, y] = [own[i]! - middle, ages[i]! - middle];
    both += x * y;
    ownSquares += x * x;
    ageSquares += y * y;
  }
  return ownSquares > 0 && ageSquares > 0 ? both / Math.sqrt(ownSquares * ageSquares) : 0;
}

const isSparse = (known: number, all: number): boolean => known < all * (1 - MOST_MISSING);
