import { describe, expect, it } from "vitest";
import { bootWorkspace, readManifest } from "../../../src/storage/boot";
import { loadTable } from "../../../src/storage/chunks";
import { StorageFailure } from "../../../src/storage/errors";
import { writeGeneration } from "../../../src/storage/generation-writer";
import { openHome, type Home } from "../../../src/storage/home";
import { appendEntry, readJournal } from "../../../src/storage/journal";
import { readSettings, saveSetting } from "../../../src/storage/settings";
import { undoImport } from "../../../src/storage/undo";
import { openWorkspace, type Workspace } from "../../../src/storage/workspace";
import { duplicateWorkspace } from "../../../src/storage/workspace-copy";
import {
  clearUnfinished,
  createWorkspace,
  deleteWorkspace,
  listWorkspaces,
  renameWorkspace,
} from "../../../src/storage/workspaces";
import { inspectFile } from "../../../src/ingest/inspect";
import { defaultPlan } from "../../../src/ingest/plan-default";
import { IngestSession } from "../../../src/workers/ingest-session";
import type { CallContext } from "../../../src/workers/serve";
import { storedData } from "../../../src/workers/stored-generations";
import { seededContent } from "../support/content";
import { withFailingWrite, type FailureMode } from "../support/failing-writes";
import { nodeEnvironment } from "../support/node-environment";
import { tally } from "../support/tally";

const ROWS = 600;
const MODES: readonly FailureMode[] = ["at-once", "at-commit"];

/** What is tried on a store of its own for every write site: `after` looks at the store, whatever came of the action. */
interface Trial {
  /** @returns a code; "" when it was done */
  readonly act: () => Promise<string>;
  /** @param wasDone the action said so */
  readonly after: (wasDone: boolean) => Promise<void>;
}

/**
 * Fails write 1, 2, 3 … of the action, until it needs fewer writes than that; then once more without a failure.
 *
 * @returns the number of write sites
 */
async function everySite(mode: FailureMode, prepare: () => Promise<Trial>): Promise<number> {
  for (let site = 1; ; site++) {
    const { act, after } = await prepare();
    const { value, writes } = await withFailingWrite(site, mode, act);
    const was = `write ${site} fails`;
    if (value !== "") expect(value, was).toBe("E_QUOTA");
    await after(value === "");
    if (writes < site) {
      expect(value).toBe("");
      return site - 1;
    }
    expect(await act(), `${was}: the retry`).toBe("");
    await after(true);
  }
}

const codeOf = (
  result: { readonly ok: true } | { readonly ok: false; readonly error: { readonly code: string } },
): string => (result.ok ? "" : result.error.code);

async function importSeed(workspace: Workspace, seed: number): Promise<void> {
  const before = await readManifest(workspace);
  const manifest = before.ok ? before.value : null;
  const result = await writeGeneration(workspace, seededContent(seed, ROWS), {
    imports: [],
    expectedRevision: manifest === null ? 0 : manifest.revision,
  });
  expect(result.ok).toBe(true);
}

async function expectSeed(workspace: Workspace, seed: number): Promise<void> {
  const boot = await bootWorkspace(workspace);
  expect(boot.kind).toBe("ready");
  if (boot.kind !== "ready") return;
  const orders = await loadTable(workspace, boot.manifest, "orders", "all");
  expect(orders).toEqual({ ok: true, value: seededContent(seed, ROWS).orders.table });
}

async function namesIn(home: Home): Promise<readonly string[]> {
  await clearUnfinished(home);
  const listed = await listWorkspaces(home);
  return listed.ok ? listed.value.map(({ name }) => name) : ["not readable"];
}

