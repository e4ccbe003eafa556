import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { seededRng } from "../../../src/kernel/base/rng";
import { SCHEMA } from "../../../src/storage/environment";
import { times } from "../support/counts";
import { ProfiledBrowser, storeHere, within } from "../support/profiles";
import type { RemotePage } from "../support/remote-page";
import { HarnessServer } from "../support/server";
import { findingOf } from "../support/start-finding";
import { absent, tally } from "../support/tally";

const ROWS = 20_000;
const ROUNDS = times(20, 200);
const STALE_WRITES = times(10, 50);
/**
 * A tab that waits, or that newer code has replaced, is told within a second on a machine that has nothing else to do; what is
 * tested here is that it is told at all while other suites keep the processors. The longest time is in the tally.
 */
const TOLD_MS = 20_000;
const NEXT = SCHEMA.version + 1;
const NEWER = { version: NEXT, minReader: NEXT, minWriter: NEXT } as const;

const store = storeHere();
let server: HarnessServer;
let browser: ProfiledBrowser | null = null;
let tabs: readonly RemotePage[] = [];
let lastWorkspace = 0;

beforeAll(async () => {
  server = await HarnessServer.start(inject("harnessDirectory"));
  if (!store.isHere) return;
  browser = new ProfiledBrowser(store, server);
  tabs = await browser.startTabs(2);
});

afterAll(async () => {
  await browser?.dispose();
  server.close();
});

/** Both tabs of the one browser on a workspace of their own, so that one test leaves nothing to the next. */
async function inTwoTabs(body: (a: RemotePage, b: RemotePage) => Promise<void>): Promise<void> {
  const workspace = `w${++lastWorkspace}`;
  for (const tab of tabs) await tab.call("useWorkspace", workspace);
  const [a, b] = tabs;
  await body(a!, b!);
}

/** Codes that so many writes of both kinds by this tab end with. */
async function codesOfWrites(tab: RemotePage, count: number): Promise<readonly string[]> {
  const codes = new Set<string>();
  for (let i = 0; i < count; i++) {
    codes.add(await tab.call("append", `stale-${i}`));
    const result = await tab.call("importSeed", 2, ROWS);
    codes.add(result.ok ? "" : result.error.code);
  }
  return [...codes];
}

describe(`two tabs on ${store.name}`, () => {
  it("import one after the other at the same moment, none is lost (I9, G9)", async (test) => {
    if (!store.isHere) return absent(store.name, test.skip);
    await inTwoTabs(async (a, b) => {
      const rng = seededRng(9);
      let waits = 0;
      let longestMs = 0;
      for (let round = 0; round < ROUNDS; round++) {
        const results = await Promise.all(
          [a, b].map(async (page, i) => {
            await pause(rng.below(10));
            return page.call("addImport", round * 2 + i + 1, ROWS);
          }),
        );
        expect(results.map((result) => result.code)).toEqual(["", ""]);
        for (const { waitedMs } of results) {
          expect(waitedMs, "told of waiting").toBeLessThan(TOLD_MS);
          if (waitedMs >= 0) waits++;
          longestMs = Math.max(longestMs, waitedMs);
        }
      }
      const manifest = await a.call("manifest");
      expect(manifest?.revision).toBe(2 * ROUNDS);
      const ids = manifest?.imports.map((one) => Number(one.importId)).toSorted((x, y) => x - y);
      expect(ids).toEqual(Array.from({ length: 2 * ROUNDS }, (_, i) => i + 1));
      tally(
        `I9 two tabs ${store.name}: ${2 * ROUNDS} imports in ${ROUNDS} pairs, all serial, 0 lost; ${waits} waited, told within ${Math.ceil(longestMs)} ms`,
      );
    });
  });

  it("do not lose an import to one that does not look before it writes", async (test) => {
    if (!store.isHere) return absent(store.name, test.skip);
    await inTwoTabs(async (a, b) => {
      const results = await Promise.all(
        [a, b].map((page, i) => page.call("importSeed", i + 1, ROWS)),
      );
      const stored = results.filter((result) => result.ok).length;
      expect((await a.call("manifest"))?.revision).toBe(stored);
      for (const result of results) if (!result.ok) expect(result.error.code).toBe("E_STALE_TAB");
    });
  });
});

