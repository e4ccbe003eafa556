import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { seededRng } from "../../../src/kernel/base/rng";
import { times } from "../support/counts";
import { ProfiledBrowser, storeHere } from "../support/profiles";
import { HarnessServer } from "../support/server";
import { findingOf } from "../support/start-finding";
import { absent, tally } from "../support/tally";

const ROWS = 70_000;
const STEPS = [
  "before:batch:1",
  "after:batch:2",
  "before:verify",
  "before:flip",
  "after:flip",
] as const;
const RANDOM_ENDS = times(15, 95);
const LATEST_END_MS = 400;

const store = storeHere();
let server: HarnessServer;

beforeAll(async () => {
  server = await HarnessServer.start(inject("harnessDirectory"));
});

afterAll(() => {
  server.close();
});

describe(`an import in a worker on ${store.name}`, () => {
  it("is seen whole or not at all after the worker is terminated (I3)", async (context) => {
    if (!store.isHere) return absent(store.name, context.skip);
    const browser = new ProfiledBrowser(store, server);
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
    try {
      const page = await browser.start();
      for (const [i, end] of ends.entries()) {
        const seed = i + 1;
        const said = await page.call("importInWorker", seed, ROWS, end);
        const found = await findingOf(page, ROWS);
        const mayShow = said === "stored" ? [seed] : [current, seed];
        expect(mayShow, said).toContain(found.seed);
        expect(found, said).toMatchObject({ whole: true, damage: "", orphans: 0 });
        if (found.seed === seed) whole++;
        current = found.seed;
      }
      expect(page.complaints()).toEqual([]);
    } finally {
      await browser.dispose();
    }
    tally(
      `I3 worker terminated ${store.name}: ${ends.length} times (${STEPS.length} at named steps), 0 half-visible; ` +
        `${whole} whole, ${ends.length - whole} absent; the page went on without a reload`,
    );
  });
});
