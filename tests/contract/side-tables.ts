import type { AnalysisSpec, Input } from "../../src/analyses/define";
import { ENTITIES, type Entity } from "../../src/domain/entities";
import { MINUTES_PER_DAY } from "../../src/domain/moment";
import { QUESTION_KINDS } from "../../src/domain/question";
import { seededRng, type Rng } from "../../src/kernel/base/rng";
import { pickRows } from "../../src/kernel/table/pick-rows";
import { MISSING_DAY, type Column, type Table } from "../../src/kernel/table/column";
import { floatColumn, textColumn } from "../support/tables";

/** The last day on which anything happens in the tables of the gauntlet. */
const LAST = 20453;

type Columns = Readonly<Record<string, Column>>;

const numbers = (n: number, of: (row: number) => number | undefined): Column =>
  floatColumn(Array.from({ length: n }, (_, row) => of(row)));
const words = (n: number, of: (row: number) => string | undefined): Column =>
  textColumn(Array.from({ length: n }, (_, row) => of(row)));
const days = (n: number, of: (row: number) => number | undefined): Column => ({
  kind: "day",
  length: n,
  values: Int32Array.from({ length: n }, (_, row) => of(row) ?? MISSING_DAY),
  validity: null,
});

/** One question of each kind, and two parts more: what is made of several questions needs several. */
const ASKED = [...QUESTION_KINDS, "dimension", "dimension"] as const;

function surveys(n: number, rng: Rng): Columns {
  const score = numbers(n, () => (rng.next() < 0.1 ? undefined : rng.below(11)));
  return {
    response: numbers(n, (row) => Math.floor(row / ASKED.length)),
    answeredOn: days(n, () => LAST - rng.below(700)),
    question: words(n, (row) => `Q${row % ASKED.length}`),
    questionKind: {
      kind: "dictionary",
      length: n,
      codes: Uint32Array.from({ length: n }, (_, row) =>
        QUESTION_KINDS.indexOf(ASKED[row % ASKED.length]!),
      ),
      dictionary: QUESTION_KINDS,
      validity: null,
    },
    dimension: words(n, (row) => ["交期", "质量", "价格"][row % 3]),
    score,
    scaleMin: numbers(n, () => 0),
    scaleMax: numbers(n, () => 10),
    isReversed: numbers(n, () => 0),
    text: words(n, (row) =>
      row % 7 === 6 ? ["很满意", "太慢了", "late again"][row % 3] : undefined,
    ),
  };
}

function complaints(n: number, rng: Rng): Columns {
  const opened = Array.from({ length: n }, () => (LAST - rng.below(700)) * MINUTES_PER_DAY + 600);
  const after = (most: number): Column =>
    numbers(n, (row) => (rng.next() < 0.2 ? undefined : opened[row]! + rng.below(most)));
  return {
    openedAt: numbers(n, (row) => opened[row]),
    respondedAt: after(3000),
    resolvedAt: after(20_000),
    complaintKind: words(n, () => ["质量", "交期"][rng.below(2)]),
    cause: words(n, () => ["包装破损", "发错货", undefined][rng.below(3)]),
    batch: words(n, () => ["B1", "B2", "B3", undefined][rng.below(4)]),
    severity: words(n, () => ["高", "低"][rng.below(2)]),
    lossAmount: numbers(n, () => (rng.next() < 0.5 ? undefined : rng.below(5000))),
  };
}

function contracts(n: number, rng: Rng): Columns {
  const starts = Array.from({ length: n }, () => LAST - rng.below(1500));
  return {
    startsOn: days(n, (row) => starts[row]),
    endsOn: days(n, (row) => starts[row]! + 365),
    cancelledOn: days(n, (row) => (rng.next() < 0.3 ? starts[row]! + rng.below(365) : undefined)),
  };
}

function exits(n: number, rng: Rng): Columns {
  return {
    exitedOn: days(n, () => LAST - rng.below(700)),
    reasonGroup: words(n, () => ["竞争", "自然", "过失", undefined][rng.below(4)]),
    reasonCode: words(n, () => ["价格", "搬迁", "服务差"][rng.below(3)]),
    initiative: words(n, () => ["客户主动", "我方主动", undefined][rng.below(3)]),
    lostAmount: numbers(n, () => rng.below(100_000)),
  };
}

function invoices(n: number, rng: Rng): Columns {
  const written = Array.from({ length: n }, () => LAST - rng.below(700));
  const isPaid = Array.from({ length: n }, () => rng.next() < 0.8);
  const amounts = Array.from({ length: n }, () => 100 + rng.below(5000));
  return {
    invoiceId: words(n, (row) => `F${row}`),
    invoicedOn: days(n, (row) => written[row]),
    dueOn: days(n, (row) => written[row]! + 30),
    settledOn: days(n, (row) => (isPaid[row]! ? written[row]! + rng.below(60) : undefined)),
    amount: numbers(n, (row) => amounts[row]),
    openAmount: numbers(n, (row) => (isPaid[row]! ? 0 : amounts[row])),
  };
}

function contacts(n: number, rng: Rng): Columns {
  return {
    contactedAt: numbers(n, () => (LAST - rng.below(500)) * MINUTES_PER_DAY + 600),
    contactKind: words(n, () => ["拜访", "电话", undefined][rng.below(3)]),
    cost: numbers(n, () => (rng.next() < 0.5 ? undefined : rng.below(500))),
  };
}

const MAKERS: Partial<Record<Entity, (rows: number, rng: Rng) => Columns>> = {
  surveys,
  complaints,
  contracts,
  exits,
  invoices,
  contacts,
};

/**
 * The tables beside orders and customers that an analysis reads, one row an order line (at most 5,000), for customers at
 * random; none where there is no customer.
 *
 * @param order  a turn of the rows; every figure must stay
 */
export function withSideTables(
  tables: Input,
  { needs, uses }: AnalysisSpec,
  order: "asMade" | "turned" = "asMade",
): Input {
  const read = ENTITIES.filter((entity) => entity in needs || entity in uses);
  const sides = read.flatMap((entity) => {
    const make = MAKERS[entity];
    if (make === undefined || tables[entity] !== undefined) return [];
    const made = sideTable(tables, make);
    return [[entity, order === "turned" ? turned(made) : made] as const];
  });
  return { ...tables, ...Object.fromEntries(sides) };
}

function sideTable(tables: Input, make: (rows: number, rng: Rng) => Columns): Table {
  const keys = tables.customers.columns.get("key");
  const dictionary = keys?.kind === "dictionary" ? keys.dictionary : [];
  const rowCount = dictionary.length === 0 ? 0 : Math.min(5000, tables.orders.rowCount);
  const rng = seededRng(17);
  const codes = Uint32Array.from({ length: rowCount }, () => rng.below(dictionary.length));
  const customer: Column = {
    kind: "dictionary",
    length: rowCount,
    codes,
    dictionary,
    validity: null,
  };
  return {
    rowCount,
    columns: new Map([["customer", customer], ...Object.entries(make(rowCount, rng))]),
  };
}

function turned(table: Table): Table {
  const { rowCount } = table;
  const rows = Uint32Array.from({ length: rowCount }, (_, row) => rowCount - 1 - row);
  return pickRows(table, rows, new Set(["customer", "questionKind"]));
}
