import type { CauseReadings } from "../../src/domain/cause-readings";
import { NO_CASE_RULES, type CaseRules } from "../../src/domain/case-rules";
import { LINE_KINDS, type LineKind } from "../../src/domain/line-kind";
import type { Scope } from "../../src/domain/scope";
import { NO_REASON_READINGS, type ReasonReadings } from "../../src/domain/exit-reasons";
import { NO_OWN_CAMPAIGNS, type OwnCampaigns } from "../../src/domain/own-campaign";
import { NO_PAY_PROMISES, type PayPromises } from "../../src/domain/pay-promise";
import { NO_QUESTION_TAGS, type QuestionTags } from "../../src/domain/question-tags";
import { NO_GRADE_BOOK, type GradeBook } from "../../src/domain/grade-book";
import { NO_OWN_WORDS, type OwnWords } from "../../src/domain/text/own-words";
import type { Ambient, ColumnsOf, Input } from "../../src/analyses/define";
import { fieldSpec } from "../../src/domain/vocabulary";
import { addMonths, epochDay, parseIsoDay, type EpochDay } from "../../src/kernel/base/calendar";
import { seededRng } from "../../src/kernel/base/rng";
import { bitset, setBit } from "../../src/kernel/table/bitset";
import {
  MISSING_CODE,
  type Column,
  type DictionaryColumn,
  type FloatColumn,
  type Table,
} from "../../src/kernel/table/column";
import { selectionOf } from "../../src/measures/filter";
import type { WonBack } from "../../src/domain/winback-attempt";

/** One order line as a test writes it; absent = missing, kind `sale`. */
export interface Line {
  readonly customer: string;
  /** ISO day, or a day number */
  readonly on: string | number;
  readonly amount: number;
  readonly kind?: LineKind;
  readonly profit?: number;
  readonly orderId?: string;
  readonly region?: string;
  readonly product?: string;
  readonly productKind?: string;
  readonly channel?: string;
  readonly quantity?: number;
}

export const day = (iso: string): EpochDay => {
  const value = parseIsoDay(iso);
  if (value === null) throw new Error(`${iso} is no day`);
  return value;
};

export function textColumn(texts: readonly (string | undefined)[]): DictionaryColumn {
  const dictionary: string[] = [];
  const codeOf = new Map<string, number>();
  const codes = new Uint32Array(texts.length).fill(MISSING_CODE);
  const validity = bitset(texts.length);
  texts.forEach((text, row) => {
    if (text === undefined) return;
    let code = codeOf.get(text);
    if (code === undefined) {
      code = dictionary.length;
      codeOf.set(text, code);
      dictionary.push(text);
    }
    codes[row] = code;
    setBit(validity, row);
  });
  const full = texts.every((text) => text !== undefined);
  return {
    kind: "dictionary",
    length: texts.length,
    codes,
    dictionary,
    validity: full ? null : validity,
  };
}

export function floatColumn(values: readonly (number | undefined)[]): FloatColumn {
  const validity = bitset(values.length);
  values.forEach((value, row) => {
    if (value !== undefined) setBit(validity, row);
  });
  const full = values.every((value) => value !== undefined);
  return {
    kind: "float64",
    length: values.length,
    values: Float64Array.from(values, (value) => (value === undefined ? NaN : value)),
    validity: full ? null : validity,
  };
}

/**
 * The two tables of a generation from order lines, as ingest would make them.
 *
 * @param customers further customers without any line; and the order of the customer rows when given
 */
