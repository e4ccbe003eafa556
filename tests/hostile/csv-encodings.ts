import { encodeLegacy, encodeUtf16 } from "./encode";
import { reads, refused, textFile, type Family } from "./family";
import { digestOf } from "./outcome";

const utf8 = new TextEncoder();
const BOM = Uint8Array.from([0xef, 0xbb, 0xbf]);
const MARK_LE = Uint8Array.from([0xff, 0xfe]);
const MARK_BE = Uint8Array.from([0xfe, 0xff]);

const HEADERS = ["客户", "备注"];
const ROWS = [
  ["上海华联商贸有限公司", "下单以后第二天就到了，包装完好"],
  ["北京远大科技", "价格比去年贵了一些，还会再买"],
  ["广州市白云区新华书店", "请在周末以前送到仓库"],
];
const HANT_ROWS = [
  ["臺北資訊股份有限公司", "貨物在第二天送達，包裝完整"],
  ["高雄貿易行", "價格較去年貴，仍會再購買"],
];
const JAPANESE_ROWS = [
  ["株式会社さくら商事", "翌日に届きました。ありがとうございます"],
  ["東京デパート", "値段は去年より高いです"],
];

const tableText = (
  rows: readonly (readonly string[])[],
  delimiter = ",",
  headers = HEADERS,
): string => [headers, ...rows].map((row) => row.join(delimiter) + "\r\n").join("");

const right = (
  format: string,
  rows: readonly (readonly string[])[] = ROWS,
): ReturnType<typeof reads> => reads({ headers: HEADERS, rows, issues: {} }, format);

const FOUR_BYTE = [["㐀氏商行", "四字节𠮷野家与生僻字镕，还有表情😀"], ...ROWS];

/** Every second of these bytes pairs with the one before in GBK too. */
const VALID_IN_BOTH = "名称,备注\n客户,好的\n";

const mixed = (goodRows: number): File => {
  const good = utf8.encode(`客户,备注\n${"甲公司,已付款\n".repeat(goodRows)}`);
  return textFile(good, encodeLegacy("乙公司,未付款\n", "gb18030"));
};

/** Text whose pieces, wherever a reader cuts it, begin at each byte of a character as the padding grows. */
const STRADDLING_ROWS = 42_000;
const straddling = (padding: number): File =>
  textFile(`${"x".repeat(padding + 1)},备注\n`, "上海客户𠮷😀,好\n".repeat(STRADDLING_ROWS));
const STRADDLING_DIGEST = digestOf(
  new Array<readonly string[]>(STRADDLING_ROWS).fill(["上海客户𠮷😀", "好"]),
);

const LOST_END = utf8.encode("客户,备注\n上海,好\n北京,很好").slice(0, -1);

