import { cpSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { findChromium } from "../../scripts/lib/browsers.mjs";
import { invariant } from "../../src/kernel/base/invariant";
import { seededRng, type Rng } from "../../src/kernel/base/rng";
import type { Finding } from "./harness/harness";
import { BACK_ENDS, KillableChromium } from "./support/browsers";
import { HarnessServer } from "./support/server";
import { absent, tally } from "./support/tally";

const ROWS = 150_000;
const SEED = 2;
/** Different places for the damage of one kind. */
const ROUNDS = 2;

let server: HarnessServer;

beforeAll(async () => {
  server = await HarnessServer.start(inject("harnessDirectory"));
});

afterAll(() => {
  server.close();
});

/** Files of one back end by what they hold; paths within the profile. */
interface StorageFiles {
  /** LevelDB log and table files; SQLite databases with their write-ahead logs. */
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

function filesOf(directory: string): StorageFiles {
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(directory, name))
    .filter((file) => statSync(file).isFile() && statSync(file).size > 0)
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

describe.each(BACK_ENDS)("damaged files of Chromium's %s back end", (backEnd) => {
  it("never end on the welcome screen or in wrong data (G3)", async (context) => {
    const program = findChromium();
    if (program === null) return absent("Chromium", context.skip);
    const chromium = new KillableChromium(program, backEnd);
    const rng = seededRng(33);
    const verdicts = new Map<string, string[]>();
    try {
      await prepare(chromium);
      const directory = path.join(chromium.profile, "Default", "IndexedDB");
      const original = path.join(chromium.profile, "original");
      cpSync(directory, original, { recursive: true });
      for (const [name, damage] of Object.entries(DAMAGES)) {
        if (name === "a large value deleted" && filesOf(original).blobs.length === 0) continue;
        for (let round = 0; round < ROUNDS; round++) {
          rmSync(directory, { recursive: true });
          cpSync(original, directory, { recursive: true });
          damage(filesOf(directory), rng);
          const page = await chromium.start(server.origin);
          const found = await page.evaluate((rows) => window.harness.find(rows), ROWS);
          await chromium.kill();
          const verdict = verdictOf(found);
          verdicts.set(name, [...(verdicts.get(name) ?? []), verdict]);
          expect(found.boot, name).not.toBe("welcome");
          expect(verdict, name).not.toContain("SILENT");
          // Whatever became of the registry, the app does not take this for a first run.
          expect(found.workspaces, name).not.toBe(0);
        }
      }
    } finally {
      await chromium.dispose();
    }
    expect(verdicts.size).toBe(backEnd === "leveldb" ? 6 : 5);
    for (const [name, seen] of verdicts) tally(`damage ${backEnd}: ${name}: ${seen.join(", ")}`);
  });
});

/** Two imports, so that a loss of the newer one would show the older. */
async function prepare(chromium: KillableChromium): Promise<void> {
  const page = await chromium.start(server.origin);
  await page.evaluate(async (rows) => {
    await window.harness.register();
    for (const seed of [1, 2]) {
      const result = await window.harness.importSeed(seed, rows);
      if (!result.ok) throw new Error(result.error.code);
    }
    await window.harness.append("note");
  }, ROWS);
  const found = await page.evaluate((rows) => window.harness.find(rows), ROWS);
  expect(verdictOf(found)).toBe("data whole");
  // `localStorage` goes to disk some seconds later on its own; a clean end writes it now.
  await chromium.quit();
}
