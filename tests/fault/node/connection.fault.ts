import { describe, expect, it } from "vitest";
import { bootWorkspace, readManifest } from "../../../src/storage/boot";
import { writeGeneration } from "../../../src/storage/generation-writer";
import { appendEntry, readJournal } from "../../../src/storage/journal";
import { loadTable } from "../../../src/storage/chunks";
import { openWorkspace, type Workspace } from "../../../src/storage/workspace";
import { seededContent } from "../support/content";
import { withFailingAllocation } from "../support/failing-allocations";
import { withFailingCall } from "../support/failing-calls";
import { nodeEnvironment } from "../support/node-environment";
import { tally } from "../support/tally";

const ROWS = 600;

/** What browsers throw when a connection is gone; WebKit says it in words. */
const LOSSES: Readonly<Record<string, () => DOMException>> = {
  InvalidStateError: () =>
    new DOMException("The database connection is closing.", "InvalidStateError"),
  "UnknownError of WebKit": () =>
    new DOMException(
      "Connection to Indexed Database server lost. Refresh the page",
      "UnknownError",
    ),
  AbortError: () => new DOMException("The transaction was aborted.", "AbortError"),
};

interface Outcome {
  readonly boot: string;
  readonly stored: string;
  readonly appended: string;
}

async function importSeed(
  workspace: Workspace,
  seed: number,
  content = seededContent(seed, ROWS),
): Promise<string> {
  const before = await readManifest(workspace);
  if (!before.ok) return before.error.code;
  const result = await writeGeneration(workspace, content, {
    imports: [],
    expectedRevision: before.value?.revision ?? 0,
    batchBytes: 4_000,
  });
  return result.ok ? "" : result.error.code;
}

async function useAll(workspace: Workspace): Promise<Outcome> {
  const boot = await bootWorkspace(workspace);
  const stored = await importSeed(workspace, 2);
  const entry = { id: "b", atMs: 1, kind: "note", body: null };
  const appended = await appendEntry(workspace, entry);
  return { boot: boot.kind, stored, appended: appended.ok ? "" : appended.error.code };
}

async function withOldData(): Promise<Workspace> {
  const workspace = openWorkspace(nodeEnvironment(), "w");
  expect(await importSeed(workspace, 1)).toBe("");
  expect((await appendEntry(workspace, { id: "a", atMs: 1, kind: "note", body: null })).ok).toBe(
    true,
  );
  return workspace;
}

async function expectWhole(workspace: Workspace, outcome: Outcome): Promise<void> {
  const boot = await bootWorkspace(workspace);
  expect(boot.kind).toBe("ready");
  if (boot.kind !== "ready") return;
  const orders = await loadTable(workspace, boot.manifest, "orders", "all");
  const seeds = outcome.stored === "" ? [2] : [1, 2];
  const wholes = seeds.map((seed) => ({ ok: true, value: seededContent(seed, ROWS).orders.table }));
  expect(wholes, "the tables").toContainEqual(orders);
  const journal = await readJournal(workspace);
  const ids = journal.ok ? journal.value.entries.map(({ id }) => id) : [];
  expect(ids, "acknowledged entries").toEqual(
    expect.arrayContaining(outcome.appended === "" ? ["a", "b"] : ["a"]),
  );
}

describe("a connection that is lost", () => {
  it.each(Object.keys(LOSSES))("once, by %s, heals at every call (I7, G19)", async (name) => {
    const failure = LOSSES[name]!;
    const ends = new Map<string, number>();
    for (let failAt = 1; ; failAt++) {
      const workspace = await withOldData();
      const { value, calls, failed } = await withFailingCall({ failAt }, failure, () =>
        useAll(workspace),
      );
      const codes = [value.stored, value.appended].filter((code) => code !== "");
      expect(codes, `${failed ?? ""} at call ${failAt}`).not.toContain("E_INTERNAL");
      await expectWhole(workspace, value);
      expect(await importSeed(workspace, 3), "the retry").toBe("");
      if (calls < failAt) break;
      const end = [value.boot, ...codes].join(" ");
      ends.set(end, (ends.get(end) ?? 0) + 1);
    }
    const total = [...ends.values()].reduce((sum, count) => sum + count, 0);
    expect(total).toBeGreaterThan(30);
    const told = [...ends].map(([end, count]) => `${count} ${end}`).join(", ");
    tally(`I7 lost once, ${name}: ${total} calls: ${told}; data whole and retry stored after each`);
  });

  it.each(Object.keys(LOSSES))(
    "for good, by %s, ends in a code and not in a loop (I7)",
    async (name) => {
      const workspace = await withOldData();
      const { value, calls } = await withFailingCall(
        { failAt: 1, until: Number.MAX_SAFE_INTEGER },
        LOSSES[name]!,
        () => useAll(workspace),
      );
      expect(value.boot).toBe("failed");
      expect(value.stored).toBe("E_DB_CLOSED");
      expect(value.appended).toBe("E_DB_CLOSED");
      expect(calls, "attempts").toBeLessThanOrEqual(4 * 3);
      await expectWhole(workspace, value);
      tally(`I7 lost for good, ${name}: E_DB_CLOSED after ${calls} calls in all, old data whole`);
    },
  );

  it("whose open is never answered is given up after five seconds (I7, D3)", async () => {
    const environment = nodeEnvironment();
    const silent = new Proxy(environment.indexedDB, {
      get: (target, key) =>
        key === "open" ? () => new EventTarget() : (Reflect.get(target, key) as unknown),
    });
    const workspace = openWorkspace({ ...environment, indexedDB: silent }, "w");
    const startMs = performance.now();
    expect((await bootWorkspace(workspace)).kind).toBe("blocked");
    expect(performance.now() - startMs).toBeLessThan(10_000);
    tally("I7 open never answered: named as blocked");
  });
});

describe("memory that runs out", () => {
  it("at any allocation of an import is E_MEMORY, with the old data whole (I4)", async () => {
    let sites = 0;
    for (let failAt = 1; ; failAt++) {
      const workspace = await withOldData();
      const content = seededContent(2, ROWS);
      const { value, allocations } = await withFailingAllocation(failAt, () =>
        importSeed(workspace, 2, content),
      );
      if (allocations < failAt) {
        expect(value).toBe("");
        break;
      }
      // While sweeping, the import is in already.
      if (value !== "") expect(value, `allocation ${failAt}`).toBe("E_MEMORY");
      await expectWhole(workspace, { boot: "ready", stored: value, appended: "none" });
      expect(await importSeed(workspace, 3), "the retry").toBe("");
      sites++;
    }
    expect(sites).toBeGreaterThan(5);
    tally(
      `I4 memory: ${sites} allocations of an import refused one by one, E_MEMORY, old data whole`,
    );
  });
});
