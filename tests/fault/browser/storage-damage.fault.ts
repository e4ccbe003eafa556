import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { invariant } from "../../../src/kernel/base/invariant";
import { seededRng, type Rng } from "../../../src/kernel/base/rng";
import type { Finding } from "../harness/harness";
import { copyFolder } from "../support/copy-folder";
import { ProfiledBrowser, storeHere } from "../support/profiles";
import { HarnessServer } from "../support/server";
import { findingOf } from "../support/start-finding";
import { absent, tally } from "../support/tally";

const ROWS = 150_000;
const SEED = 2;
/** Different places for the damage of one kind. */
const ROUNDS = 2;

const store = storeHere();
let server: HarnessServer;

beforeAll(async () => {
  server = await HarnessServer.start(inject("harnessDirectory"));
});

afterAll(() => {
  server.close();
});

/** Files of the store by what they hold. */
interface StorageFiles {
  /** LevelDB log and table files; SQLite databases with their write-ahead logs. */
  readonly records: readonly string[];
  /** Values above 64 KB in files of their own; LevelDB only. */
  readonly blobs: readonly string[];
}

/** Only where a value has a file of its own. */
const VALUE_DELETED = "a large value deleted";

type Damage = (files: StorageFiles, rng: Rng) => void;

/** The rows of the table in reliability.md 3.3. */
const DAMAGES: Readonly<Record<string, Damage>> = {
  "a byte flipped in each large value": ({ blobs, records }) => {
    // A flip in a LevelDB log is the next kind of damage; here only the files of values are meant.
    const damaged = (blobs.length > 0 ? blobs : records).map(flipInChunks);
    if (damaged.some((count) => count > 0)) return;
    // Firefox packs values: a flip in every part as long as a small chunk meets all of them.
    for (const file of records) flipEvery(file, 32_768);
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
  [VALUE_DELETED]: ({ blobs }, rng) => {
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

function flipEvery(file: string, stride: number): void {
  const bytes = readFileSync(file);
  for (let at = stride; at < bytes.length; at += stride) bytes[at]! ^= 0x10;
  writeFileSync(file, bytes);
}

function filesOf(directory: string): StorageFiles {
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(directory, name))
    .filter((file) => store.files.test(file) && statSync(file).isFile() && statSync(file).size > 0)
    .sort();
  const blobs = files.filter((file) => file.includes(".blob"));
  const records = files.filter(
    (file) => !blobs.includes(file) && !/(LOCK|LOG|LOG\.old|CURRENT)$/.test(file),
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

describe(`damaged files of ${store.name}`, () => {
  it("never end on the welcome screen or in wrong data (I13, G3)", async (context) => {
    if (!store.isHere) return absent(store.name, context.skip);
    const browser = new ProfiledBrowser(store, server);
    const original = mkdtempSync(path.join(tmpdir(), "clientele-undamaged-"));
    const rng = seededRng(33);
    const verdicts = new Map<string, string[]>();
    try {
      await prepare(browser);
      copyFolder(browser.folder(), original);
      for (const [name, damage] of Object.entries(DAMAGES)) {
        if (name === VALUE_DELETED && filesOf(original).blobs.length === 0) continue;
        for (let round = 0; round < ROUNDS; round++) {
          copyFolder(original, browser.folder());
          damage(filesOf(browser.folder()), rng);
          const found = await findingOf(await browser.start(), ROWS);
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
      rmSync(original, { recursive: true, force: true });
    }
    expect(verdicts.size).toBe(store.name === "Chromium LevelDB" ? 6 : 5);
    for (const [name, seen] of verdicts) {
      tally(`I13 damage ${store.name}: ${name}: ${seen.join(", ")}`);
    }
  });
});

/** Two imports, so that a loss of the newer one would show the older. */
async function prepare(browser: ProfiledBrowser): Promise<void> {
  const page = await browser.start();
  await page.call("register");
  for (const seed of [1, SEED]) {
    const result = await page.call("importSeed", seed, ROWS);
    if (!result.ok) throw new Error(result.error.code);
  }
  expect(await page.call("append", "note")).toBe("");
  expect(verdictOf(await findingOf(page, ROWS))).toBe("data whole");
  // `localStorage` goes to disk some seconds later on its own; a clean end writes it now.
  await browser.quit();
}
