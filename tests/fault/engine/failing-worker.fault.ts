import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { TABLE } from "../support/calendar";
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

describe(`a failing worker on ${store.name}`, () => {
  it("is found out by its silence or its end, named, and followed by another (I3, R23)", async (context) => {
    if (!store.isHere) return absent(store.name, context.skip);
    const browser = new ProfiledBrowser(store, server);
    try {
      const page = await browser.start();
      const { stalledAfterMs, ...faults } = await page.call("workerFaults");
      expect(faults).toEqual({
        stalled: "E_WORKER_STALLED",
        thrown: "E_WORKER_CRASHED",
        memory: "E_MEMORY",
        after: [7, 7, 7, 7],
        diedOnce: 7,
        diedOnceStarts: 2,
        dead: "E_WORKER_CRASHED at start",
        absent: "E_WORKER_CRASHED at start",
        starts: 4,
      });
      const second = await page.call("secondReadingFault", TABLE);
      expect(second.withHungSecond).toBe(second.alone);
      tally(
        `I3 failing worker ${store.name}: endless loop ended after ${seconds(stalledAfterMs)}, throw, no memory, dead ` +
          `once, dead twice, not there: all named, next call answered; a second reader that hangs given up after ${seconds(second.afterMs)}`,
      );
    } finally {
      await browser.dispose();
    }
  });
});

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