export const ENCODING_FAMILIES: readonly Family[] = [
  {
    id: "C01",
    what: "no bytes",
    cases: [{ name: "0 bytes", file: () => textFile(), expected: refused("E_FILE_EMPTY") }],
  },
  {
    id: "C02",
    what: "a byte order mark and nothing else",
    cases: [
      { name: "UTF-8", file: () => textFile(BOM), expected: refused("E_FILE_EMPTY") },
      { name: "UTF-16 LE", file: () => textFile(MARK_LE), expected: refused("E_FILE_EMPTY") },
      { name: "UTF-16 BE", file: () => textFile(MARK_BE), expected: refused("E_FILE_EMPTY") },
    ],
  },
  {
    id: "C05",
    what: "UTF-8 with a byte order mark",
    cases: [
      {
        name: "no header begins with U+FEFF",
        file: () => textFile(BOM, tableText(ROWS)),
        expected: right("utf-8 ,"),
      },
    ],
  },
  {
    id: "C06",
    what: "UTF-16 LE with mark and tabs, Excel's Unicode text",
    cases: [
      {
        name: "tabs",
        file: () => textFile(MARK_LE, encodeUtf16(tableText(ROWS, "\t"), "le")),
        expected: right("utf-16le \t"),
      },
    ],
  },
  {
    id: "C07",
    what: "UTF-16 BE with mark and tabs",
    cases: [
      {
        name: "tabs",
        file: () => textFile(MARK_BE, encodeUtf16(tableText(ROWS, "\t"), "be")),
        expected: right("utf-16be \t"),
      },
    ],
  },
  {
    id: "C08",
    what: "UTF-16 without a mark",
    cases: [
      {
        name: "LE",
        file: () => textFile(encodeUtf16(tableText(ROWS), "le")),
        expected: right("utf-16le ,"),
      },
      {
        name: "BE",
        file: () => textFile(encodeUtf16(tableText(ROWS), "be")),
        expected: right("utf-16be ,"),
      },
    ],
  },
  {
    id: "C09",
    what: "GBK",
    cases: [
      {
        name: "a page of Chinese",
        file: () => textFile(encodeLegacy(tableText(ROWS), "gb18030")),
        expected: right("gb18030 ,"),
      },
      {
        name: "three Chinese characters: right by default, and asked",
        file: () => textFile(encodeLegacy("客户,金额\n张,1\n", "gb18030")),
        expected: {
          kind: "read",
          format: "gb18030 ,",
          sheets: [{ headers: ["客户", "金额"], rows: [["张", "1"]] }],
        },
      },
    ],
  },
  {
    id: "C10",
    what: "GB 18030 with four-byte characters",
    cases: [
      {
        name: "㐀, 𠮷 and 😀",
        file: () => textFile(encodeLegacy(tableText(FOUR_BYTE), "gb18030")),
        expected: right("gb18030 ,", FOUR_BYTE),
      },
    ],
  },
  {
    id: "C11",
    what: "Big5",
    cases: [
      {
        name: "a page of traditional Chinese",
        file: () => textFile(encodeLegacy(tableText(HANT_ROWS, ",", ["客戶", "備註"]), "big5")),
        expected: reads({ headers: ["客戶", "備註"], rows: HANT_ROWS }, "big5 ,"),
      },
    ],
  },
  {
    id: "C12",
    what: "Shift_JIS",
    cases: [
      {
        name: "a page of Japanese",
        file: () =>
          textFile(encodeLegacy(tableText(JAPANESE_ROWS, ",", ["顧客", "備考"]), "shift_jis")),
        expected: reads({ headers: ["顧客", "備考"], rows: JAPANESE_ROWS }, "shift_jis ,"),
      },
    ],
  },
  {
    id: "C13",
    what: "windows-1252",
    cases: [
      {
        name: "German with umlauts and the euro sign",
        file: () =>
          textFile(
            encodeLegacy(
              "Kunde;Größe;Umsatz\nMüller;groß;9 €\nJäger & Söhne;klein;8 €\nWeiß;mittel;7 €\n",
              "windows-1252",
            ),
          ),
        expected: reads(
          {
            headers: ["Kunde", "Größe", "Umsatz"],
            rows: [
              ["Müller", "groß", "9 €"],
              ["Jäger & Söhne", "klein", "8 €"],
              ["Weiß", "mittel", "7 €"],
            ],
          },
          "windows-1252 ;",
        ),
      },
    ],
  },
  {
    id: "C14",
    what: "UTF-8 that turns into GBK",
    cases: [
      {
        name: "at row 100",
        file: () => mixed(98),
        expected: refused("E_ENCODING_MIXED", { row: 100, detail: `byte ${14 + 98 * 20}` }),
      },
      {
        name: "at row 100,000, beyond every sample",
        file: () => mixed(99_998),
        expected: refused("E_ENCODING_MIXED", {
          row: 100_000,
          detail: `byte ${14 + 99_998 * 20}`,
        }),
      },
    ],
  },
  {
    id: "C15",
    what: "bytes that are valid in UTF-8 and in GBK",
    cases: [
      {
        name: "UTF-8 it is",
        file: () => textFile(VALID_IN_BOTH),
        expected: reads({ headers: ["名称", "备注"], rows: [["客户", "好的"]] }, "utf-8 ,"),
      },
    ],
  },
  {
    id: "C16",
    what: "the last character is cut",
    cases: [
      {
        name: "UTF-8",
        file: () => textFile(LOST_END),
        expected: refused("E_ENCODING_TRUNCATED"),
      },
      {
        name: "UTF-8, one character of many ASCII ones",
        file: () => textFile(utf8.encode(`a,b\n${"1,2\n".repeat(500_000)}3,好`).slice(0, -1)),
        expected: refused("E_ENCODING_TRUNCATED"),
      },
      {
        name: "GBK",
        file: () => textFile(encodeLegacy(tableText(ROWS) + "上海,很好", "gb18030").slice(0, -1)),
        expected: refused("E_ENCODING_TRUNCATED"),
      },
      {
        name: "UTF-16 LE with a mark",
        file: () => textFile(MARK_LE, encodeUtf16(tableText(ROWS), "le").slice(0, -1)),
        expected: refused("E_ENCODING_TRUNCATED"),
      },
    ],
  },
  {
    id: "C17",
    what: "Chinese and emoji at every edge of a piece",
    cases: [0, 1, 2, 3].map((padding) => ({
      name: `1 MiB of text that begins ${padding} bytes later`,
      file: () => straddling(padding),
      expected: reads({ digest: STRADDLING_DIGEST, issues: {} }),
    })),
  },
  {
    id: "C24",
    what: "NUL",
    cases: [
      {
        name: "inside cells: kept visibly, and noted",
        file: () => textFile("id,name\n1,A\0nn\n2,Bob\n3,Cy\n4,Di\n5,Eve\n"),
        expected: reads({
          rows: [
            ["1", "A␀nn"],
            ["2", "Bob"],
            ["3", "Cy"],
            ["4", "Di"],
            ["5", "Eve"],
          ],
          issues: { "control-characters": 1 },
        }),
      },
      {
        name: "10 MB of it",
        file: () => textFile(new Uint8Array(10_000_000)),
        expected: refused("E_BINARY"),
      },
    ],
  },
  {
    id: "C25",
    what: "control characters and line separators that end no line",
    cases: [
      {
        name: "stored exactly, and noted",
        file: () =>
          textFile("id,a,b\n1,x\u0001y,p\u2028q\n2,x\u007fy,p\u2029q\n3,x\u0085y,p\u001fq\n"),
        expected: reads({
          rows: [
            ["1", "x\u0001y", "p\u2028q"],
            ["2", "x\u007fy", "p\u2029q"],
            ["3", "x\u0085y", "p\u001fq"],
          ],
          issues: { "control-characters": 6 },
        }),
      },
    ],
  },
  {
    id: "C26",
    what: "half of a surrogate pair",
    cases: [
      {
        name: "in UTF-16",
        file: () =>
          textFile(MARK_LE, encodeUtf16("客户名称,备注内容\n张三,好\n李\ud800四,好\n", "le")),
        expected: refused("E_ENCODING", { row: 3 }),
      },
      {
        name: "written as UTF-8 by a careless program",
        file: () =>
          textFile(
            utf8.encode("客户名称,备注内容\n张三,好\n李"),
            Uint8Array.from([0xed, 0xa0, 0x80]),
            utf8.encode("四,好\n"),
          ),
        expected: refused("E_ENCODING", { row: 3 }),
      },
    ],
  },
  {
    id: "C27",
    what: "text that turns around, hides or towers",
    cases: [
      {
        name: "kept as it is written",
        file: () =>
          textFile(
            `id,a\n1,user\u202egnp.exe\n2,A\u200bB\u2060C\n3,Z${"\u0301".repeat(200)}\n4,\u2067שלום\u2069\n`,
          ),
        expected: reads({
          rows: [
            ["1", "user\u202egnp.exe"],
            ["2", "A\u200bB\u2060C"],
            ["3", `Z${"\u0301".repeat(200)}`],
            ["4", "\u2067שלום\u2069"],
          ],
        }),
      },
    ],
  },
];
