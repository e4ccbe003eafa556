import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { detectFormat } from "./decode/text-format";
import { inspectFile } from "./inspect";
import type { Cell } from "./parse/row-source";
import { textSource } from "./parse/text-source";
import type { Delimiter } from "./plan";

const DATA = "../shared/data";

function fileOf(path: string): File {
  return new File([readFileSync(`${DATA}/${path}`)], path.split("/").at(-1)!);
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(`${DATA}/${path}`, "utf8"));
}

async function rowsOf(file: Blob, pieceBytes?: number): Promise<readonly (readonly Cell[])[]> {
  const { format } = await detectFormat(file);
  const rows: (readonly Cell[])[] = [];
  for await (const batch of textSource(file, format, pieceBytes).batches())
    rows.push(...batch.rows);
  return rows;
}

interface Expected {
  readonly encoding: string;
  readonly delimiter: Delimiter;
  readonly rows: number;
  readonly header: readonly string[];
  /** Absent where the file has a line that is no data. */
  readonly sha256_of_cells_utf8_json?: string;
  readonly first_row?: readonly string[];
}

describe("encodings/", () => {
  const expected = json("encodings/expected.json") as Record<string, Expected>;
  it.each(Object.entries(expected))(
    "reads %s cell by cell as expected.json says",
    async (name, want) => {
      const file = fileOf(`encodings/${name}`);
      const { format } = await detectFormat(file);
      const family = want.encoding.startsWith("gb") ? "gb18030" : want.encoding;
      expect(format).toEqual({ encoding: family, delimiter: want.delimiter });
      const rows = await rowsOf(file);
      expect(rows[0]).toEqual(want.header);
      expect(rows.length - 1).toBe(want.rows);
      if (want.first_row) expect(rows[1]).toEqual(want.first_row);
      if (want.sha256_of_cells_utf8_json === undefined) return;
      const hash = createHash("sha256").update(JSON.stringify(rows)).digest("hex");
      expect(hash).toBe(want.sha256_of_cells_utf8_json);
    },
  );

  it.each(["zh_gbk_semicolon.csv", "zh_utf16le_nobom.csv", "zh_hant_big5.csv", "zh_utf8_bom.csv"])(
    "does not depend on how the bytes of %s are cut (C17)",
    async (name) => {
      const file = fileOf(`encodings/${name}`);
      const whole = await rowsOf(file);
      for (const pieceBytes of [1, 2, 3, 5, 7, 31, 64]) {
        expect(await rowsOf(file, pieceBytes)).toEqual(whole);
      }
    },
  );

  it("offers a choice with lines to look at when the text is too short to be certain", async () => {
    const { candidates } = await detectFormat(fileOf("encodings/zh_gbk_short.csv"));
    expect(candidates[0]).toEqual({
      encoding: "gb18030",
      previewLines: ["客户,金额", "张三,12.5", "李四,8"],
    });
    expect(candidates.length).toBeGreaterThan(1);
  });
});

describe("csv_spec/", () => {
  const names = readdirSync(`${DATA}/csv_spec`).filter(
    // the JSON of location_coordinates has another phone number than its CSV, in the source too
    (name) => name.endsWith(".csv") && !name.startsWith("location"),
  );
  it.each(names)("reads %s as its JSON says", async (name) => {
    const [header, ...body] = await rowsOf(fileOf(`csv_spec/${name}`));
    const objects = body.map((row) =>
      Object.fromEntries(row.map((cell, i) => [header![i] as string, cell] as const)),
    );
    expect(objects).toEqual(json(`csv_spec/json/${name.replace(".csv", ".json")}`));
  });
});

