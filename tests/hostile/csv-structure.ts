import { reads, refused, textFile, type Family } from "./family";

const CELLS = [
  ["1", "甲"],
  ["2", "乙"],
  ["3", "丙"],
];
const HEADERS = ["id", "name"];
const three = (ends: readonly string[]): File =>
  textFile([HEADERS, ...CELLS].map((row, i) => row.join(",") + ends[i % ends.length]!).join(""));
const readThree = reads({ headers: HEADERS, rows: CELLS, issues: {} }, "utf-8 ,");

/** Rows of three bytes that end in CR LF: one of three paddings has a piece end between the two. */
const endless = (padding: number): File =>
  textFile(`${"h".repeat(padding + 1)}\r\n`, "a\r\n".repeat(400_000));

const million = (first: string): File =>
  textFile(`id,name\n${first}\n${"2,Bob\n".repeat(1_000_000)}`);

export const STRUCTURE_FAMILIES: readonly Family[] = [
  {
    id: "C03",
    what: "a header and nothing below it",
    cases: ["", "\n", "\r\n"].map((end) => ({
      name: `ended by ${JSON.stringify(end)}`,
      file: () => textFile(`customer_id,date,amount${end}`),
      expected: reads({
        reason: "header-only",
        headers: ["customer_id", "date", "amount"],
        rowsRead: 0,
      }),
    })),
  },
  {
    id: "C04",
    what: "one column, no delimiter",
    cases: [
      {
        name: "one column",
        file: () => textFile("客户\n张三\n李四\n"),
        expected: reads({ headers: ["客户"], rows: [["张三"], ["李四"]], issues: {} }),
      },
    ],
  },
  {
    id: "C18",
    what: "line ends",
    cases: [
      { name: "LF", file: () => three(["\n"]), expected: readThree },
      { name: "CRLF", file: () => three(["\r\n"]), expected: readThree },
      { name: "CR", file: () => three(["\r"]), expected: readThree },
      { name: "all of them", file: () => three(["\r\n", "\r", "\n"]), expected: readThree },
      ...[0, 1, 2].map((padding) => ({
        name: `CR and LF in different pieces (${padding})`,
        file: () => endless(padding),
        expected: reads({ rowsRead: 400_000, issues: {} }),
      })),
      {
        name: "no line end in the first 700 KiB",
        file: () => textFile(`id,"${"长".repeat(240_000)}"\r\n1,甲\r\n2,乙\r\n`),
        expected: reads({
          rows: [
            ["1", "甲"],
            ["2", "乙"],
          ],
        }),
      },
    ],
  },
  {
    id: "C19",
    what: "line ends inside quotes",
    cases: [
      {
        name: "kept exactly",
        file: () => textFile('id,text\n1,"a\nb\r\nc\rd"\n2,e\n'),
        expected: reads({
          shown: [
            ["id", "text"],
            ["1", "a\nb\r\nc\rd"],
            ["2", "e"],
          ],
          rows: [
            ["1", "a\nb\r\nc\rd"],
            ["2", "e"],
          ],
        }),
      },
    ],
  },
  {
    id: "C20",
    what: "a quote that is never closed",
    cases: [
      {
        name: "in row 2 of a million",
        file: () => million('1,"Ann'),
        expected: refused("E_CSV_UNBALANCED", { row: 2 }),
      },
      {
        name: "in the last row",
        file: () => textFile('id,name\n1,Ann\n2,"Bob\n'),
        expected: refused("E_CSV_UNBALANCED", { row: 3 }),
      },
      {
        name: "in row 300,001, beyond every sample",
        file: () => textFile(`id,name\n${"1,Ann\n".repeat(299_999)}2,"Bob\n${"3,Cy\n".repeat(9)}`),
        expected: refused("E_CSV_UNBALANCED", { row: 300_001 }),
      },
    ],
  },
  {
    id: "C21",
    what: "one field of 64 MiB",
    cases: [
      {
        name: "without quotes",
        file: () => textFile("id,text\n1,", "x".repeat(64 * 1024 * 1024), "\n"),
        expected: refused("E_FIELD_TOO_LONG", { row: 2 }),
      },
      {
        name: "in quotes",
        file: () => textFile('id,text\n1,"', "x".repeat(64 * 1024 * 1024), '"\n'),
        expected: refused("E_FIELD_TOO_LONG", { row: 2 }),
      },
      {
        name: "of 1 MiB, the longest allowed",
        file: () => textFile("id,text\n1,", "x".repeat(1024 * 1024), "\n"),
        expected: reads({ rowsRead: 1 }),
      },
    ],
  },
  {
    id: "C22",
    what: "columns without end",
    cases: [
      {
        name: "100,000",
        file: () => textFile(`${"a,".repeat(99_999)}a\n${"1,".repeat(99_999)}1\n`),
        expected: refused("E_TOO_MANY_COLUMNS", { row: 1 }),
      },
      {
        name: "2,001",
        file: () => textFile(`${"a,".repeat(2_000)}a\n`),
        expected: refused("E_TOO_MANY_COLUMNS", { row: 1 }),
      },
      {
        name: "2,000, the most allowed",
        file: () => textFile(`${"a,".repeat(1_999)}a\n${"x,".repeat(1_999)}x\n`),
        expected: reads({ rowsRead: 1 }),
      },
    ],
  },
  {
    id: "C28",
    what: "equal headers",
    cases: [
      {
        name: "a, a, a",
        file: () => textFile("a,a,a\nx,y,z\n"),
        expected: reads({
          headers: ["a", "a (2)", "a (3)"],
          rows: [["x", "y", "z"]],
        }),
      },
      {
        name: "one that already has the number",
        file: () => textFile("a,a (2),a\nx,y,z\n"),
        expected: reads({ headers: ["a", "a (2)", "a (3)"], rows: [["x", "y", "z"]] }),
      },
    ],
  },
  {
    id: "C29",
    what: "empty headers",
    cases: [
      {
        name: "numbered",
        file: () => textFile("id,,  ,b,c\n1,x,y,z,w\n"),
        expected: reads({
          headers: ["id", "#2", "#3", "b", "c"],
          rows: [["1", "x", "y", "z", "w"]],
        }),
      },
    ],
  },
  {
    id: "C30",
    what: "headers that differ in width, case or blanks only",
    cases: [
      {
        name: "all kept",
        file: () => textFile("Name, name ,Ｎａｍｅ,NAME\na,b,c,d\n"),
        expected: reads({
          headers: ["Name", "name", "Ｎａｍｅ", "NAME"],
          rows: [["a", "b", "c", "d"]],
        }),
      },
    ],
  },
  {
    id: "C32",
    what: "rows with more or fewer cells than the header",
    cases: [
      {
        name: "kept, counted, the first surplus cell shown",
        file: () => textFile("id,a,b\n1,x,y,surplus,more\n2,x\n3,x,y,\n4,x,y\n"),
        expected: reads({
          rowsRead: 4,
          shown: [
            ["id", "a", "b"],
            ["1", "x", "y", "surplus", "more"],
            ["2", "x"],
            ["3", "x", "y", ""],
            ["4", "x", "y"],
          ],
          rows: [
            ["1", "x", "y"],
            ["2", "x", null],
            ["3", "x", "y"],
            ["4", "x", "y"],
          ],
          issues: { "ragged-row": 2 },
        }),
      },
      {
        name: "short rows first: every cell stays in its row",
        file: () => textFile("id,a\n1\n2,x\n3\n4,y\n"),
        expected: reads({
          rows: [
            ["1", null],
            ["2", "x"],
            ["3", null],
            ["4", "y"],
          ],
          issues: { "ragged-row": 2 },
        }),
      },
    ],
  },
  {
    id: "C33",
    what: "other delimiters",
    cases: [
      ...([";", "\t", "|"] as const).map((delimiter) => ({
        name: JSON.stringify(delimiter),
        file: () => textFile(["id,amount", "1,3", "2,4"].join("\n").replaceAll(",", delimiter)),
        expected: reads(
          {
            headers: ["id", "amount"],
            rows: [
              ["1", "3"],
              ["2", "4"],
            ],
          },
          `utf-8 ${delimiter}`,
        ),
      })),
      {
        name: "semicolons with decimal commas",
        file: () => textFile("id;amount\n1;3,5\n2;1.234,5\n"),
        expected: reads(
          {
            headers: ["id", "amount"],
            rows: [
              ["1", "3,5"],
              ["2", "1.234,5"],
            ],
          },
          "utf-8 ;",
        ),
      },
      {
        name: "a first line sep=;",
        file: () => textFile("sep=;\r\nid;a,b\r\n1;2,3\r\n"),
        expected: reads({ headers: ["id", "a,b"], rows: [["1", "2,3"]] }, "utf-8 ;"),
      },
      {
        name: "runs of blanks",
        file: () => textFile(" id    amount\n  1   3.50\n 22  14.00\n"),
        expected: reads({
          headers: ["id", "amount"],
          rows: [
            ["1", "3.50"],
            ["22", "14.00"],
          ],
        }),
      },
    ],
  },
  {
    id: "C34",
    what: "odd quotes",
    cases: [
      {
        name: "apostrophes, curly quotes, inches, backslashes: text",
        file: () => textFile('id,a\n1,O\'Brien\n2,“hi”\n3,5" pipe\n4,a\\"b\n'),
        expected: reads({
          rows: [
            ["1", "O'Brien"],
            ["2", "“hi”"],
            ["3", '5" pipe'],
            ["4", 'a\\"b'],
          ],
        }),
      },
      {
        name: "doubled quotes; blanks around quotes; quotes nobody doubled",
        file: () => textFile('id,a,b\n1,"say ""hi""","x"\n2, "y" ,z\n3,"He said "hi" to me",w\n'),
        expected: reads({
          rows: [
            ["1", 'say "hi"', "x"],
            ["2", "y", "z"],
            ["3", 'He said "hi" to me', "w"],
          ],
        }),
      },
      {
        name: "text behind a closing quote",
        file: () => textFile('id,a\n"1"x,b\n2,c\n'),
        expected: reads({
          rows: [
            ['"1"x', "b"],
            ["2", "c"],
          ],
        }),
      },
    ],
  },
  {
    id: "C35",
    what: "blank lines and lines of delimiters only",
    cases: [
      {
        name: "skipped and counted, the rest keeps its row numbers",
        file: () => textFile("\n\nid,a\n\n1,x\n,\n , \n2,y\n\n"),
        expected: reads({
          headers: ["id", "a"],
          rows: [
            ["1", "x"],
            ["2", "y"],
          ],
          issues: { "blank-row": 4 },
        }),
      },
      {
        name: "a million at the end",
        file: () => textFile("id,a\n1,x\n", "\n".repeat(1_000_000)),
        expected: reads({ rows: [["1", "x"]], issues: { "blank-row": 1_000_000 } }),
      },
      {
        name: "nothing but blank lines",
        file: () => textFile("\n\r\n\n  \n"),
        expected: reads({ reason: "empty", rowsRead: 0 }),
      },
    ],
  },
];
