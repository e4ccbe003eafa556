import { setTimeout as pause } from "node:timers/promises";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { findChromium } from "../../scripts/lib/browsers.mjs";
import { seededRng } from "../../src/kernel/base/rng";
import { HarnessServer } from "./support/server";
import { absent, tally } from "./support/tally";

const ROWS = 40_000;
const ROUNDS = 20;
const STALE_WRITES = 10;

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

/** Runs with a browser profile of its own, so that one test leaves nothing to the next. */
async function inContext(body: (context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await browser!.newContext();
  try {
    await body(context);
  } finally {
    await context.close();
  }
}

async function open(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(server.origin);
  return page;
}

describe("two tabs", () => {
  it("import one after the other at the same moment, none is lost (G9)", async (test) => {
    if (browser === null) return absent("Chromium", test.skip);
    await inContext(async (context) => {
      const pages = [await open(context), await open(context)] as const;
      const rng = seededRng(9);
      let waits = 0;
      for (let round = 0; round < ROUNDS; round++) {
        const results = await Promise.all(
          pages.map(async (page, i) => {
            await pause(rng.below(10));
            return page.evaluate(([seed, rows]) => window.harness.addImport(seed, rows), [
              round * 2 + i + 1,
              ROWS,
            ] as const);
          }),
        );
        expect(results.map((result) => result.code)).toEqual(["", ""]);
        for (const { waitedMs } of results) {
          expect(waitedMs, "told of waiting").toBeLessThan(1000);
          if (waitedMs >= 0) waits++;
        }
      }
      const manifest = await pages[0].evaluate(() => window.harness.manifest());
      expect(manifest?.revision).toBe(2 * ROUNDS);
      const ids = manifest?.imports.map((one) => Number(one.importId)).toSorted((a, b) => a - b);
      expect(ids).toEqual(Array.from({ length: 2 * ROUNDS }, (_, i) => i + 1));
      tally(
        `two tabs: ${2 * ROUNDS} imports in ${ROUNDS} pairs, all serial, 0 lost; ${waits} waited`,
      );
    });
  });

  it("do not lose an import to one that does not look before it writes", async (test) => {
    if (browser === null) return absent("Chromium", test.skip);
    await inContext(async (context) => {
      const [a, b] = [await open(context), await open(context)];
      const results = await Promise.all(
        [a, b].map((page, i) =>
          page.evaluate(([seed, rows]) => window.harness.importSeed(seed, rows), [
            i + 1,
            ROWS,
          ] as const),
        ),
      );
      const stored = results.filter((result) => result.ok).length;
      const manifest = await a.evaluate(() => window.harness.manifest());
      expect(manifest?.revision).toBe(stored);
      for (const result of results) if (!result.ok) expect(result.error.code).toBe("E_STALE_TAB");
    });
  });
});

const NEWER = { version: 3, minReader: 3, minWriter: 3 } as const;

describe("an older build", () => {
  it("writes nothing after a newer one has upgraded, and knows it at once (G9, D2)", async (test) => {
    if (browser === null) return absent("Chromium", test.skip);
    await inContext(async (context) => {
      const older = await open(context);
      await older.evaluate((rows) => window.harness.importSeed(1, rows), ROWS);
      await older.evaluate(() => window.harness.append("before"));
      const newer = await open(context);
      await newer.evaluate((schema) => window.harness.useSchema(schema), NEWER);
      expect(await newer.evaluate(async () => (await window.harness.boot()).kind)).toBe("ready");
      expect(await newer.evaluate(() => window.harness.append("newer"))).toBe("");
      expect(await older.evaluate(() => window.harness.ended())).toBe("replaced");
      const codes = new Set<string>();
      for (let i = 0; i < STALE_WRITES; i++) {
        codes.add(await older.evaluate((id) => window.harness.append(id), `stale-${i}`));
        const result = await older.evaluate((rows) => window.harness.importSeed(2, rows), ROWS);
        codes.add(result.ok ? "" : result.error.code);
      }
      expect([...codes]).toEqual(["E_STALE_TAB"]);
      const found = await newer.evaluate((rows) => window.harness.find(rows), ROWS);
      expect(found).toMatchObject({ boot: "ready", seed: 1, revision: 1, whole: true });
      expect(found.entries).toEqual(["before", "newer"]);
      tally(`older build, tab kept open: 0 of ${2 * STALE_WRITES} writes accepted`);
    });
  });

  it("opened on newer data writes nothing and says that it is older (I11, D1)", async (test) => {
    if (browser === null) return absent("Chromium", test.skip);
    await inContext(async (context) => {
      const newer = await open(context);
      await newer.evaluate((schema) => window.harness.useSchema(schema), NEWER);
      await newer.evaluate((rows) => window.harness.importSeed(1, rows), ROWS);
      await newer.evaluate(() => window.harness.append("newer"));
      const older = await open(context);
      expect(await older.evaluate(async () => (await window.harness.boot()).kind)).toBe("newer");
      const codes = new Set<string>();
      for (let i = 0; i < STALE_WRITES; i++) {
        codes.add(await older.evaluate((id) => window.harness.append(id), `older-${i}`));
        const result = await older.evaluate((rows) => window.harness.importSeed(2, rows), ROWS);
        codes.add(result.ok ? "" : result.error.code);
      }
      expect([...codes]).toEqual(["E_DB_NEWER"]);
      const found = await newer.evaluate((rows) => window.harness.find(rows), ROWS);
      expect(found).toMatchObject({ boot: "ready", seed: 1, whole: true, entries: ["newer"] });
      tally(`older build, opened on newer data: 0 of ${2 * STALE_WRITES} writes accepted`);
    });
  });

  it("writes nothing to data that ask for a newer writer, though it may read them (R5)", async (test) => {
    if (browser === null) return absent("Chromium", test.skip);
    await inContext(async (context) => {
      const older = await open(context);
      await older.evaluate((rows) => window.harness.importSeed(1, rows), ROWS);
      const newer = await open(context);
      await newer.evaluate(() => window.harness.requireWriter(2));
      const codes = new Set<string>();
      for (let i = 0; i < STALE_WRITES; i++) {
        const result = await older.evaluate((rows) => window.harness.importSeed(2, rows), ROWS);
        codes.add(result.ok ? "" : result.error.code);
      }
      expect([...codes]).toEqual(["E_DB_NEWER"]);
      const found = await older.evaluate((rows) => window.harness.find(rows), ROWS);
      expect(found).toMatchObject({ boot: "ready", seed: 1, whole: true });
      tally(`older build, minWriter raised under it: 0 of ${STALE_WRITES} writes accepted`);
    });
  });
});
