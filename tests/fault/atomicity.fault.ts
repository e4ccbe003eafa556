import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { ENGINES } from "../engines/support/engines";
import type { AtomicityReport } from "./harness/atomicity";
import { HarnessServer } from "./support/server";
import { absent, tally } from "./support/tally";

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

describe.each(ENGINES)("a write transaction in $name", ({ name, isHere, start }) => {
  it("is all or nothing, foreign waits included", async (context) => {
    if (!isHere) return absent(name, context.skip);
    const engine = await start();
    try {
      const page = await engine.newPage();
      await page.open(server.origin);
      const report = await page.run(() => window.atomicity());
      expectAtomic(name, report);
      // WebKit does not say how durable a transaction is.
      if (name !== "WebKitGTK") expect(report.durability).toBe("readwrite:strict");
    } finally {
      await engine.close();
    }
  });
});