describe("csv_spec/location_coordinates.csv", () => {
  it("keeps the seconds sign inside a quoted cell", async () => {
    const rows = await rowsOf(fileOf("csv_spec/location_coordinates.csv"));
    expect(rows[1]).toContainEqual(expect.stringMatching(/^37.36'37\.8"N 121.2'17\.9"W$/));
  });
});

describe("csv_messy/", () => {
  it.each([
    [
      "complex.csv",
      { encoding: "utf-8", delimiter: "," },
      0,
      ["date", "another date", "temperature", "place"],
    ],
    [
      "simple.psv",
      { encoding: "utf-8", delimiter: "|" },
      0,
      ["Year", "New dwellings", "Other dwellings"],
    ],
    ["simple.ssv", { encoding: "utf-8", delimiter: ";" }, 0, ["date", "temperature", "place"]],
    ["example.tsv", { encoding: "utf-8", delimiter: "\t" }, 0, ["hour", "expr1_0_imp"]],
    ["mixedGLB.csv", { encoding: "utf-8", delimiter: "," }, 3, ["Year", "Jan", "Feb"]],
    [
      "spanish_chars.csv",
      { encoding: "windows-1252", delimiter: "," },
      0,
      ["GF_ID", "FN_ID", "SF_ID", "GF", "F", "SF"],
    ],
    [
      "utf-16le_encoded.csv",
      { encoding: "utf-16le", delimiter: "," },
      0,
      ["Organisation_code", "Organisation_name"],
    ],
    ["skip_initials.csv", { encoding: "utf-8", delimiter: "," }, 0, ["field1", "field2"]],
    ["null.csv", { encoding: "utf-8", delimiter: "," }, -1, ["#1", "#2", "#3", "#4"]],
  ] as const)(
    "finds encoding, delimiter and header of %s",
    async (name, format, headerRow, header) => {
      const inspection = await inspectFile(fileOf(`csv_messy/${name}`));
      const sheet = inspection.sheets[0]!;
      expect(inspection.format).toEqual(format);
      expect(sheet.headerRow).toBe(headerRow);
      expect(sheet.columns.map((column) => column.header).slice(0, header.length)).toEqual(header);
    },
  );

  it.each(["small.csv", "utf8bom.csv", "weird_head_padding.csv", "simple.csv"])(
    "inspects %s without complaint",
    async (name) => {
      const inspection = await inspectFile(fileOf(`csv_messy/${name}`));
      expect(inspection.sheets.length).toBe(1);
    },
  );

  it("keeps the thousands inside a quoted cell behind a blank", async () => {
    const rows = await rowsOf(fileOf("csv_messy/complex.csv"));
    expect(rows[3]!.slice(0, 3)).toEqual(["2011-01-03", " ", "6,000,000"]);
  });
});

describe("malformed/", () => {
  it.each([
    ["empty.csv", "E_FILE_EMPTY", null],
    ["only_bom.csv", "E_FILE_EMPTY", null],
    ["unclosed_quote.csv", "E_CSV_UNBALANCED", 2],
    ["invalid_utf8.csv", "E_ENCODING", 2],
    ["html_as.xls", "E_UNSUPPORTED_TYPE", null],
    ["pass_protected.xlsx", "E_XLSX_ENCRYPTED", null],
  ])("refuses %s with %s", async (name, code, row) => {
    await expect(inspectFile(fileOf(`malformed/${name}`))).rejects.toMatchObject({ code, row });
  });

  it("shows a header without rows, and says so", async () => {
    const sheet = (await inspectFile(fileOf("malformed/header_only.csv"))).sheets[0]!;
    expect(sheet.reason).toBe("header-only");
    expect(sheet.columns.map((column) => column.header)).toEqual(["customer_id", "date", "amount"]);
  });

  it("finds nothing in a file of blank lines", async () => {
    const sheet = (await inspectFile(fileOf("malformed/only_newlines.csv"))).sheets[0]!;
    expect(sheet.reason).toBe("empty");
  });

  it.each([
    [
      "mixed_line_ends.csv",
      [
        ["id", "name"],
        ["1", "a"],
        ["2", "b"],
        ["3", "c"],
      ],
    ],
    [
      "nul_bytes.csv",
      [
        ["id", "name", "amount"],
        ["1", "A␀nn", "10"],
        ["2", "Bob", "20"],
      ],
    ],
    [
      "csv_named.xlsx",
      [
        ["id", "amount"],
        ["1", "10"],
        ["2", "20"],
      ],
    ],
    [
      "ragged.csv",
      [
        ["id", "name", "amount"],
        ["1", "Ann", "10"],
        ["2", "Bob"],
        ["3", "Cy", "30", "extra", "more"],
        [""],
        ["4", "Di", "40"],
      ],
    ],
    [
      "formula_injection.csv",
      [
        ["id", "name"],
        ["1", '=HYPERLINK("http://127.0.0.1"', '"x")'],
        ["2", "+1+1"],
        ["3", "@SUM(1)"],
        ["4", "-2+3"],
      ],
    ],
  ])("reads %s without loss", async (name, rows) => {
    expect(await rowsOf(fileOf(`malformed/${name}`))).toEqual(rows);
  });

  it("keeps both of two equal headers and the column without one", async () => {
    const sheet = (await inspectFile(fileOf("malformed/duplicate_headers.csv"))).sheets[0]!;
    const headers = sheet.columns.map((column) => column.header);
    expect(headers).toEqual(["id", "amount", "amount (2)", "#4"]);
    expect(new Set(sheet.columns.map((column) => column.target)).size).toBe(4);
  });

  it("reads a workbook whatever its name", async () => {
    const inspection = await inspectFile(fileOf("malformed/xlsx_named.csv"));
    expect(inspection.kind).toBe("xlsx");
  });
});
