import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Finding } from "../harness/harness";
import { times } from "../support/counts";
import { ProfiledBrowser, storeHere } from "../support/profiles";
import { HarnessServer } from "../support/server";
import { SmallDisk } from "../support/small-disk";
import { findingOf } from "../support/start-finding";
import { absent, tally } from "../support/tally";

const ROWS = 70_000;
/** From nothing at all to room for a part of an import; the first two in `npm test`. */
const FREE_BYTES = [0, 262_144, 16_384, 1_048_576, 2_097_152].slice(0, times(2, 5));
const ROUNDS = times(1, 4);

const store = storeHere();
let server: HarnessServer;

beforeAll(async () => {
  server = await HarnessServer.start(inject("harnessDirectory"));
});

afterAll(() => {
  server.close();
});

describe(`a full disk on ${store.name}`, () => {
  it("keeps nobody from the data for good, and loses none (I6)", async (context) => {
    if (!store.isHere) return absent(store.name, context.skip);
    const disk = SmallDisk.mount();
    if (disk === null) return absent(`I6 ${store.name}: a disk that may be filled`, context.skip);
    const browser = new ProfiledBrowser(store, server, disk.folder);
    const told: string[] = [];
    let current = 1;
    try {
      const first = await (await browser.start()).call("importSeed", current, ROWS);
      expect(first.ok).toBe(true);
      await browser.quit();
      for (let round = 0; round < ROUNDS; round++) {
        for (const free of FREE_BYTES) {
          disk.leave(free);
          const page = await browser.start();
          const found = await findingOf(page, ROWS);
          expect(verdictOf(found, current), `${free} bytes free`).not.toContain("SILENT");
          const result = await page.call("importSeed", current + 1, ROWS);
          const code = result.ok ? "stored" : result.error.code;
          if (result.ok) current++;
          told.push(`${verdictOf(found, result.ok ? current - 1 : current)}, then ${code}`);
          await browser.kill();
          disk.clear();
          const later = await findingOf(await browser.start(), ROWS);
          expect(later, `room again after ${free} bytes`).toMatchObject({
            boot: "ready",
            seed: current,
            whole: true,
            damage: "",
          });
          await browser.kill();
        }
      }
      const last = await (await browser.start()).call("importSeed", current + 1, ROWS);
      expect(last.ok, "an import when there is room again").toBe(true);
    } finally {
      await browser.dispose();
      disk.unmount();
    }
    tally(
      `I6 full disk ${store.name}: ${told.length} starts: ${told.join("; ")}; all data there when there was room`,
    );
  });
});

/** What a start on a full disk said; anything but these is a silent loss. */
function verdictOf(found: Finding, current: number): string {
  if (found.boot === "ready" && found.damage !== "") return "named damage";
  if (found.boot === "ready" && found.whole && found.seed === current) return "data whole";
  if (found.boot === "failed") return /E_\w+/.exec(found.reason)?.[0] ?? "failed";
  if (found.boot === "recovery" || found.boot === "blocked") return found.boot;
  return `SILENT: ${found.boot} ${found.reason} seed ${found.seed} whole ${found.whole}`;
}
