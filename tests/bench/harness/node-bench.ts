import { openAsBlob } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { read as readWorkbook, utils } from "@e965/xlsx";
import pareto from "../../../src/analyses/pareto/compute";
import paretoSpec from "../../../src/analyses/pareto/spec";
import rfm from "../../../src/analyses/rfm/compute";
import rfmSpec from "../../../src/analyses/rfm/spec";
import { resolveParams } from "../../../src/analyses/params";
import type { Generation } from "../../../src/domain/generation";
import { NO_GRADE_BOOK } from "../../../src/domain/grade-book";
import { assemble } from "../../../src/ingest/assemble";
import { inspectFile } from "../../../src/ingest/inspect";
import { defaultPlan } from "../../../src/ingest/plan-default";
import { readSheet } from "../../../src/ingest/read";
import { parseIsoDay } from "../../../src/kernel/base/calendar";
import { seededRng } from "../../../src/kernel/base/rng";
import { finished } from "../../../src/kernel/base/finished";
import { coxFit } from "../../../src/kernel/stats/survival/cox/fit";
import { kaplanMeier } from "../../../src/kernel/stats/survival/kaplan-meier";
import { lifetimes } from "../../../src/kernel/stats/survival/lifetimes";
import { boosting } from "./boosting";
import { purchases } from "./purchases";
import { piecesOf } from "../../../src/storage/generation-pieces";

// What is measured in a process of its own, because its memory is part of the figure: `node-bench JOB FILE` prints JSON.

/** A file through the product's ingest into columns. */
async function columnsOf(path: string): Promise<Generation> {
  const file = new File([await openAsBlob(path)], basename(path));
  const plan = defaultPlan(await inspectFile(file), 0);
  if (plan === null) throw new Error("the orders are not recognised");
  return assemble(null, [await readSheet(file, plan)], "append");
}

/** B4's work, as in the page of the peers. */
function scores({ orders, customers }: Generation): void {
  const [fromDay, asOfDay] = [parseIsoDay("2022-12-01"), parseIsoDay("2025-11-30")];
  if (fromDay === null || asOfDay === null) throw new Error("no days");
  const input = { orders: orders.table, customers: customers.table };
  const scope = { asOfDay, period: { fromDay, toDay: asOfDay }, filters: [] };
  const rows = { orderRows: null, customerRows: null };
  const ambient = {
    scope,
    ...rows,
    columnsOf: () => [],
    ownWords: new Map(),
    reasonReadings: new Map(),
    payPromises: new Map(),
    ownCampaigns: new Map(),
    questionTags: new Map(),
    causeReadings: new Map(),
    caseRules: { priorities: new Map(), matrix: new Map(), escalations: new Map() },
    gradeBook: NO_GRADE_BOOK,
    rng: seededRng(1),
  };
  const answers = [
    pareto(input, resolveParams(paretoSpec.params, {}), ambient),
    rfm(input, resolveParams(rfmSpec.params, {}), ambient),
  ];
  if (answers.some(({ result }) => result.kind !== "answered")) throw new Error("refused");
}

interface Measured {
  readonly rows: number;
  readonly importMs: number;
  readonly scoresMs: number | null;
}

const JOBS: Readonly<Record<string, (path: string) => Promise<Measured>>> = {
  /** B9: a workbook into typed, validated columns. */
  workbook: async (path) => {
    const startMs = performance.now();
    const { orders } = await columnsOf(path);
    return { rows: orders.table.rowCount, importMs: performance.now() - startMs, scoresMs: null };
  },

  /** B9, the peer: a workbook into arrays of cells. */
  sheetjs: async (path) => {
    const startMs = performance.now();
    const { Sheets, SheetNames } = readWorkbook(await readFile(path));
    const rows = utils.sheet_to_json(Sheets[SheetNames[0] ?? ""] ?? {}, { header: 1 });
    return { rows: rows.length - 1, importMs: performance.now() - startMs, scoresMs: null };
  },

  /** B11: orders into the bytes that are stored, then B4's work. */
  growth: async (path) => {
    const startMs = performance.now();
    const generation = await columnsOf(path);
    let bytes = 0;
    for (const piece of piecesOf("bench", generation)) bytes += piece.bytes.byteLength;
    if (bytes === 0) throw new Error("nothing to store");
    const importMs = performance.now() - startMs;
    const scoresStartMs = performance.now();
    scores(generation);
    const scoresMs = performance.now() - scoresStartMs;
    return { rows: generation.orders.table.rowCount, importMs, scoresMs };
  },
};

/** B7: Kaplan-Meier with intervals and Cox's model of a file of make-tenures. */
async function survival(path: string) {
  const rows = (await readFile(path, "utf8"))
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").map(Number));
  const seen = {
    durations: Float64Array.from(rows, ([days]) => days ?? NaN),
    outcomes: Uint8Array.from(rows, ([, lost]) => lost ?? 0),
    entries: null,
  };
  const width = (rows[0] ?? []).length - 2;
  const values = Float64Array.from(rows.flatMap((row) => row.slice(2)));
  const startMs = performance.now();
  const curve = kaplanMeier(lifetimes(seen));
  const fit = finished(coxFit({ seen, values, width, strata: null }));
  const elapsedMs = performance.now() - startMs;
  return { elapsedMs, logLikelihood: fit?.logLikelihood, last: curve.survival.at(-1) };
}

const [job = "", path = "", ...numbers] = process.argv.slice(2);
if (job === "boosting") {
  const [columns = 0, learnt = 0, perTree = 0] = numbers.map(Number);
  process.stdout.write(JSON.stringify(await boosting(path, columns, learnt, perTree)));
  process.exit();
}
if (job === "purchases") {
  process.stdout.write(JSON.stringify(await purchases(path, Number(numbers[0]))));
  process.exit();
}
if (job === "survival") {
  process.stdout.write(JSON.stringify(await survival(path)));
  process.exit();
}
const measured = await JOBS[job]?.(path);
if (measured === undefined) throw new Error(`no job ${job}`);
// kilobytes on Linux and macOS alike
const peakMb = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ ...measured, peakMb })}\n`);
