import { reads, refused, textFile, type Family } from "./family";
import { MARKUP_PAYLOADS, quoted } from "./markup-payloads";

const OBJECT_NAMES = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "__parsed_extra",
  "valueOf",
  "length",
];

const FORMULAS = ['=HYPERLINK("http://sink.invalid","x")', "@SUM(1)", "+cmd|' /C calc'!A0", "-2+3"];

const NAMES = [
  "<img src=x onerror=__pwn=1>.csv",
  `${"长".repeat(296)}.csv`,
  "\u202evsc.exe",
  "../../etc/passwd",
  "C:\\windows\\system32.csv",
];

/** A file whose bytes can be read until `goodBytes` of it were given out, as when a disk is unplugged. */
class FadingFile extends File {
  #left: number;
  constructor(text: string, goodBytes: number) {
    super([text], "table.csv");
    this.#left = goodBytes;
  }
  override slice(from?: number, to?: number): Blob {
    const part = super.slice(from, to);
    this.#left -= part.size;
    if (this.#left >= 0) return part;
    return Object.assign(part, {
      arrayBuffer: gone,
      bytes: gone,
      text: gone,
      stream: (): ReadableStream =>
        new ReadableStream({
          start(controller) {
            controller.error(goneError());
          },
        }),
    });
  }
  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    return this.slice(0, this.size).stream();
  }
  override arrayBuffer(): Promise<ArrayBuffer> {
    return this.slice(0, this.size).arrayBuffer();
  }
}

const goneError = (): DOMException => new DOMException("gone", "NotReadableError");
const gone = (): Promise<never> => Promise.reject(goneError());

const TABLE = `id,name\n${"1,Ann\n".repeat(500_000)}`;

export const CONTENT_FAMILIES: readonly Family[] = [
  {
    id: "C31",
    what: "headers and cells that name object members",
    cases: [
      {
        name: "all columns and values kept",
        file: () => textFile(`id,${OBJECT_NAMES.join(",")}\n1,${OBJECT_NAMES.join(",")}\n`),
        expected: reads({
          headers: ["id", ...OBJECT_NAMES],
          rows: [["1", ...OBJECT_NAMES]],
          issues: {},
        }),
      },
      {
        name: "as keys",
        file: () => textFile(`id,a\n${OBJECT_NAMES.map((name) => `${name},1\n`).join("")}`),
        expected: reads({ rows: OBJECT_NAMES.map((name) => [name, "1"]), issues: {} }),
      },
    ],
  },
  {
    id: "C36",
    what: "formulas",
    cases: [
      {
        name: "literal text",
        file: () =>
          textFile(`id,a\n${FORMULAS.map((text, i) => `${i + 1},${quoted(text)}\n`).join("")}`),
        expected: reads({ rows: FORMULAS.map((text, i) => [String(i + 1), text]), issues: {} }),
      },
    ],
  },
  {
    id: "C37",
    what: `${MARKUP_PAYLOADS.length} payloads of markup and script`,
    cases: [
      {
        name: "as cells: literal text",
        file: () =>
          textFile(`id,a\n${MARKUP_PAYLOADS.map((text, i) => `${i},${quoted(text)}\n`).join("")}`),
        expected: reads({ rows: MARKUP_PAYLOADS.map((text, i) => [String(i), text]) }),
      },
      {
        name: "as headers: literal text",
        file: () =>
          textFile(
            `id,${MARKUP_PAYLOADS.map(quoted).join(",")}\n1,${MARKUP_PAYLOADS.map(() => "x").join(",")}\n`,
          ),
        expected: reads({ headers: ["id", ...MARKUP_PAYLOADS], rowsRead: 1, issues: {} }),
      },
    ],
  },
  {
    id: "C38",
    what: "names with markup, of 300 characters, turned around, with paths",
    cases: NAMES.map((name) => ({
      name: JSON.stringify(name.length > 60 ? `${name.slice(0, 20)}…` : name),
      file: () => new File(["id,a\n1,x\n"], name),
      expected: reads({ headers: ["id", "a"], rows: [["1", "x"]] }),
    })),
  },
  {
    id: "C40",
    what: "the file changes or goes away while it is read",
    cases: [0, 5_000, 300_000, 2_500_000].map((goodBytes) => ({
      name: `after ${goodBytes.toLocaleString("en")} bytes`,
      file: () => new FadingFile(TABLE, goodBytes),
      expected: refused("E_FILE_CHANGED"),
    })),
  },
];
