/// <reference lib="dom" />
import * as duckdb from "@duckdb/duckdb-wasm";
import duckdbWorkerUrl from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import duckdbWasmUrl from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
import Dexie from "dexie";
import Papa from "papaparse";
import pareto from "../../../src/analyses/pareto/compute";
import paretoSpec from "../../../src/analyses/pareto/spec";
import rfm from "../../../src/analyses/rfm/compute";
import rfmSpec from "../../../src/analyses/rfm/spec";
import type { Ambient, Input } from "../../../src/analyses/define";
import { resolveParams } from "../../../src/analyses/params";
import { NO_GRADE_BOOK } from "../../../src/domain/grade-book";
import { assemble } from "../../../src/ingest/assemble";
import { inspectFile } from "../../../src/ingest/inspect";
import { defaultPlan } from "../../../src/ingest/plan-default";
import { readSheet } from "../../../src/ingest/read";
import { parseIsoDay } from "../../../src/kernel/base/calendar";
import { seededRng } from "../../../src/kernel/base/rng";

/** The peers of the benchmarks, called from the runner by name; every function returns milliseconds. */
declare global {
  interface Window {
    peers: typeof peers;
  }
}

function chosenFile(): File {
  const file = document.querySelector<HTMLInputElement>("#file")?.files?.[0];
  if (file === undefined) throw new Error("no file was chosen");
  return file;
}

async function startDuckdb(): Promise<duckdb.AsyncDuckDB> {
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(duckdbWorkerUrl));
  await db.instantiate(duckdbWasmUrl);
  return db;
}

let opened: { db: duckdb.AsyncDuckDB; connection: duckdb.AsyncDuckDBConnection } | null = null;

/** What DuckDB users write for recency, frequency, money, profit, quintiles, grades and the Pareto curve. */
const SCORES_SQL = `
  WITH sales AS (SELECT * FROM orders WHERE "数量" > 0),
  ledger AS (
    SELECT "客户编号" AS customer, DATE '2025-11-30' - max("单据日期") AS recency,
           count(DISTINCT "单据日期") AS frequency, sum("金额") AS money, sum("毛利") AS profit
    FROM sales GROUP BY 1
  ),
  scored AS (
    SELECT *, 6 - ntile(5) OVER (ORDER BY recency) AS r, ntile(5) OVER (ORDER BY frequency) AS f,
           ntile(5) OVER (ORDER BY money) AS m,
           sum(money) OVER (ORDER BY money DESC ROWS UNBOUNDED PRECEDING) / sum(money) OVER () AS share,
           row_number() OVER (ORDER BY money DESC) AS rank, count(*) OVER () AS n
    FROM ledger
  )
  SELECT r, f, m, CASE WHEN rank <= 0.15 * n THEN 'a' WHEN rank <= 0.5 * n THEN 'b' ELSE 'c' END AS grade,
         count(*) AS customers, sum(money) AS money, sum(profit) AS profit, max(share) AS share
  FROM scored GROUP BY ALL`;

let ours: Input | null = null;

function scopeOfAll(): Ambient["scope"] {
  const [fromDay, asOfDay] = [parseIsoDay("2022-12-01"), parseIsoDay("2025-11-30")];
  if (fromDay === null || asOfDay === null) throw new Error("no days");
  return { asOfDay, period: { fromDay, toDay: asOfDay }, filters: [] };
}

const peers = {
  /** B4: the chosen file through the product's ingest, into columns in memory. */
  async ourLoad(): Promise<void> {
    const file = chosenFile();
    const plan = defaultPlan(await inspectFile(file), 0);
    if (plan === null) throw new Error("the orders are not recognised");
    const { orders, customers } = assemble(null, [await readSheet(file, plan)], "append");
    ours = { orders: orders.table, customers: customers.table };
  },

  /** B4, after ourLoad: recency, frequency, money and profit come with the ledger that both share. Fresh table objects, so that no fact of an earlier call is remembered. */
  ourScores(): number {
    if (ours === null) throw new Error("ourLoad first");
    const input: Input = { orders: { ...ours.orders }, customers: { ...ours.customers } };
    const ambient = {
      scope: scopeOfAll(),
      orderRows: null,
      customerRows: null,
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
    const startMs = performance.now();
    const answers = [
      pareto(input, resolveParams(paretoSpec.params, {}), ambient),
      rfm(input, resolveParams(rfmSpec.params, {}), ambient),
    ];
    const elapsedMs = performance.now() - startMs;
    if (answers.some(({ result }) => result.kind !== "answered")) throw new Error("refused");
    return elapsedMs;
  },

  /** B1, B3: start DuckDB-Wasm and read the chosen file into a table in memory. */
  async duckdbLoad(): Promise<number> {
    const file = chosenFile();
    const startMs = performance.now();
    const db = await startDuckdb();
    await db.registerFileHandle(
      "orders.csv",
      file,
      duckdb.DuckDBDataProtocol.BROWSER_FILEREADER,
      true,
    );
    const connection = await db.connect();
    await connection.query(`CREATE TABLE orders AS SELECT * FROM read_csv('orders.csv')`);
    const elapsedMs = performance.now() - startMs;
    opened = { db, connection };
    return elapsedMs;
  },

  /** B4, after duckdbLoad. */
  async duckdbScores(): Promise<number> {
    if (opened === null) throw new Error("duckdbLoad first");
    const startMs = performance.now();
    const table = await opened.connection.query(SCORES_SQL);
    const elapsedMs = performance.now() - startMs;
    if (table.numRows < 10) throw new Error(`only ${table.numRows} groups`);
    return elapsedMs;
  },

  /** B2: one record a row, ten thousand a batch, of the first `rows` rows; the file is parsed as the tutorials do. */
  async dexieRows(rows: number): Promise<number> {
    const file = chosenFile();
    await Dexie.delete("bench-rows");
    const db = new Dexie("bench-rows");
    db.version(1).stores({ orders: "++id, 客户编号, 单据日期" });
    const startMs = performance.now();
    const text = (await file.text()).split("\n", rows + 1).join("\n");
    const parsed = Papa.parse<Record<string, unknown>>(text, { header: true, dynamicTyping: true });
    for (let start = 0; start < parsed.data.length; start += 10_000) {
      await db.table("orders").bulkAdd(parsed.data.slice(start, start + 10_000));
    }
    const elapsedMs = performance.now() - startMs;
    db.close();
    await Dexie.delete("bench-rows");
    return elapsedMs;
  },
};

window.peers = peers;
document.title = "Peers ready";
