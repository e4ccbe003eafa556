import { cpSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { invariant } from "../../src/kernel/base/invariant";
import { seededRng, type Rng } from "../../src/kernel/base/rng";
import type { Finding } from "./harness/harness";
import { times } from "./support/counts";
import { ProfiledBrowser, STORES, type Store } from "./support/profiles";
import { HarnessServer } from "./support/server";
import { absent, tally } from "./support/tally";

const ROWS = 150_000;
const SEED = 2;
/** Different places for the damage of one kind. */
const ROUNDS = times(2, 10);

let server: HarnessServer;

beforeAll(async () => {
  server = await HarnessServer.start(inject("harnessDirectory"));
});

afterAll(() => {
  server.close();
});

/** Files of one back end by what they hold; paths within the profile. */
interface StorageFiles {
  /** LevelDB log and table files; SQLite databases with their write-ahead logs (Chromium, Firefox, WebKitGTK). */
  readonly records: readonly string[];
  /** Values above 64 KB; LevelDB only. */
  readonly blobs: readonly string[];
}

type Damage = (files: StorageFiles, rng: Rng) => void;

/** The rows of the table in reliability.md 3.3. */
const DAMAGES: Readonly<Record<string, Damage>> = {
  "a byte flipped in each large value": ({ blobs, records }) => {
    // A flip in a LevelDB log is the next kind of damage; here only the files of values are meant.
    const damaged = (blobs.length > 0 ? blobs : records).map(flipInChunks);
    invariant(
      damaged.some((count) => count > 0),
      "no chunk found in the files",
    );
  },
  "a byte flipped in the records": ({ records }, rng) => {
    flipByte(largest(records), rng);
  },
  "the records cut to 70 %": ({ records }) => {
    for (const file of records) {
      const bytes = readFileSync(file);
      writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length * 0.7)));
    }
  },
  "the header zeroed": ({ records }) => {
    for (const file of records) {
      const bytes = readFileSync(file);
      bytes.fill(0, 0, Math.min(4096, bytes.length));
      writeFileSync(file, bytes);
    }
  },
  "a large value deleted": ({ blobs }, rng) => {
    // Blob files are numbered in hexadecimal as they are written: the last third is of the current generation.
    const ordered = blobs.toSorted((a, b) => numberOf(a) - numberOf(b));
    rmSync(pick(ordered.slice(Math.ceil((ordered.length * 2) / 3)), rng));
  },
  "everything garbage": ({ records, blobs }, rng) => {
    for (const file of [...records, ...blobs]) {
      const bytes = readFileSync(file);
      for (let i = 0; i < bytes.length; i++) bytes[i] = rng.below(256);
      writeFileSync(file, bytes);
    }
  },
};

function numberOf(file: string): number {
  return Number.parseInt(path.basename(file), 16);
}

function pick(files: readonly string[], rng: Rng): string {
  const file = files[rng.below(files.length)];
  invariant(file !== undefined, "no file to damage");
  return file;
}

function largest(files: readonly string[]): string {
  const [file] = files.toSorted((a, b) => statSync(b).size - statSync(a).size);
  invariant(file !== undefined, "no file to damage");
  return file;
}

function flipByte(file: string, rng: Rng): void {
  const bytes = readFileSync(file);
  bytes[rng.below(bytes.length)]! ^= 0xff;
  writeFileSync(file, bytes);
}

/** Flips a byte behind each chunk header in the file, in the middle of the slots. */
function flipInChunks(file: string): number {
  const bytes = readFileSync(file);
  let count = 0;
  for (let at = bytes.indexOf("CLK1"); at >= 0; at = bytes.indexOf("CLK1", at + 1)) {
    bytes[Math.min(at + 1000, bytes.length - 1)]! ^= 0x10;
    count++;
  }
  writeFileSync(file, bytes);
  return count;
}

function filesOf(store: Store, directory: string): StorageFiles {
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(directory, name))
    .filter((file) => store.files.test(file) && statSync(file).isFile() && statSync(file).size > 0)
    .sort();
  const blobs = files.filter((file) => file.includes(".blob"));
  const records = files.filter(
    (file) => !blobs.includes(file) && !/(LOCK|LOG|LOG\.old|CURRENT|-shm)$/.test(file),
  );
  return { records, blobs };
}

function reasonIn(found: Finding): string {
  return /"reason":"([^"]*)"/.exec(found.reason)?.[1] ?? "";
}

/** How a damaged start ended; anything but these is a silent loss. */
function verdictOf(found: Finding): string {
  if (found.boot === "recovery") return `recovery (${reasonIn(found)})`;
  if (found.boot === "failed" || found.boot === "blocked") return found.boot;
  if (found.boot === "ready" && found.damage !== "") return "named damage";
  if (found.boot === "ready" && found.whole && found.seed === SEED) return "data whole";
  return `SILENT: ${found.boot} ${found.reason} seed ${found.seed} whole ${found.whole}`;
}

describe.each(STORES)("damaged files of $name", (store) => {
  it("never end on the welcome screen or in wrong data (I13, G3)", async (context) => {
    if (!store.isHere) return absent(store.name, context.skip);
    const browser = new ProfiledBrowser(store, server);
    const rng = seededRng(33);
    const verdicts = new Map<string, string[]>();
    try {
      await prepare(browser);
      const original = path.join(browser.profile, "original");
      cpSync(browser.folder(), original, { recursive: true });
      for (const [name, damage] of Object.entries(DAMAGES)) {
        if (!applies(name, store, filesOf(store, original))) continue;
        for (let round = 0; round < ROUNDS; round++) {
          rmSync(browser.folder(), { recursive: true });
          cpSync(original, browser.folder(), { recursive: true });
          damage(filesOf(store, browser.folder()), rng);
          const found = await (await browser.start()).call("find", ROWS);
          await browser.kill();
          const verdict = verdictOf(found);
          verdicts.set(name, [...(verdicts.get(name) ?? []), verdict]);
          expect(found.boot, name).not.toBe("welcome");
          expect(verdict, name).not.toContain("SILENT");
          // Whatever became of the registry, the app does not take this for a first run.
          expect(found.workspaces, name).not.toBe(0);
        }
      }
    } finally {
      await browser.dispose();
    }
    expect(verdicts.size).toBeGreaterThanOrEqual(4);
    for (const [name, seen] of verdicts) {
      tally(
        `I13 damage ${store.name}: ${name}: ${[...new Set(seen)].join(", ")} (${seen.length} times)`,
      );
    }
  });
});

/** Only LevelDB keeps large values in files of their own; Firefox compresses them, so none can be found to be aimed at. */
function applies(name: string, store: Store, { blobs }: StorageFiles): boolean {
  if (name === "a large value deleted") return blobs.length > 0;
  return name !== "a byte flipped in each large value" || store.name !== "Firefox";
}

/** Two imports, so that a loss of the newer one would show the older. */
async function prepare(browser: ProfiledBrowser): Promise<void> {
  const page = await browser.start();
  await page.call("register");
  for (const seed of [1, 2]) {
    const result = await page.call("importSeed", seed, ROWS);
    if (!result.ok) throw new Error(result.error.code);
  }
  await page.call("append", "note");
  expect(verdictOf(await page.call("find", ROWS))).toBe("data whole");
  // `localStorage` goes to disk some seconds later on its own; a clean end writes it now.
  await browser.quit();
}