describe(`an older build on ${store.name}`, () => {
  it("writes nothing after a newer one has upgraded, and knows it at once (I10, G9, D2)", async (test) => {
    if (!store.isHere) return absent(store.name, test.skip);
    await inTwoTabs(async (older, newer) => {
      await older.call("importSeed", 1, ROWS);
      await older.call("append", "before");
      await newer.call("useSchema", NEWER);
      expect((await newer.call("boot")).kind).toBe("ready");
      expect(await newer.call("append", "newer")).toBe("");
      const ending = await within(older.call("whenEnded"), 10_000, "the older tab is told");
      expect(ending.why).toBe("replaced");
      expect(ending.afterMs).toBeLessThan(TOLD_MS);
      expect(await codesOfWrites(older, STALE_WRITES)).toEqual(["E_STALE_TAB"]);
      const found = await findingOf(newer, ROWS);
      expect(found).toMatchObject({ boot: "ready", seed: 1, revision: 1, whole: true });
      expect(found.entries).toEqual(["before", "newer"]);
      tally(
        `I10 older tab kept open ${store.name}: told after ${Math.ceil(ending.afterMs)} ms, ` +
          `0 of ${2 * STALE_WRITES} writes accepted`,
      );
    });
  });

  it("opened on newer data writes nothing and says that it is older (I11, D1)", async (test) => {
    if (!store.isHere) return absent(store.name, test.skip);
    await inTwoTabs(async (newer, older) => {
      await newer.call("useSchema", NEWER);
      await newer.call("importSeed", 1, ROWS);
      await newer.call("append", "newer");
      expect((await older.call("boot")).kind).toBe("newer");
      expect(await codesOfWrites(older, STALE_WRITES)).toEqual(["E_DB_NEWER"]);
      const found = await findingOf(newer, ROWS);
      expect(found).toMatchObject({ boot: "ready", seed: 1, whole: true, entries: ["newer"] });
      tally(
        `I11 older build on newer data ${store.name}: 0 of ${2 * STALE_WRITES} writes accepted`,
      );
    });
  });

  it("writes nothing to data that ask for a newer writer, though it may read them (R5)", async (test) => {
    if (!store.isHere) return absent(store.name, test.skip);
    await inTwoTabs(async (older, newer) => {
      await older.call("importSeed", 1, ROWS);
      await newer.call("requireWriter", NEXT);
      const codes = new Set<string>();
      for (let i = 0; i < STALE_WRITES; i++) {
        const result = await older.call("importSeed", 2, ROWS);
        codes.add(result.ok ? "" : result.error.code);
      }
      expect([...codes]).toEqual(["E_DB_NEWER"]);
      const found = await findingOf(older, ROWS);
      expect(found).toMatchObject({ boot: "ready", seed: 1, whole: true });
    });
  });
});

describe(`site data cleared under an open tab on ${store.name}`, () => {
  it("is a loss that the tab names, never an empty database that it writes to (I12, D11)", async (test) => {
    if (!store.isHere) return absent(store.name, test.skip);
    const rounds = times(3, 12);
    const endings = new Set<string>();
    for (let round = 0; round < rounds; round++) {
      await inTwoTabs(async (tab, other) => {
        await tab.call("importSeed", 1, ROWS);
        expect(await tab.call("append", "kept")).toBe("");
        expect(await other.call("clearSiteData")).toBe(200);
        const codes = await codesOfWrites(tab, 2);
        expect(codes, "no write into an empty database").not.toContain("");
        const ended = await tab.call("ended");
        const { kind } = await tab.call("boot");
        // Either the tab was told that its data set was deleted, or a new look says that data are lost.
        expect([ended, kind], codes.join()).not.toEqual(["", "welcome"]);
        endings.add(`${codes.join("+")} ${ended} ${kind}`);
      });
    }
    tally(`I12 site data cleared ${store.name}: ${rounds} times, ${[...endings].join("; ")}`);
  });
});
