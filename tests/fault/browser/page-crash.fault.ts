import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { seededRng } from "../../../src/kernel/base/rng";
import { times } from "../support/counts";
import { Oracle } from "../support/oracle";
import { ProfiledBrowser, storeHere, within } from "../support/profiles";
import { HarnessServer } from "../support/server";
import { findingOf } from "../support/start-finding";
import { absent, tally } from "../support/tally";

const ROWS = 70_000;
/** Longer than an import takes here. */
const LATEST_MS = 500;
const STEPS = [
  "after:batch:1",
  "before:verify",
  "before:flip",
  "inside:flip",
  "after:flip",
] as const;
const KILLS = times(5, 25);

const store = storeHere();
let server: HarnessServer;

beforeAll(async () => {
  server = await HarnessServer.start(inject("harnessDirectory"));
});

afterAll(() => {
  server.close();
});

describe(`the process of the page on ${store.name}`, () => {
  it("dies in mid import and leaves all of it or nothing (I2)", async (context) => {
    if (!store.isHere) return absent(store.name, context.skip);
    const browser = new ProfiledBrowser(store, server);
    const oracle = new Oracle();
    const rng = seededRng(2);
    let killed = 0;
    try {
      for (let i = 0; i < KILLS; i++) {
        const page = await browser.start();
        oracle.judge(await findingOf(page, ROWS));
        server.forget();
        const seed = oracle.begin();
        const step = STEPS[i] ?? null;
        const stopped = server.next("stopped");
        void page.call("importSeed", seed, ROWS, step);
        if (step === null) await pause(rng.below(LATEST_MS));
        else await within(stopped, 60_000, step);
        killed += browser.killPages();
        oracle.heard([], server.signals("imported").length > 0);
        // The browser itself goes on, closes what the page left open, and ends in good order.
        await browser.quit();
      }
      oracle.judge(await findingOf(await browser.start(), ROWS));
    } finally {
      await browser.dispose();
    }
    expect(killed).toBeGreaterThanOrEqual(KILLS);
    const { absentAfter, wholeAfter } = oracle;
    tally(
      `I2 page process ${store.name}: ${KILLS} kills, 0 half-visible; ${absentAfter} absent, ${wholeAfter} whole`,
    );
  });
});
