import { chromium, firefox } from "playwright";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { AtomicityReport } from "./harness/atomicity";
import { findChromium, findFirefox } from "./support/browsers";
import { HarnessServer } from "./support/server";
import { absent, tally } from "./support/tally";
import { WebKitSession, findWebKit } from "./support/webkit";

let server: HarnessServer;

beforeAll(async () => {
  server = await HarnessServer.start(inject("harnessDirectory"));
});

afterAll(() => {
  server.close();
});

/** F3: our transactions are all or nothing in every engine, whatever the body waits for. */
function expectAtomic(engine: string, report: AtomicityReport): void {
  const { plainForeignDigest, plainForeignFetch, durability } = report;
  tally(
    `atomicity ${engine}: own transaction 0 of 8 rows left by 4 broken bodies; plain Dexie leaves ` +
      `${plainForeignDigest} (digest) and ${plainForeignFetch} (fetch) of 2; durability ${durability}`,
  );
  expect(report).toMatchObject({
    ownThrow: 0,
    ownForeignDigest: 0,
    ownForeignFetch: 0,
    ownAsyncBody: 0,
    ownKept: 2,
  });
  expect(report.errors).toHaveLength(4);
  for (const error of report.errors) expect(error).toMatch(/^E_INTERNAL/);
}

describe("a write transaction", () => {
  it("is all or nothing in Chromium, foreign waits included", async (context) => {
    const executablePath = findChromium();
    if (executablePath === null) return absent("Chromium", context.skip);
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    try {
      const page = await browser.newPage();
      await page.goto(server.origin);
      const report = await page.evaluate(() => window.atomicity());
      expectAtomic("Chromium", report);
      expect(report.durability).toBe("readwrite:strict");
    } finally {
      await browser.close();
    }
  });

  it("is all or nothing in Firefox, foreign waits included", async (context) => {
    const executablePath = findFirefox();
    if (executablePath === null) return absent("Firefox", context.skip);
    const browser = await firefox.launch({ executablePath, channel: "moz-firefox" });
    try {
      const page = await browser.newPage();
      await page.goto(server.origin);
      const report = await page.evaluate(() => window.atomicity());
      expectAtomic("Firefox", report);
      expect(report.durability).toBe("readwrite:strict");
    } finally {
      await browser.close();
    }
  });

  it("is all or nothing in WebKitGTK, foreign waits included", async (context) => {
    const programs = findWebKit();
    if (programs === null) {
      return absent("WebKitGTK (WebKitWebDriver, MiniBrowser, xvfb-run)", context.skip);
    }
    const session = await WebKitSession.start(programs, 20_000 + (process.pid % 20_000));
    try {
      await session.open(server.origin);
      const report = await session.evaluate("window.atomicity()");
      expectAtomic("WebKitGTK", report as AtomicityReport);
    } finally {
      await session.stop();
    }
  });
});
