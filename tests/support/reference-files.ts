import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import type { Input } from "../../src/analyses/define";
import { LINE_KINDS } from "../../src/domain/line-kind";
import { dayFromCivil } from "../../src/kernel/base/calendar";
import type { Column, DictionaryColumn } from "../../src/kernel/table/column";

const ROOT = resolve(process.cwd(), "../shared/data");

/** The real data sets that have reference results. */
export const DATA_SETS = [
  "cdnow_master",
  "superstore",
  "online_retail_sample10",
  "online_retail",
] as const;
export type DataSet = (typeof DATA_SETS)[number];

interface Line {
  readonly customer: string;
  readonly day: number;
  readonly amount: number;
  readonly kind: (typeof LINE_KINDS)[number];
  readonly orderId: string;
  readonly profit: number;
  readonly productId?: string;
  readonly productName?: string;
  readonly productKind?: string;
  readonly quantity?: number;
}

/** The file as two tables, read by the rules its reference results state. Independent of ingest on purpose. */
export function referenceTables(set: DataSet): Input {
  switch (set) {
    case "cdnow_master":
      return toTables(cdnowLines(), []);
    case "superstore":
      return toTables(superstoreLines(), [
        "orderId",
        "profit",
        "productName",
        "productKind",
        "quantity",
      ]);
    default:
      return toTables(onlineRetailLines(set), ["orderId", "productId", "productName"]);
  }
}

export interface RfmReference {
  readonly reference_date: string;
  readonly customers: number;
  readonly totals: Readonly<Record<string, number>>;
  readonly quintile_method_value: {
    readonly by_field: Readonly<
      Record<
        "recency" | "frequency" | "monetary",
        {
          readonly thresholds_p20_p40_p60_p80_linear: readonly number[];
          readonly count_by_score_1_to_5: readonly number[];
        }
      >
    >;
    readonly cells: Readonly<Record<string, number>>;
  };
  readonly quintile_method_rank: {
    readonly count_by_score_1_to_5: Readonly<Record<"R" | "F" | "M", readonly number[]>>;
  };
  readonly customers_sample: readonly {
    readonly id: string;
    readonly recency: number;
    readonly frequency: number;
    readonly monetary: number;
    readonly R: number;
    readonly F: number;
    readonly M: number;
    readonly R_rank: number;
    readonly F_rank: number;
    readonly M_rank: number;
  }[];
  readonly concentration_of_monetary: {
    readonly n: number;
    readonly total: number;
    readonly share_of_value: Readonly<Record<string, number>>;
    readonly customers_for_80pct: number;
    readonly gini: number;
    readonly gini_small_sample_n_over_n_minus_1: number;
    readonly abc_80_95_cumulative_at_or_below: Readonly<Record<"A" | "B" | "C", number>>;
    readonly abc_80_95_crossing_customer_included: Readonly<Record<"A" | "B" | "C", number>>;
    readonly lorenz_bottom_10_to_100pct: readonly number[];
  };
}

export function referenceResults(set: DataSet): RfmReference {
  return JSON.parse(readFileSync(`${ROOT}/reference/rfm_${set}.json`, "utf8")) as RfmReference;
}

function cdnowLines(): Line[] {
  const rows = readFileSync(`${ROOT}/cdnow/CDNOW_master.txt`, "utf8")
    .trim()
    .split(/\r?\n/)
    .slice(1);
  return rows.map((row) => {
    const [customer, date, , amount] = row.trim().split(/\s+/) as [string, string, string, string];
    const iso = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
    return {
      // the reference reads the ids as numbers
      customer: String(Number(customer)),
      day: dayOf(iso),
      amount: Number(amount),
      kind: "sale",
      orderId: "",
      profit: NaN,
    };
  });
}

function superstoreLines(): Line[] {
  return records(readFileSync(`${ROOT}/superstore/superstore.csv`, "utf8")).map((row) => ({
    customer: row["Customer ID"]!,
    day: dayOf(row["Order Date"]!),
    amount: Number(row["Sales"]),
    kind: "sale",
    orderId: row["Order ID"]!,
    profit: Number(row["Profit"]),
    productName: row["Product Name"]!,
    productKind: row["Sub-Category"]!,
    quantity: Number(row["Quantity"]),
  }));
}

function onlineRetailLines(set: "online_retail" | "online_retail_sample10"): Line[] {
  const folder = `${ROOT}/online_retail`;
  const text =
    set === "online_retail"
      ? gunzipSync(readFileSync(`${folder}/online_retail.csv.gz`)).toString("utf8")
      : readFileSync(`${folder}/online_retail_sample10.csv`, "utf8");
  return records(text)
    .filter((row) => row["CustomerID"] !== "")
    .map((row) => ({
      customer: row["CustomerID"]!.replace(/\.0$/, ""),
      day: dayOf(row["InvoiceDate"]!),
      amount: Number(row["Quantity"]) * Number(row["UnitPrice"]),
      kind: kindOf(row),
      orderId: row["InvoiceNo"]!,
      profit: NaN,
      productId: row["StockCode"]!,
      productName: row["Description"]!,
    }));
}

function kindOf(row: Readonly<Record<string, string>>): Line["kind"] {
  if (row["InvoiceNo"]!.startsWith("C")) return "cancelled";
  if (Number(row["Quantity"]) <= 0) return "return";
  return Number(row["UnitPrice"]) <= 0 ? "free" : "sale";
}

function records(text: string): readonly Readonly<Record<string, string>>[] {
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

const dayOf = (text: string): number =>
  dayFromCivil(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));

const TEXTS = ["orderId", "productId", "productName", "productKind"] as const;
type Optional = "profit" | "quantity" | (typeof TEXTS)[number];

function toTables(lines: readonly Line[], optional: readonly Optional[]): Input {
  const n = lines.length;
  const customer = dictionaryOf(lines.map((line) => line.customer));
  const kinds = Uint32Array.from(lines, (line) => LINE_KINDS.indexOf(line.kind));
  const columns = new Map<string, Column>([
    ["customer", customer],
    [
      "orderedOn",
      { kind: "day", length: n, values: Int32Array.from(lines, (l) => l.day), validity: null },
    ],
    ["amount", floats(lines.map((line) => line.amount))],
    [
      "lineKind",
      { kind: "dictionary", length: n, codes: kinds, dictionary: LINE_KINDS, validity: null },
    ],
  ]);
  for (const id of TEXTS) {
    if (optional.includes(id)) columns.set(id, dictionaryOf(lines.map((line) => line[id]!)));
  }
  if (optional.includes("quantity"))
    columns.set("quantity", floats(lines.map((line) => line.quantity!)));
  if (optional.includes("profit")) columns.set("profit", floats(lines.map((l) => l.profit)));
  const keys = customer.dictionary;
  return {
    orders: { rowCount: n, columns },
    customers: { rowCount: keys.length, columns: new Map([["key", dictionaryOf(keys)]]) },
  };
}

function floats(values: readonly number[]): Column {
  return {
    kind: "float64",
    length: values.length,
    values: Float64Array.from(values),
    validity: null,
  };
}

function dictionaryOf(texts: readonly string[]): DictionaryColumn {
  const codeOf = new Map<string, number>();
  const codes = Uint32Array.from(texts, (text) => {
    const known = codeOf.get(text);
    if (known !== undefined) return known;
    codeOf.set(text, codeOf.size);
    return codeOf.size - 1;
  });
  const dictionary = [...codeOf.keys()];
  return { kind: "dictionary", length: texts.length, codes, dictionary, validity: null };
}
