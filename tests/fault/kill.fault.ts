import { readdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { findChromium } from "../../scripts/lib/browsers.mjs";
import { seededRng } from "../../src/kernel/base/rng";
import type { Finding } from "./harness/harness";
import { BACK_ENDS, KillableChromium, type BackEnd } from "./support/browsers";
import { HarnessServer } from "./support/server";
import { absent, tally } from "./support/tally";

const ROWS = 120_000;
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
/** Kills at a random moment of an import, for each back end. */
const RANDOM_KILLS = 12;
/** Longer than an import takes here, so that some kills come after the acknowledgement. */
const LATEST_KILL_MS = 900;

let server: HarnessServer;

beforeAll(async () => {
  server = await HarnessServer.start(inject("harnessDirectory"));
});

afterAll(() => {
  server.close();
});

/** One browser profile through many kills, with what was acknowledged and what was under way. */
class Trials {
  readonly #chromium: KillableChromium;
  #acknowledged: number | null = null;
  #pending: number | null = null;
  readonly #entries: string[] = [];
  #seed = 0;
  kills = 0;
  landedBefore = 0;
  landedAfter = 0;

  constructor(chromium: KillableChromium) {
    this.#chromium = chromium;
  }

  /** Starts, checks the oracle, begins the next import and kills. */
  async killAt(moment: (typeof STEPS)[number] | number): Promise<void> {
    const page = await this.#chromium.start(server.origin);
    const errors: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    this.#judge(await page.evaluate((rows) => window.harness.find(rows), ROWS));
    expect(errors).toEqual([]);
    server.forget();
    this.#seed++;
    this.#pending = this.#seed;
    const stopped = server.next("stopped");
    const imported = server.next("imported");
    const stopAt = typeof moment === "number" ? null : moment;
    // The page dies under this call; its end is of no interest.
    void page
      .evaluate(
        ([seed, rows, step]) => {
          void window.harness.keepAppending(`e${seed}`);
          return window.harness.importSeed(seed, rows, step);
        },
        [this.#seed, ROWS, stopAt] as const,
      )
      .catch(() => undefined);
    if (typeof moment === "number") await pause(moment);
    else
      await within(
        moment === "acknowledged" ? imported : stopped,
        20_000,
        `the import did not come to ${moment}`,
      );
    await this.#chromium.kill();
    this.kills++;
    this.#entries.push(...server.signals("appended"));
    if (server.signals("imported").length > 0) {
      this.#acknowledged = this.#seed;
      this.#pending = null;
    }
  }

  /** The start after the last kill. */
  async finish(): Promise<void> {
    const page = await this.#chromium.start(server.origin);
    this.#judge(await page.evaluate((rows) => window.harness.find(rows), ROWS));
  }

  /** The oracle of reliability.md 3.1. */
  #judge(found: Finding): void {
    const allowed = this.#pending === null ? [] : [this.#pending];
    expect([this.#acknowledged, ...allowed], "the active manifest").toContain(found.seed);
    if (found.seed === null) expect(found.boot).toBe("welcome");
    else expect(found.boot, found.reason).toBe("ready");
    expect(found.damage).toBe("");
    expect(found.whole, "all values of the seed").toBe(true);
    expect(found.rootMatches, "the root hash").toBe(true);
    expect(found.orphans, "orphans left after one start").toBe(0);
    expect(found.journalError).toBe("");
    expect(found.entries).toEqual(expect.arrayContaining(this.#entries));
    if (this.#pending === null) return;
    if (found.seed === this.#pending) this.landedAfter++;
    else this.landedBefore++;
    this.#acknowledged = found.seed;
  }

  entryCount(): number {
    return this.#entries.length;
  }
}

async function within<T>(promise: Promise<T>, milliseconds: number, message: string): Promise<T> {
  const expired = pause(milliseconds, undefined, { ref: false }).then(() => {
    throw new Error(message);
  });
  return Promise.race([promise, expired]);
}

/** The back end that the flags asked for is the one on disk. */
function expectBackEnd(profile: string, backEnd: BackEnd): void {
  const files = readdirSync(path.join(profile, "Default"), { recursive: true, encoding: "utf8" });
  const found = files.filter((file) => file.includes("IndexedDB") || file.includes("WebStorage"));
  const levelDb = found.some((file) => file.includes("indexeddb.leveldb"));
  expect(levelDb, found.join("\n")).toBe(backEnd === "leveldb");
}

describe.each(BACK_ENDS)("an import on Chromium's %s back end", (backEnd) => {
  it("is seen whole or not at all after SIGKILL at any step or moment (G1)", async (context) => {
    const program = findChromium();
    if (program === null) return absent("Chromium", context.skip);
    const chromium = new KillableChromium(program, backEnd);
    const trials = new Trials(chromium);
    const rng = seededRng(20_261_122);
    try {
      for (const step of STEPS) await trials.killAt(step);
      for (let i = 0; i < RANDOM_KILLS; i++) await trials.killAt(rng.below(LATEST_KILL_MS));
      await trials.finish();
      expectBackEnd(chromium.profile, backEnd);
    } finally {
      await chromium.dispose();
    }
    const { kills, landedBefore, landedAfter } = trials;
    tally(
      `SIGKILL ${backEnd}: ${kills} kills (${STEPS.length} at named steps, ${RANDOM_KILLS} at random), ` +
        `0 half-visible; unacknowledged imports: ${landedBefore} absent, ${landedAfter} whole; ` +
        `${trials.entryCount()} acknowledged journal entries, 0 lost`,
    );
  });
});
