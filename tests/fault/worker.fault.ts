import { chromium, type Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { findChromium } from "../../scripts/lib/browsers.mjs";
import { seededRng } from "../../src/kernel/base/rng";
import { HarnessServer } from "./support/server";
import { absent, tally } from "./support/tally";

const ROWS = 150_000;
const STEPS = [
  "before:batch:1",
  "after:batch:2",
  "before:verify",
  "before:flip",
  "after:flip",
] as const;
const RANDOM_ENDS = 15;
const LATEST_END_MS = 600;

const program = findChromium();
let server: HarnessServer;
let browser: Browser | null = null;

beforeAll(async () => {
  server = await HarnessServer.start(inject("harnessDirectory"));
  if (program === null) return;
  browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
});

afterAll(async () => {
  await browser?.close();
  server.close();
});

describe("an import in a worker", () => {
  it("is seen whole or not at all after the worker is terminated (I3)", async (context) => {
    if (browser === null) return absent("Chromium", context.skip);
    const page = await browser.newPage();
    await page.goto(server.origin);
    const rng = seededRng(3);
    const ends = [
      ...STEPS.map((stopAt) => ({ stopAt, afterMs: 0 })),
      ...Array.from({ length: RANDOM_ENDS }, () => ({
        stopAt: null,
        afterMs: rng.below(LATEST_END_MS),
      })),
    ];
    let current: number | null = null;
    let whole = 0;
    for (const [i, end] of ends.entries()) {
      const seed = i + 1;
      const said = await page.evaluate(
        ([number, rows, how]) => window.harness.importInWorker(number, rows, how),
        [seed, ROWS, end] as const,
      );
      const found = await page.evaluate((rows) => window.harness.find(rows), ROWS);
      const mayShow = said === "stored" ? [seed] : [current, seed];
      expect(mayShow, said).toContain(found.seed);
      expect(found, said).toMatchObject({ whole: true, damage: "", orphans: 0 });
      if (found.seed === seed) whole++;
      current = found.seed;
    }
    await page.close();
    tally(
      `worker terminated: ${ends.length} times (${STEPS.length} at named steps), 0 half-visible; ` +
        `${whole} whole, ${ends.length - whole} absent; the page went on without a reload`,
    );
  });
});
