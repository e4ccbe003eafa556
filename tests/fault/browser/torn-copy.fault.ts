import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { seededRng, type Rng } from "../../../src/kernel/base/rng";
import type { Finding } from "../harness/harness";
import { copyFolder } from "../support/copy-folder";
import { times } from "../support/counts";
import { ProfiledBrowser, storeHere } from "../support/profiles";
import { HarnessServer } from "../support/server";
import { findingOf } from "../support/start-finding";
import { absent, tally } from "../support/tally";

const ROWS = 70_000;
/** Longer than an import takes here. */
const LATEST_MS = 500;
/** I22: 48 torn copies in all, 300 in the long run. */
const COPIES = times(12, 75);
/** Copies taken during one run of the browser. */
const COPIES_A_RUN = 4;

const store = storeHere();
let server: HarnessServer;

beforeAll(async () => {
  server = await HarnessServer.start(inject("harnessDirectory"));
});

afterAll(() => {
  server.close();
});

/**
 * Every other copy is taken file by file while the browser goes on, and cut at its end. Files of different moments may lack what
 * was acknowledged before: they must show whole data, be they older, or name the loss. The others are of one moment, as after a
 * power cut that spared the cache: what was acknowledged is there.
 */
const isTorn = (i: number): boolean => i % 2 === 1;

/** A copy of a profile, and what may be in it. */
interface TornCopy {
  readonly folder: string;
  /** Seed of the last import that was acknowledged before the copy began. */
  readonly acknowledged: number;
  /** Seed of the last import that had begun when the copy was done. */
  readonly begun: number;
}

describe(`a torn copy of a profile of ${store.name}`, () => {
  it("shows whole data or names the loss (I22, a power cut as near as it can be had)", async (context) => {
    if (!store.isHere) return absent(store.name, context.skip);
    const scratch = mkdtempSync(path.join(tmpdir(), "clientele-copies-"));
    const browser = new ProfiledBrowser(store, server);
    const rng = seededRng(22);
    const verdicts = new Map<string, number>();
    try {
      await prepare(browser);
      const first = path.join(scratch, "first");
      copyFolder(browser.profile, first);
      for (let taken = 0; taken < COPIES; taken += COPIES_A_RUN) {
        copyFolder(first, browser.profile);
        const count = Math.min(COPIES_A_RUN, COPIES - taken);
        const copies = await copiesWhileImporting(browser, scratch, rng, count);
        for (const [i, copy] of copies.entries()) {
          const verdict = await startOn(browser, copy, isTorn(i) ? rng : null);
          verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
          expect(verdict).not.toContain("SILENT");
        }
      }
    } finally {
      await browser.dispose();
      rmSync(scratch, { recursive: true, force: true });
    }
    const told = [...verdicts].map(([verdict, count]) => `${count} ${verdict}`).join(", ");
    tally(`I22 torn copies ${store.name}: ${COPIES} (every other one cut at its end): ${told}`);
  });
});

/** Starts, imports one seed after the other, copies the profile at a random moment of each import, and kills. */
async function copiesWhileImporting(
  browser: ProfiledBrowser,
  scratch: string,
  rng: Rng,
  count: number,
): Promise<readonly TornCopy[]> {
  const page = await browser.start();
  server.forget();
  const copies: TornCopy[] = [];
  for (let seed = 2; seed < 2 + count; seed++) {
    const importing = page.call("importSeed", seed, ROWS);
    await pause(rng.below(LATEST_MS));
    const acknowledged = Number(server.signals("imported").at(-1) ?? 1);
    const folder = path.join(scratch, `copy-${seed}`);
    const copy = () => {
      copyFolder(browser.profile, folder);
    };
    if (isTorn(seed - 2)) copy();
    else browser.frozen(copy);
    copies.push({ folder, acknowledged, begun: seed });
    const result = await importing;
    expect(result.ok).toBe(true);
  }
  await browser.kill();
  return copies;
}

/** @param cutBy cuts what a device loses that had not written its cache; null: nothing is cut */
async function startOn(
  browser: ProfiledBrowser,
  { folder, acknowledged, begun }: TornCopy,
  cutBy: Rng | null,
): Promise<string> {
  copyFolder(folder, browser.profile);
  if (cutBy !== null) cutNewest(browser.folder(), cutBy);
  const found = await findingOf(await browser.start(), ROWS);
  await browser.kill();
  return verdictOf(found, cutBy === null ? acknowledged : 1, begun);
}

/** @param from,to seeds that may be there */
function verdictOf(found: Finding, from: number, to: number): string {
  const { boot, seed, whole, damage, reason } = found;
  if (boot === "recovery") return `recovery (${/"reason":"([^"]*)"/.exec(reason)?.[1] ?? ""})`;
  if (boot === "failed" || boot === "blocked") return boot;
  if (boot === "ready" && damage !== "") return "named damage";
  if (boot === "ready" && whole && seed !== null && seed >= from && seed <= to) {
    return seed === to ? "new data whole" : "old data whole";
  }
  return `SILENT: ${boot} ${reason} seed ${seed} of ${from} to ${to} whole ${whole}`;
}

/** What a device loses that had not written its cache: the end of the file that changed last. */
function cutNewest(folder: string, rng: Rng): void {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter((file) => store.files.test(file) && statSync(file).isFile() && statSync(file).size > 0)
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  const [newest] = files;
  if (newest === undefined) return;
  const { size } = statSync(newest);
  truncateSync(newest, Math.max(0, size - 1 - rng.below(Math.min(size, 16_384))));
}

async function prepare(browser: ProfiledBrowser): Promise<void> {
  const page = await browser.start();
  const result = await page.call("importSeed", 1, ROWS);
  if (!result.ok) throw new Error(result.error.code);
  await browser.quit();
}
