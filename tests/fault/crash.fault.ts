import { cpSync, readdirSync, rmSync, statSync, truncateSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { seededRng, type Rng } from "../../src/kernel/base/rng";
import type { Finding } from "./harness/harness";
import { times } from "./support/counts";
import { Oracle } from "./support/oracle";
import { ProfiledBrowser, STORES, within, type Store } from "./support/profiles";
import { HarnessServer } from "./support/server";
import { absent, tally } from "./support/tally";

const ROWS = 120_000;
/** Longer than an import takes here. */
const LATEST_MS = 700;
const STEPS = [
  "after:batch:1",
  "before:verify",
  "before:flip",
  "inside:flip",
  "after:flip",
] as const;
/** I22: 48 torn copies in all, 300 in the long run. */
const COPIES = times(12, 75);
const PAGE_KILLS = times(5, 25);

let server: HarnessServer;

beforeAll(async () => {
  server = await HarnessServer.start(inject("harnessDirectory"));
});

afterAll(() => {
  server.close();
});

describe.each(STORES)("the process of the page on $name", (store) => {
  it("dies in mid import and leaves all of it or nothing (I2)", async (context) => {
    if (!store.isHere) return absent(store.name, context.skip);
    const browser = new ProfiledBrowser(store, server);
    const oracle = new Oracle();
    const rng = seededRng(2);
    let killed = 0;
    try {
      for (let i = 0; i < PAGE_KILLS; i++) {
        const page = await browser.start();
        oracle.judge(await page.call("find", ROWS));
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
      oracle.judge(await (await browser.start()).call("find", ROWS));
    } finally {
      await browser.dispose();
    }
    expect(killed).toBeGreaterThanOrEqual(PAGE_KILLS);
    const { absentAfter, wholeAfter } = oracle;
    tally(
      `I2 page process ${store.name}: ${PAGE_KILLS} kills, 0 half-visible; ${absentAfter} absent, ${wholeAfter} whole`,
    );
  });
});

describe.each(STORES)("a torn copy of a profile of $name", (store) => {
  it("shows whole data or names the loss (I22, a power cut as near as it can be had)", async (context) => {
    if (!store.isHere) return absent(store.name, context.skip);
    const browser = new ProfiledBrowser(store, server);
    const rng = seededRng(22);
    const verdicts = new Map<string, number>();
    try {
      await prepare(browser);
      const original = path.join(
        path.dirname(browser.profile),
        `${path.basename(browser.profile)}-first`,
      );
      copyFolder(browser.profile, original);
      for (let i = 0; i < COPIES; i++) {
        const verdict = await tearAndStart(browser, original, rng, i % 2 === 1);
        verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
        expect(verdict).not.toContain("SILENT");
      }
      rmSync(original, { recursive: true, force: true });
    } finally {
      await browser.dispose();
    }
    const told = [...verdicts].map(([verdict, count]) => `${count} ${verdict}`).join(", ");
    tally(`I22 torn copies ${store.name}: ${COPIES} (every other one cut at its end): ${told}`);
  });
});

/** Copies the profile while it imports, kills, and starts on the copy. */
async function tearAndStart(
  browser: ProfiledBrowser,
  original: string,
  rng: Rng,
  isCut: boolean,
): Promise<string> {
  const copy = `${original}-copy`;
  copyFolder(original, browser.profile);
  const page = await browser.start();
  server.forget();
  void page.call("importSeed", 2, ROWS);
  await pause(rng.below(LATEST_MS));
  const isAcknowledged = server.signals("imported").length > 0;
  copyFolder(browser.profile, copy);
  await browser.kill();
  copyFolder(copy, browser.profile);
  rmSync(copy, { recursive: true, force: true });
  if (isCut) cutNewest(browser.store, browser.folder(), rng);
  const found = await (await browser.start()).call("find", ROWS);
  await browser.kill();
  return verdictOf(found, isAcknowledged && !isCut);
}

/** @param mustBeNew the second import was acknowledged before the copy began, and nothing was cut off */
function verdictOf(found: Finding, mustBeNew: boolean): string {
  const { boot, seed, whole, damage, reason } = found;
  if (boot === "recovery") return `recovery (${/"reason":"([^"]*)"/.exec(reason)?.[1] ?? ""})`;
  if (boot === "failed" || boot === "blocked") return boot;
  if (boot === "ready" && damage !== "") return "named damage";
  if (boot === "ready" && whole && seed === 2) return "new data whole";
  if (boot === "ready" && whole && seed === 1 && !mustBeNew) return "old data whole";
  return `SILENT: ${boot} ${reason} seed ${seed} whole ${whole}`;
}

/** What a device loses that had not written its cache: the end of the file that changed last. */
function cutNewest(store: Store, folder: string, rng: Rng): void {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter((file) => store.files.test(file) && statSync(file).isFile() && statSync(file).size > 0)
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  const [newest] = files;
  if (newest === undefined) return;
  const { size } = statSync(newest);
  truncateSync(newest, Math.max(0, size - 1 - rng.below(Math.min(size, 16_384))));
}

function copyFolder(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  // Files come and go while the browser runs; sockets and locks are none that a device would keep.
  cpSync(from, to, {
    recursive: true,
    filter: (file) => !/(Singleton\w+|\/lock|\.parentlock|\/Cache\/|GPUCache)/.test(file),
  });
}

async function prepare(browser: ProfiledBrowser): Promise<void> {
  const page = await browser.start();
  const result = await page.call("importSeed", 1, ROWS);
  if (!result.ok) throw new Error(result.error.code);
  await browser.quit();
}
