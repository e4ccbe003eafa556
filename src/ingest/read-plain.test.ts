import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inspectFile } from "./inspect";
import { FileError, type Encoding, type SheetPlan, type SheetRead } from "./plan";
import { defaultPlan } from "./plan-default";
import { readRows } from "./read";
import { readPlainPart, readPlainSheet } from "./read-plain";
import { columnsToShare, type SecondReader } from "./share-columns";

const HEADERS = ["日期", "客户编号", "客户名称", "金额", "数量", "备注", "付款日期", "没人要"];

/** Every kind of column, ids that a program wrote as decimals, and a column that is not imported. */
function orderPlan(encoding: Encoding = "utf-8"): SheetPlan {
  const targets = [
    "orderedOn",
    "customerId",
    "customerName",
    "amount",
    "quantity",
    "x:note",
    "x:paid",
  ];
  const kinds = ["date", "text", "text", "money", "number", "text", "date", "text"] as const;
  return {
    sheetIndex: 0,
    entity: "orders",
    format: { encoding, delimiter: "," },
    headerRow: 0,
    columns: HEADERS.map((header, index) => ({
      index,
      header,
      target: targets[index] ?? null,
      kind: kinds[index]!,
      dateOrder: "mdy",
      decimalMark: ".",
      currency: null,
      ...(index === 1 ? { dropPointZero: true as const } : {}),
    })),
  };
}