describe.each(MODES)("a full disk, reported %s,", (mode) => {
  it("leaves a setting as it was (I5)", async () => {
    const sites = await everySite(mode, async () => {
      const home = openHome(nodeEnvironment());
      await saveSetting(home, "language", "en");
      return {
        act: async () => codeOf(await saveSetting(home, "language", "zh-Hans")),
        after: async (wasDone) => {
          const language = wasDone ? "zh-Hans" : "en";
          expect(await readSettings(home)).toEqual({ ok: true, value: { language } });
        },
      };
    });
    expect(sites).toBeGreaterThan(0);
    tally(`I5 quota ${mode}: ${sites} write sites of a setting`);
  });

  it("leaves the import that was to be undone, or undoes it (I5)", async () => {
    const sites = await everySite(mode, async () => {
      const workspace = openWorkspace(nodeEnvironment(), "w");
      await importSeed(workspace, 1);
      await importSeed(workspace, 2);
      let isUndone = false;
      return {
        act: async () => {
          if (isUndone) return "";
          const code = codeOf(await undoImport(workspace, 2));
          isUndone = code === "";
          return code;
        },
        after: (wasDone) => expectSeed(workspace, wasDone ? 1 : 2),
      };
    });
    expect(sites).toBeGreaterThan(1);
    tally(`I5 quota ${mode}: ${sites} write sites of undoing an import`);
  });

  it("leaves the import that was to be taken back, or takes it back (I5)", async () => {
    const sites = await everySite(mode, takingBack);
    expect(sites).toBeGreaterThan(3);
    tally(`I5 quota ${mode}: ${sites} write sites of taking one of two imports back`);
  });

  it("leaves the list of workspaces and their content as they were (I5)", async () => {
    const actions: Readonly<Record<string, (home: Home, id: string) => Promise<string>>> = {
      create: async (home) => codeOf(await createWorkspace(home, "second", "own")),
      rename: async (home, id) => codeOf(await renameWorkspace(home, id, "renamed")),
      duplicate: async (home, id) => codeOf(await duplicateWorkspace(home, id, "copy")),
      delete: async (home, id) => codeOf(await deleteWorkspace(home, id)),
    };
    const done: Readonly<Record<string, readonly string[]>> = {
      create: ["first", "second"],
      rename: ["renamed"],
      duplicate: ["first", "copy"],
      delete: [],
    };
    for (const [name, act] of Object.entries(actions)) {
      const sites = await everySite(mode, async () => {
        const home = openHome(nodeEnvironment());
        const created = await createWorkspace(home, "first", "own");
        const id = created.ok ? created.value.id : "";
        const workspace = openWorkspace(home.environment, id);
        await importSeed(workspace, 1);
        await appendEntry(workspace, { id: "a", atMs: 1, kind: "note", body: null });
        let isDone = false;
        return {
          act: async () => {
            if (isDone) return "";
            const code = await act(home, id);
            isDone = code === "";
            return code;
          },
          after: async (wasDone) => {
            // A deletion may be finished at the next start, once it was asked for.
            const names = await namesIn(home);
            if (name !== "delete") expect(names, name).toEqual(wasDone ? done[name] : ["first"]);
            else if (wasDone) expect(names).toEqual([]);
            if (name === "delete") return;
            await expectSeed(workspace, 1);
            const journal = await readJournal(workspace);
            expect(journal.ok && journal.value.entries.map((entry) => entry.id)).toEqual(["a"]);
          },
        };
      });
      expect(sites, name).toBeGreaterThan(0);
      tally(`I5 quota ${mode}: ${sites} write sites of ${name} workspace`);
    }
  });
});

const context: CallContext = { signal: new AbortController().signal, progress: () => undefined };

/** Two files of orders added one after the other; the first is taken back. */
async function takingBack(): Promise<Trial> {
  const environment = nodeEnvironment();
  const workspace = openWorkspace(environment, "w");
  let ids = 0;
  const session = new IngestSession(storedData(environment), {
    nowMs: () => 0,
    elapsedMs: () => 0,
    newId: () => `import-${++ids}`,
  });
  const { read, store, takeBack } = session.handlers;
  for (const name of ["一月", "二月"]) {
    const file = new File([`客户名称,单据日期,金额\n${name},2025-01-05,10\n`], `${name}.csv`);
    const plan = defaultPlan(await inspectFile(file), 0);
    if (plan === null) throw new Error("no table of orders");
    const sheet = await read({ file, plan, sheetName: null }, context);
    if (!("ticket" in sheet)) throw new Error("no ticket");
    await store(
      {
        workspace: "w",
        tickets: [sheet.ticket],
        choices: { mode: "append", dropsDuplicates: false, takesOut: [] },
      },
      context,
    );
  }
  const namesStored = async (): Promise<readonly string[]> => {
    const manifest = await readManifest(workspace);
    return manifest.ok ? (manifest.value?.imports ?? []).map(({ fileName }) => fileName) : [];
  };
  const manifest = await readManifest(workspace);
  const importId = manifest.ok ? manifest.value?.imports[0]?.importId : undefined;
  if (importId === undefined) throw new Error("nothing imported");
  return {
    act: async () => {
      if (!(await namesStored()).includes("一月.csv")) return "";
      try {
        await takeBack({ workspace: "w", importId }, context);
        return "";
      } catch (error) {
        if (error instanceof StorageFailure) return error.error.code;
        throw error;
      }
    },
    after: async (wasDone) => {
      expect(await namesStored()).toEqual(wasDone ? ["二月.csv"] : ["一月.csv", "二月.csv"]);
      const boot = await bootWorkspace(workspace);
      expect(boot.kind).toBe("ready");
      if (boot.kind !== "ready") return;
      const orders = await loadTable(workspace, boot.manifest, "orders", "all");
      expect(orders.ok && orders.value.rowCount).toBe(wasDone ? 1 : 2);
    },
  };
}
