import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { contentHash, setClock } from "./harness/clock";
import { INSTANTS, TABLE, ZONES } from "./support/calendar";
import { ProfiledBrowser, STORES } from "./support/profiles";
import { HarnessServer } from "./support/server";
import { absent, tally } from "./support/tally";

let server: HarnessServer;

beforeAll(async () => {
  server = await HarnessServer.start(inject("harnessDirectory"));
});

afterAll(() => {
  server.close();
});

/** Hash of the table as Node reads it here and now; every engine, zone and instant must give this one. */
const expected = contentHash(TABLE);

describe("a table of dates in Node", () => {
  it("has the same content hash in eight time zones at twelve instants (I17, G15)", async () => {
    const hashes = new Set<string>();
    const offsets = new Set<number>();
    const zone = process.env["TZ"];
    try {
      for (const name of ZONES) {
        process.env["TZ"] = name;
        offsets.add(new Date(0).getTimezoneOffset());
        for (const instant of INSTANTS) {
          const setBack = setClock(instant);
          hashes.add(await contentHash(TABLE));
          setBack();
        }
      }
    } finally {
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
    }
    expect(offsets.size, "the zones were really in force").toBeGreaterThan(5);
    expect([...hashes]).toEqual([await expected]);
    tally(`I17 clocks Node: ${ZONES.length} zones × ${INSTANTS.length} instants, one content hash`);
  });
});

describe.each(STORES)("clocks on $name", (store) => {
  it("change neither what is read nor what is stored, and nothing is thrown away (I17)", async (context) => {
    if (!store.isHere) return absent(store.name, context.skip);
    const roots = new Set<string>();
    for (const zone of ZONES) {
      const browser = new ProfiledBrowser(store, server, { TZ: zone });
      try {
        const page = await browser.start();
        expect(await page.call("timeZone")).toBe(zone);
        for (const trial of await page.call("importAt", INSTANTS, TABLE)) {
          expect(trial).toMatchObject({ content: await expected, boot: "ready", whole: true });
          roots.add(trial.root);
        }
      } finally {
        await browser.dispose();
      }
    }
    expect(roots.size).toBe(1);
    tally(
      `I17 clocks ${store.name}: ${ZONES.length} zones × ${INSTANTS.length} instants, one content hash, one root; ` +
        "data whole after each",
    );
  });
});
