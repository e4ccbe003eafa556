import { readdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { seededRng } from "../../../src/kernel/base/rng";
import { times } from "../support/counts";
import { Oracle } from "../support/oracle";
import { ProfiledBrowser, storeHere, within } from "../support/profiles";
import { HarnessServer } from "../support/server";
import { findingOf } from "../support/start-finding";
import { absent, tally } from "../support/tally";

/** Two chunks a column; values on both sides of the size from which a store keeps them in files of their own. */
const ROWS = 70_000;
/** Every named step of an import, in order; some of them several times over. */
const STEPS = [
  "before:batch:1",
  "after:batch:1",
  "before:batch:2",
  "after:batch:3",
  "before:batch:4",
  "before:verify",
  "after:verify",
  "before:flip",
  "inside:flip",
  "after:flip",
  // Two whole imports make the third one sweep; each is killed right after its acknowledgement.
  "acknowledged",
  "acknowledged",
  "before:sweep",
  "after:sweep",
] as const;
/** Longer than an import takes here, so that some kills come after the acknowledgement. */
const LATEST_KILL_MS = 600;

const store = storeHere();
const isChromium = store.name.startsWith("Chromium");
/** Kills at a random moment of an import, beside those at named steps: 40 and 20 in all, 400 and 100 in the long run. */
const RANDOM_KILLS = (isChromium ? times(40, 400) : times(20, 100)) - STEPS.length;

let server: HarnessServer;

beforeAll(async () => {
  server = await HarnessServer.start(inject("harnessDirectory"));
});

afterAll(() => {
  server.close();
});

type Moment = (typeof STEPS)[number] | number;

/** Starts on the profile, judges what is there, begins the next import and kills at the moment. */
async function killAt(browser: ProfiledBrowser, oracle: Oracle, moment: Moment): Promise<void> {
  const page = await browser.start();
  oracle.judge(await findingOf(page, ROWS));
  expect(page.complaints()).toEqual([]);
  server.forget();
  const seed = oracle.begin();
  const stopped = server.next("stopped");
  const imported = server.next("imported");
  // The page dies under these calls; their ends are of no interest.
  void page.call("keepAppending", `e${seed}`);
  void page.call("importSeed", seed, ROWS, typeof moment === "number" ? null : moment);
  if (typeof moment === "number") await pause(moment);
  else await within(moment === "acknowledged" ? imported : stopped, 60_000, moment);
  await browser.kill();
  oracle.heard(server.signals("appended"), server.signals("imported").length > 0);
}

describe(`an import on ${store.name}`, () => {
  it("is seen whole or not at all after SIGKILL at any step or moment (I1, G1, G8)", async (context) => {
    if (!store.isHere) return absent(store.name, context.skip);
    const browser = new ProfiledBrowser(store, server);
    const oracle = new Oracle();
    const rng = seededRng(20_261_122);
    try {
      for (const step of STEPS) await killAt(browser, oracle, step);
      for (let i = 0; i < RANDOM_KILLS; i++)
        await killAt(browser, oracle, rng.below(LATEST_KILL_MS));
      const page = await browser.start();
      oracle.judge(await findingOf(page, ROWS));
      if (isChromium) expectBackEnd(browser.folder());
    } finally {
      await browser.dispose();
    }
    const { absentAfter, wholeAfter } = oracle;
    tally(
      `I1 SIGKILL ${store.name}: ${STEPS.length + RANDOM_KILLS} kills (${STEPS.length} at named steps), ` +
        `0 half-visible; unacknowledged imports: ${absentAfter} absent, ${wholeAfter} whole; ` +
        `${oracle.entryCount()} acknowledged journal entries, 0 lost`,
    );
  });
});

/** The back end that the flags asked for is the one on disk. */
function expectBackEnd(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const isLevelDb = files.some((file) => file.includes("indexeddb.leveldb"));
  expect(isLevelDb, files.join("\n")).toBe(store.name === "Chromium LevelDB");
}
