import { describe, expect, it } from "vitest";
import { cpuMs } from "./cpu-time";
import { textFile } from "./family";
import { outcomeOf } from "./outcome";

/** What a reader that looks ahead or back may read again and again (C42). */
const BAITS: readonly (readonly [string, (count: number) => string])[] = [
  ["quotes only", (count) => `id,a\n${'""""'.repeat(count)}\n`],
  ["quoted fields with text behind", (count) => `id,a\n${'"a"x,b\n'.repeat(count)}`],
  ["quotes that open after a blank and never close", (count) => `id,a\n${'1, "b\n'.repeat(count)}`],
  ["delimiters only", (count) => `id,a\n${",\n".repeat(count)}`],
  ["quotes inside unquoted fields", (count) => `id,a\n${'1,5" x 3"\n'.repeat(count)}`],
  [
    "blanks inside a cell with blanks at its ends",
    (count) => `id,a\n1," a${" ".repeat(count)}b "\n`,
  ],
  ["brackets in a header", (count) => `id,${"(".repeat(count)}\n1,2\n`],
  ["capitals in a header", (count) => `id,${"aB".repeat(count)}\n1,2\n`],
  ["dates and times in one cell", (count) => `id,a\n1,2024-01-01 ${"1:".repeat(count)}\n`],
  ["digits and separators in one cell", (count) => `id;a\n1;${"1,".repeat(count)}\n`],
  ["one quoted field of many lines", (count) => `id,a\n1,"${"x\n".repeat(count)}"\n`],
];
const COUNT = 20_000;
const GROWTH = 8;

async function shortestMs(text: string): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 3; run++) {
    const startMs = cpuMs();
    await outcomeOf(textFile(text));
    times.push(cpuMs() - startMs);
  }
  return Math.min(...times);
}

describe("text that baits a quadratic reader (C42)", () => {
  it.each(BAITS)(
    "%s: eight times the text takes less than sixteen times the time",
    async (_, bait) => {
      await outcomeOf(textFile(bait(COUNT)));
      const small = await shortestMs(bait(COUNT));
      const large = await shortestMs(bait(COUNT * GROWTH));
      // a quadratic reader takes 64 times as long; a few milliseconds of the small one are fixed costs
      expect(large).toBeLessThan(2 * GROWTH * Math.max(small, 30));
    },
  );
});
