import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Input } from "../../src/analyses/define";
import { QUESTION_KINDS, type QuestionKind } from "../../src/domain/question";
import { assemble } from "../../src/ingest/assemble";
import { inspectFile } from "../../src/ingest/inspect";
import { defaultPlan } from "../../src/ingest/plan-default";
import { readSheet } from "../../src/ingest/read";
import { MISSING_CODE, type Column, type Table } from "../../src/kernel/table/column";
import { dayColumn } from "./linked-tables";
import { floatColumn, textColumn } from "./tables";

/** One answer as a test writes it; absent = missing, on the scale 1..5, of a questionnaire of its own. */
export interface TestAnswer {
  readonly customer?: string;
  readonly on?: string;
  readonly question: string;
  readonly kind: QuestionKind;
  readonly score?: number;
  readonly scale?: readonly [number, number];
  readonly isReversed?: boolean;
  readonly response?: number;
  readonly dimension?: string;
  readonly touchpoint?: string;
}

/** The survey table that ingest would make of these answers, linked to the customers of `of`. */
export function surveyTable(
  of: Input,
  answers: readonly TestAnswer[],
  more: Readonly<Record<string, Column>> = {},
): Table {
  const key = of.customers.columns.get("key");
  const keys = key?.kind === "dictionary" ? key.dictionary : [];
  const codeOf = new Map(keys.map((name, code) => [name, code]));
  const length = answers.length;
  const codes = Uint32Array.from(answers, ({ customer }) =>
    customer === undefined ? MISSING_CODE : (codeOf.get(customer) ?? MISSING_CODE),
  );
  const customer: Column = { kind: "dictionary", length, codes, dictionary: keys, validity: null };
  const kinds = Uint32Array.from(answers, ({ kind }) => QUESTION_KINDS.indexOf(kind));
  const columns: Record<string, Column> = {
    customer,
    response: floatColumn(answers.map(({ response }, row) => response ?? row)),
    question: textColumn(answers.map(({ question }) => question)),
    questionKind: {
      kind: "dictionary",
      length,
      codes: kinds,
      dictionary: QUESTION_KINDS,
      validity: null,
    },
    dimension: textColumn(answers.map(({ dimension, question }) => dimension ?? question)),
    score: floatColumn(answers.map(({ score }) => score)),
    scaleMin: floatColumn(answers.map(({ scale }) => scale?.[0] ?? 1)),
    scaleMax: floatColumn(answers.map(({ scale }) => scale?.[1] ?? 5)),
    isReversed: floatColumn(answers.map(({ isReversed }) => (isReversed === true ? 1 : 0))),
    ...more,
  };
  if (answers.some(({ on }) => on !== undefined)) {
    columns["answeredOn"] = dayColumn(answers.map(({ on }) => on ?? ""));
  }
  if (answers.some(({ touchpoint }) => touchpoint !== undefined)) {
    columns["touchpoint"] = textColumn(answers.map(({ touchpoint }) => touchpoint));
  }
  return { rowCount: length, columns: new Map(Object.entries(columns)) };
}

/** A survey file of the reference data, or its text, as a user imports it who takes every proposal. */
export async function importedSurvey(path: string, text?: string): Promise<Input> {
  const bytes =
    text ?? readFileSync(resolve(process.cwd(), "../shared/data/satisfaction", path), "utf8");
  const file = new File([bytes], path);
  const inspection = await inspectFile(file, { sheets: [{ sheetIndex: 0, entity: "surveys" }] });
  const plan = defaultPlan(inspection, 0);
  if (plan === null) throw new Error("nothing was proposed");
  const generation = assemble(null, [await readSheet(file, plan)], "append");
  return {
    orders: generation.orders.table,
    customers: generation.customers.table,
    surveys: generation.surveys!.table,
  };
}
