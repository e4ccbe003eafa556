import { MAX_TEXT_BYTES } from "../../src/ingest/limits";
import { refused, type Family } from "./family";

const ROW = new TextEncoder().encode("a\n");
const BLOCK = new Uint8Array(1024 * 1024).map((_, i) => ROW[i % ROW.length]!);

/** "A billion rows": a file of the largest size that is allowed, made as it is read and never held. */
class EndlessFile extends File {
  constructor() {
    super([], "endless.csv");
    Object.defineProperty(this, "size", { value: MAX_TEXT_BYTES });
  }
  override slice(from = 0, to = this.size): Blob {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for (let at = from; at < Math.min(to, this.size); at += BLOCK.length) {
      // rows are two bytes long: every even offset begins one
      const start = at % ROW.length;
      parts.push(BLOCK.subarray(start, Math.min(BLOCK.length, to - at + start)));
    }
    return new Blob(parts);
  }
  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    let at = 0;
    return new ReadableStream({
      pull: (controller) => {
        if (at >= this.size) controller.close();
        else controller.enqueue(BLOCK.slice());
        at += BLOCK.length;
      },
    });
  }
}

/** Larger than any text file may be, by its word alone. */
class HugeFile extends File {
  constructor() {
    super(["a,b\n1,2\n"], "huge.csv");
    Object.defineProperty(this, "size", { value: MAX_TEXT_BYTES + 1 });
  }
}

export const ENDLESS_FAMILIES: readonly Family[] = [
  {
    id: "C23",
    what: "rows without end",
    cases: [
      {
        name: "a billion rows of two bytes, made while they are read",
        file: () => new EndlessFile(),
        expected: refused("E_TOO_MANY_ROWS", { row: 20_000_001 }),
        withinMs: 60_000,
        isLong: true,
      },
      {
        name: "a file that is larger than 2 GiB",
        file: () => new HugeFile(),
        expected: refused("E_FILE_TOO_LARGE"),
      },
    ],
  },
];
