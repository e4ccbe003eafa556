import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { ProfiledBrowser, storeHere } from "../support/profiles";
import { HarnessServer } from "../support/server";
import { absent, tally } from "../support/tally";

const store = storeHere();
let server: HarnessServer;

beforeAll(async () => {
  server = await HarnessServer.start(inject("harnessDirectory"));
});

afterAll(() => {
  server.close();
});

describe(`a write transaction on ${store.name}`, () => {
  it("is all or nothing, foreign waits included, and strict (F3, F8)", async (context) => {
    if (!store.isHere) return absent(store.name, context.skip);
    const browser = new ProfiledBrowser(store, server);
    try {
      const page = await browser.start();
      const report = await page.call("atomicity");
      const { plainForeignDigest, plainForeignFetch, durability } = report;
      tally(
        `F3 atomicity ${store.name}: own transaction 0 of 8 rows left by 4 broken bodies; plain Dexie leaves ` +
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
      // WebKit does not say how durable a transaction is.
      if (store.name !== "WebKitGTK") expect(report.durability).toBe("readwrite:strict");
    } finally {
      await browser.dispose();
    }
  });
});
