import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { findChromium } from "../../../scripts/lib/browsers.mjs";
import { KillableChromium } from "../support/browsers";
import { storeHere } from "../support/profiles";
import { HarnessServer } from "../support/server";
import { unlessBusy } from "../support/start-finding";
import { absent, tally } from "../support/tally";

const ROWS = 150_000;
/** From no room at all to not quite enough beside the old data, so that it runs out at different writes. */
const QUOTAS = [1, 2_500_000, 3_500_000, 4_000_000] as const;

const store = storeHere();
let server: HarnessServer;

beforeAll(async () => {
  server = await HarnessServer.start(inject("harnessDirectory"));
});

afterAll(() => {
  server.close();
});

describe(`a quota below the need on ${store.name}`, () => {
  it("leaves the old data whole, and the retry succeeds when there is room again (F9)", async (context) => {
    const program = findChromium();
    if (program === null) return absent("Chromium", context.skip);
    const chromium = new KillableChromium(
      program,
      store.name === "Chromium SQLite" ? "sqlite" : "leveldb",
    );
    try {
      const page = await chromium.start(server.origin);
      const first = await page.evaluate((rows) => window.harness.importSeed(1, rows), ROWS);
      expect(first.ok).toBe(true);
      await chromium.kill();
      const codes: string[] = [];
      let current = 1;
      for (const quotaSize of QUOTAS) {
        const code = await importWithin(chromium, quotaSize, current);
        codes.push(code);
        if (code === "stored") current++;
      }
      expect(codes[0]).toBe("E_QUOTA");
      expect(codes.every((code) => code === "E_QUOTA" || code === "stored")).toBe(true);
      const roomy = await chromium.start(server.origin);
      const again = await roomy.evaluate((rows) => window.harness.importSeed(9, rows), ROWS);
      expect(again.ok).toBe(true);
      tally(
        `I5 quota ${store.name}: ${QUOTAS.length} imports at rising quotas: ${codes.join(", ")}; ` +
          "the right data whole after each, stored when there was room",
      );
    } finally {
      await chromium.dispose();
    }
  });
});

/** Chromium remembers for half a minute how much room there is, so each quota needs a start of its own. */
async function importWithin(
  chromium: KillableChromium,
  quotaSize: number,
  current: number,
): Promise<string> {
  const page = await chromium.start(server.origin);
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: server.origin, quotaSize });
  const result = await page.evaluate(([seed, rows]) => window.harness.importSeed(seed, rows), [
    current + 1,
    ROWS,
  ] as const);
  const found = await unlessBusy(() => page.evaluate((rows) => window.harness.find(rows), ROWS));
  expect(found).toMatchObject({
    boot: "ready",
    seed: result.ok ? current + 1 : current,
    whole: true,
    damage: "",
  });
  await chromium.kill();
  return result.ok ? "stored" : result.error.code;
}
