import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { contentHash } from "../harness/clock";
import { INSTANTS, TABLE, ZONES } from "../support/calendar";
import { ProfiledBrowser, storeHere } from "../support/profiles";
import { HarnessServer } from "../support/server";
import { absent, tally } from "../support/tally";

const store = storeHere();
let server: HarnessServer;

beforeAll(async () => {
  server = await HarnessServer.start(inject("harnessDirectory"));
});

afterAll(() => {
  server.close();
});

describe(`a table of dates on ${store.name}`, () => {
  it("has the content hash of Node in eight time zones at twelve instants (I17, G15)", async (context) => {
    if (!store.isHere) return absent(store.name, context.skip);
    const hashes = new Set<string>();
    const offsets = new Set<string>();
    const browser = new ProfiledBrowser(store, server);
    try {
      for (const zone of ZONES) {
        const page = await browser.start({ TZ: zone });
        const found = await page.call("hashesAt", TABLE, INSTANTS);
        for (const hash of found.hashes) hashes.add(hash);
        offsets.add(found.offsets.join());
        await browser.kill();
      }
    } finally {
      await browser.dispose();
    }
    expect([...offsets], "the zones were really in force").toHaveLength(ZONES.length);
    expect([...hashes]).toEqual([await contentHash(TABLE)]);
    tally(
      `I17 clocks ${store.name}: ${ZONES.length} zones × ${INSTANTS.length} instants, one content hash`,
    );
  });
});