export function tablesOf(lines: readonly Line[], customers: readonly string[] = []): Input {
  const keys = textColumn([...customers, ...lines.map((line) => line.customer)]);
  const customerTable: Table = {
    rowCount: keys.dictionary.length,
    columns: new Map([["key", textColumn(keys.dictionary)]]),
  };
  const columns = new Map<string, Column>([
    [
      "customer",
      {
        ...keys,
        length: lines.length,
        codes: keys.codes.slice(customers.length),
      },
    ],
    [
      "orderedOn",
      {
        kind: "day",
        length: lines.length,
        values: Int32Array.from(lines, ({ on }) => (typeof on === "number" ? on : day(on))),
        validity: null,
      },
    ],
    ["amount", floatColumn(lines.map((line) => line.amount))],
    [
      "lineKind",
      {
        kind: "dictionary",
        length: lines.length,
        codes: Uint32Array.from(lines, ({ kind }) =>
          LINE_KINDS.indexOf(kind === undefined ? "sale" : kind),
        ),
        dictionary: LINE_KINDS,
        validity: null,
      },
    ],
  ]);
  if (lines.some((line) => line.profit !== undefined)) {
    columns.set("profit", floatColumn(lines.map((line) => line.profit)));
  }
  if (lines.some((line) => line.orderId !== undefined)) {
    columns.set("orderId", textColumn(lines.map((line) => line.orderId)));
  }
  if (lines.some((line) => line.region !== undefined)) {
    columns.set("region", textColumn(lines.map((line) => line.region)));
  }
  if (lines.some((line) => line.product !== undefined)) {
    columns.set("productName", textColumn(lines.map((line) => line.product)));
  }
  if (lines.some((line) => line.productKind !== undefined)) {
    columns.set("productKind", textColumn(lines.map((line) => line.productKind)));
  }
  if (lines.some((line) => line.channel !== undefined)) {
    columns.set("channel", textColumn(lines.map((line) => line.channel)));
  }
  if (lines.some((line) => line.quantity !== undefined)) {
    columns.set("quantity", floatColumn(lines.map((line) => line.quantity)));
  }
  return { orders: { rowCount: lines.length, columns }, customers: customerTable };
}

/** A scope that ends on `asOf`: the 12 months up to it unless `from` says otherwise. */
export function scopeOf(
  asOf: string | number,
  from?: string | number,
  filters: Scope["filters"] = [],
): Scope {
  const asOfDay = typeof asOf === "number" ? epochDay(asOf) : day(asOf);
  const yearBefore = epochDay(addMonths(asOfDay, -12) + 1);
  let fromDay = yearBefore;
  if (from !== undefined) fromDay = typeof from === "number" ? epochDay(from) : day(from);
  return { asOfDay, period: { fromDay, toDay: asOfDay }, filters };
}

/** What the user laid down; absent: nothing. */
export interface OwnSettings {
  readonly ownWords?: OwnWords | undefined;
  readonly reasonReadings?: ReasonReadings | undefined;
  readonly payPromises?: PayPromises | undefined;
  readonly ownCampaigns?: OwnCampaigns | undefined;
  readonly questionTags?: QuestionTags | undefined;
  readonly caseRules?: CaseRules | undefined;
  readonly causeReadings?: CauseReadings | undefined;
  readonly gradeBook?: GradeBook | undefined;
  readonly wonBack?: WonBack | undefined;
}

/** The ambient world of a compute, as the analysis worker makes it. */
export function ambientOf(
  tables: Input,
  scope: Scope,
  {
    ownWords = NO_OWN_WORDS,
    reasonReadings = NO_REASON_READINGS,
    payPromises = NO_PAY_PROMISES,
    ownCampaigns = NO_OWN_CAMPAIGNS,
    questionTags = NO_QUESTION_TAGS,
    caseRules = NO_CASE_RULES,
    causeReadings = new Map(),
    gradeBook = NO_GRADE_BOOK,
    wonBack = new Map(),
  }: OwnSettings = {},
): Ambient {
  return {
    scope,
    ...selectionOf(tables, scope),
    columnsOf: storedColumns(tables),
    ownWords,
    reasonReadings,
    payPromises,
    ownCampaigns,
    questionTags,
    caseRules,
    causeReadings,
    gradeBook,
    wonBack,
    rng: seededRng(1),
  };
}

/** The columns of tables as ingest would store them: fields by their kind, attributes by what holds them. */
function storedColumns(tables: Input): ColumnsOf {
  return (entity) =>
    [...(tables[entity]?.columns ?? [])].map(([id, column]) => ({
      id,
      fieldKind: fieldSpec(entity, id)?.kind ?? KIND_OF[column.kind],
      label: id.replace(/^attr:/, ""),
    }));
}

const KIND_OF = { float64: "number", day: "date", dictionary: "category" } as const;
