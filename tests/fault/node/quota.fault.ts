import { describe, expect, it } from "vitest";
import { bootWorkspace, readManifest } from "../../../src/storage/boot";
import { remember } from "../../../src/storage/remember";
import { loadTable } from "../../../src/storage/chunks";
import { writeGeneration } from "../../../src/storage/generation-writer";
import { appendEntry, compactJournal, readJournal } from "../../../src/storage/journal";
import { undoImport } from "../../../src/storage/undo";
import { openWorkspace, type Workspace } from "../../../src/storage/workspace";
import { seededContent } from "../support/content";
import { withFailingWrite, type FailureMode } from "../support/failing-writes";
import { nodeEnvironment } from "../support/node-environment";
import { tally } from "../support/tally";

const ROWS = 6_000;
const MODES: readonly FailureMode[] = ["at-once", "at-commit"];

async function importSeed(workspace: Workspace, seed: number): Promise<string> {
  const before = await readManifest(workspace);
  if (!before.ok) return before.error.code;
  const result = await writeGeneration(workspace, seededContent(seed, ROWS), {
    imports: [],
    expectedRevision: before.value?.revision ?? 0,
    batchBytes: 10_000,
  });
  if (!result.ok) return result.error.code;
  await remember(workspace, result.value);
  return "";
}

async function expectSeed(workspace: Workspace, seed: number | null): Promise<void> {
  const boot = await bootWorkspace(workspace);
  if (seed === null) {
    expect(boot).toEqual({ kind: "welcome", revision: 0 });
    return;
  }
  expect(boot.kind).toBe("ready");
  if (boot.kind !== "ready") return;
  const content = seededContent(seed, ROWS);
  for (const entity of ["orders", "customers"] as const) {
    const table = await loadTable(workspace, boot.manifest, entity, "all");
    expect(table).toEqual({ ok: true, value: content[entity].table });
  }
}

/** Fails write 1, 2, 3 … of the import after `already` whole ones, until an import needs fewer writes than that. */
async function everyWriteSite(already: number, mode: FailureMode): Promise<number> {
  for (let site = 1; ; site++) {
    const workspace = openWorkspace(nodeEnvironment(), "w");
    for (let seed = 1; seed <= already; seed++) expect(await importSeed(workspace, seed)).toBe("");
    const { value, writes, failed } = await withFailingWrite(site, mode, () =>
      importSeed(workspace, already + 1),
    );
    if (writes < site) {
      expect(value).toBe("");
      return site - 1;
    }
    // A full disk while sweeping comes after the flip: the import is in, the orphan goes later.
    if (value !== "" || failed === "put") expect(value).toBe("E_QUOTA");
    const before = already === 0 ? null : already;
    await expectSeed(workspace, value === "" ? already + 1 : before);
    expect(await importSeed(workspace, already + 2), "the retry").toBe("");
    await expectSeed(workspace, already + 2);
    const undone = await undoImport(workspace, (await revision(workspace)) ?? 0);
    expect(undone.ok, "room can be made").toBe(true);
  }
}

async function revision(workspace: Workspace): Promise<number | undefined> {
  const manifest = await readManifest(workspace);
  return manifest.ok ? manifest.value?.revision : undefined;
}

describe("a full disk during an import", () => {
  it.each(MODES)(
    "leaves the old data whole at every write site, reported %s (G2)",
    async (mode) => {
      // One after the other: the failing write is a patch of the shared prototype.
      const first = await everyWriteSite(0, mode);
      const second = await everyWriteSite(1, mode);
      const third = await everyWriteSite(2, mode);
      expect(first).toBeGreaterThan(10);
      expect(third).toBeGreaterThan(second);
      tally(
        `quota ${mode}: ${first} + ${second} + ${third} write sites of a first, second and third ` +
          "import failed one by one; old data whole and retry succeeded at all of them",
      );
    },
  );

  it.each(MODES)("leaves the journal whole at every write site, reported %s", async (mode) => {
    let sites = 0;
    for (let site = 1; ; site++) {
      const workspace = openWorkspace(nodeEnvironment(), "w");
      const entry = (id: string) => ({ id, atMs: 1, kind: "note", body: id });
      await appendEntry(workspace, entry("a"));
      const { value, writes } = await withFailingWrite(site, mode, async () => [
        (await appendEntry(workspace, entry("b"))).ok,
        (await compactJournal(workspace, (_before, entries) => entries.map(({ id }) => id))).ok,
      ]);
      const journal = await readJournal(workspace);
      expect(journal.ok).toBe(true);
      if (!journal.ok) return;
      const snapshot: readonly unknown[] = Array.isArray(journal.value.snapshot)
        ? journal.value.snapshot
        : [];
      const kept = [...snapshot, ...journal.value.entries.map(({ id }) => id)];
      expect(kept).toEqual(value[0] === true ? ["a", "b"] : ["a"]);
      if (writes < site) break;
      expect(value).toContain(false);
      sites++;
    }
    expect(sites).toBeGreaterThanOrEqual(4);
    tally(`quota ${mode}: ${sites} write sites of append and compaction, 0 acknowledged lost`);
  });
});