const DAYS = [
  "2024-01-05",
  "2024/02/29",
  "2023-02-29",
  "1/5/2024",
  "2024年1月5日",
  "昨天",
  "3024-01-01",
  "2024-01-05 10:00:00",
  "",
  "-",
  "#REF!",
];
const TEXTS = [
  "甲",
  "乙公司",
  "a",
  "A1",
  "17850.0",
  "17850",
  " a",
  "a ",
  "　甲",
  "甲　",
  '="a"',
  "-",
  "null",
  "None",
  "nan",
  "#N/A",
  "#REF!",
  "（甲）",
  "\u0001x",
  "x\u0085",
  "\ufffd",
  "𠮷",
  "",
  " ",
  "a\u200b",
  "\u2400",
];
const NUMBERS = [
  "1",
  "-2.50",
  "+3",
  "1,234.5",
  "１２",
  "1.2万",
  "(5)",
  "5-",
  "12%",
  "1e3",
  "1234567890123456",
  "12345678901234567",
  "",
  "-",
  "无",
  "#DIV/0!",
  "三",
  ".5",
  "5.",
  "-0",
  "0.1",
  "1.2.3",
];

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const written = (cells: readonly string[]): fc.Arbitrary<string> =>
  fc
    .constantFrom(...cells)
    .chain((cell) =>
      /[",\r\n]/.test(cell) ? fc.constant(quoted(cell)) : fc.constantFrom(cell, cell, quoted(cell)),
    );
const note = fc.oneof(written(TEXTS), written(['say "hi"', "two\nlines", "a,b", "\r\n"]));
const row = fc
  .tuple(
    written(DAYS),
    written(TEXTS),
    written(TEXTS),
    written(NUMBERS),
    written(NUMBERS),
    note,
    written(DAYS),
    note,
  )
  .chain((cells) =>
    // mostly whole rows; some too short, some too long
    fc
      .constantFrom(8, 8, 8, 8, 8, 3, 1, 0, 9)
      .map((length) => [...cells, "more"].slice(0, length).join(",")),
  );
const file = fc
  .record({
    mark: fc.constantFrom("", "\ufeff"),
    lines: fc.array(row, { maxLength: 12 }),
    end: fc.constantFrom("\n", "\r\n", "\r"),
    last: fc.boolean(),
  })
  .map(
    ({ mark, lines, end, last }) =>
      mark + [HEADERS.join(","), ...lines].join(end) + (last ? end : ""),
  );

type Outcome =
  SheetRead | { readonly code: unknown; readonly row: unknown; readonly detail: unknown };

async function outcome(read: Promise<SheetRead | null>): Promise<Outcome | null> {
  try {
    return await read;
  } catch (error) {
    const { code, row, detail } = error as { code: unknown; row: unknown; detail: unknown };
    return { code, row, detail };
  }
}

/** What another thread gives: a copy of its part. */
function otherThread(pieceBytes: number): SecondReader {
  return {
    start: (file, plan, columns) => ({
      part: readPlainPart(file, plan, { pieceBytes, only: new Set(columns) }).then((part) =>
        structuredClone(part),
      ),
      isRunning: () => true,
      stop: () => undefined,
    }),
  };
}

describe("readPlainSheet", () => {
  it("gives what reading the text gives: values, codes, issues, rows; however the bytes are cut", async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.integer({ min: 1, max: 64 }), async (text, pieceBytes) => {
        const blob = new Blob([text]);
        const plain = await outcome(readPlainSheet(blob, orderPlan(), { pieceBytes }));
        expect(plain).not.toBeNull();
        const whole = await outcome(readRows(blob, orderPlan()));
        expect(plain).toEqual(whole);
        const second = otherThread(pieceBytes);
        const shared = readPlainSheet(blob, orderPlan(), { pieceBytes, sharedBytes: 0, second });
        expect(await outcome(shared)).toEqual(whole);
      }),
      { numRuns: 400 },
    );
  });

  it.each(["gb18030", "big5", "shift_jis", "windows-1252"] as const)(
    "does so in %s",
    async (encoding) => {
      // bytes of these encodings cannot be written here, so every sequence that they decode is tried
      const decoder = new TextDecoder(encoding, { fatal: true });
      const bytes = fc.array(
        fc.constantFrom(
          0x2c,
          0x0a,
          0x22,
          0x31,
          0x41,
          0x7c,
          0x81,
          0x8f,
          0xa1,
          0xb0,
          0xb9,
          0xfe,
          0x39,
          0x5c,
        ),
        { maxLength: 60 },
      );
      let compared = 0;
      await fc.assert(
        fc.asyncProperty(bytes, fc.integer({ min: 1, max: 9 }), async (tail, pieceBytes) => {
          const head = new TextEncoder().encode("2024-01-05,1,a,5,6,");
          const blob = new Blob([Uint8Array.from([...head, ...tail])]);
          const plan = { ...orderPlan(encoding), headerRow: -1 };
          const plain = await outcome(readPlainSheet(blob, plan, { pieceBytes }));
          try {
            decoder.decode(await blob.arrayBuffer());
          } catch {
            expect(plain).toBeNull();
            return;
          }
          if (plain === null) return;
          compared++;
          expect(plain).toEqual(await outcome(readRows(blob, plan)));
        }),
        { numRuns: 400 },
      );
      expect(compared).toBeGreaterThan(50);
    },
  );

  it.each([
    ["fails", true, () => Promise.reject(new Error("crashed"))],
    ["never starts", false, () => new Promise<null>(() => undefined)],
  ])("reads everything itself when the other thread %s, and stops it", async (_, runs, part) => {
    let stopped = 0;
    const second: SecondReader = {
      start: () => ({
        part: part(),
        isRunning: () => runs,
        stop: () => {
          stopped++;
        },
      }),
    };
    const blob = new Blob([`${HEADERS.join(",")}\n2024-01-05,1,甲,5,6,x,,没\n`]);
    const read = await readPlainSheet(blob, orderPlan(), { sharedBytes: 0, second });
    expect(read).toEqual(await readRows(blob, orderPlan()));
    const wrong = new Blob([`${HEADERS.join(",")}\n`, Uint8Array.of(0xff), "\n"]);
    expect(await readPlainSheet(wrong, orderPlan(), { sharedBytes: 0, second })).toBeNull();
    expect(stopped).toBe(2);
  });

  it("shares texts evenly, and nothing where there is little", () => {
    const shared = columnsToShare(orderPlan());
    expect(shared).not.toBeNull();
    expect(shared).toContain(2);
    expect(shared).not.toContain(1);
    const { columns } = orderPlan();
    expect(columnsToShare({ ...orderPlan(), columns: columns.slice(0, 2) })).toBeNull();
  });

  it("leaves wrong bytes to the reader of text, wherever they are", async () => {
    const lines = [
      "2024-01-05,1,甲,5,6,x,,没",
      "2024-01-05,1,甲,5,6,x,,没",
      "昨天,1,甲,5,6,x,,没",
      ",,,",
      "2024-01-05,1,甲,5,6,x,,没,多",
    ];
    const whole = new TextEncoder().encode([HEADERS.join(","), ...lines].join("\n"));
    for (let at = 0; at < whole.length; at++) {
      for (const wrong of [0xff, 0xe4, 0x80]) {
        const bytes = whole.slice();
        bytes[at] = wrong;
        try {
          new TextDecoder("utf-8", { fatal: true }).decode(bytes);
          continue;
        } catch {
          // this is the case to be tested
        }
        expect(await outcome(readPlainSheet(new Blob([bytes]), orderPlan()))).toBeNull();
      }
    }
  });

  it.each(["online_retail", "superstore", "cdnow", "encodings"])(
    "agrees on the real files of %s",
    async (folder) => {
      const path = `../shared/data/${folder}`;
      let compared = 0;
      for (const name of readdirSync(path).filter((one) => /\.(csv|txt|tsv)$/i.test(one))) {
        const blob = new Blob([readFileSync(`${path}/${name}`)]);
        const plan = await proposal(blob);
        const plain = plan === null ? null : await outcome(readPlainSheet(blob, plan));
        if (plan === null || plain === null) continue;
        compared++;
        expect(plain, name).toEqual(await outcome(readRows(blob, plan)));
      }
      expect(compared).toBeGreaterThan(0);
    },
  );
});

/** Null for files that cannot be read at all: they have nothing to compare. */
async function proposal(blob: Blob): Promise<SheetPlan | null> {
  try {
    return defaultPlan(await inspectFile(blob), 0);
  } catch (error) {
    if (error instanceof FileError) return null;
    throw error;
  }
}
