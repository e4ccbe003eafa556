import type { ImportRecord, Manifest } from "../../../src/domain/manifest";
import type { Result } from "../../../src/kernel/base/result";
import { bootWorkspace, readManifest, type Boot } from "../../../src/storage/boot";
import { remember } from "../../../src/storage/remember";
import { generationOf } from "../../../src/storage/chunk-keys";
import { loadTable } from "../../../src/storage/chunks";
import { rootOf } from "../../../src/storage/digest";
import { browserEnvironment, SCHEMA, type SchemaVersion } from "../../../src/storage/environment";
import { writeGeneration } from "../../../src/storage/generation-writer";
import { openHome } from "../../../src/storage/home";
import { appendEntry, readJournal } from "../../../src/storage/journal";
import { CHUNKS, META, SCHEMA_KEY } from "../../../src/storage/layout";
import { withWriteLock } from "../../../src/storage/locks";
import { cacheSentinel, joinedSentinel, textSentinel } from "../../../src/storage/sentinel";
import type { StorageError } from "../../../src/storage/errors";
import { keysOf, put } from "../../../src/storage/transaction";
import {
  closeWorkspace,
  onWorkspaceEnded,
  openWorkspace,
  type Workspace,
} from "../../../src/storage/workspace";
import { createWorkspace, listWorkspaces } from "../../../src/storage/workspaces";
import { seededContent } from "../support/content";
import { sameTable } from "../support/same-table";
import { atomicity } from "./atomicity";
import { hashesAt } from "./clock";
import type { ImportOrder } from "./importing.worker";
import { signal, stoppingAt } from "./signal";
import { secondReadingFault, workerFaults } from "./worker-faults";

const FIRST_WORKSPACE = "w";
/** Small transactions, so that an import has several steps to be killed between. */
const BATCH_BYTES = 128 * 1024;

/** What a start found: the material of the oracle (reliability.md 3.1). */
export interface Finding {
  readonly boot: Boot["kind"];
  readonly reason: string;
  /** Seed of the content that the manifest promises; null without a manifest. */
  readonly seed: number | null;
  readonly revision: number;
  /** Every value of every column is the one that the seed gives. */
  readonly whole: boolean;
  /** What loading complained of, as JSON; empty when nothing. */
  readonly damage: string;
  readonly rootMatches: boolean;
  /** Generations in the database that are neither current nor previous. */
  readonly orphans: number;
  readonly entries: readonly string[];
  readonly journalError: string;
  readonly workspaces: number;
}

/** What the tests call in the page; one workspace at a time, opened afresh at each page load. */
export class Harness {
  readonly atomicity = atomicity;
  readonly hashesAt = hashesAt;
  readonly workerFaults = workerFaults;
  readonly secondReadingFault = secondReadingFault;
  #workspace: Workspace = openWorkspace(this.#environment(), FIRST_WORKSPACE);
  #ended = "";
  #endedMs = 0;
  readonly #onEnded: (() => void)[] = [];

  constructor() {
    this.#watch();
  }

  #environment(schema?: SchemaVersion): ReturnType<typeof browserEnvironment> {
    const memories = [textSentinel(localStorage)];
    if ("caches" in globalThis) memories.push(cacheSentinel(caches));
    const environment = browserEnvironment(joinedSentinel(memories));
    return schema === undefined ? environment : { ...environment, schema };
  }

  #watch(): void {
    const workspace = this.#workspace;
    onWorkspaceEnded(workspace, (ending) => {
      if (workspace !== this.#workspace) return;
      this.#ended = ending;
      this.#endedMs = Date.now();
      for (const tell of this.#onEnded) tell();
    });
  }

  /** Behaves as another build from here on. */
  useSchema(schema: SchemaVersion): void {
    this.#workspace = openWorkspace(this.#environment(schema), this.#workspace.id);
    this.#watch();
  }

  /** Forgets all, and goes on with another workspace as this build. */
  useWorkspace(id: string): void {
    closeWorkspace(this.#workspace);
    this.#ended = "";
    this.#onEnded.length = 0;
    this.#workspace = openWorkspace(this.#environment(), id);
    this.#watch();
  }

  /** Why this tab will not write any more; empty while it may. */
  ended(): string {
    return this.#ended;
  }

  /** Why this tab will not write any more, once it knows, and how long that took from now on. */
  async whenEnded(): Promise<{ why: string; afterMs: number }> {
    const askedMs = Date.now();
    if (this.#ended === "") await new Promise<void>((resolve) => this.#onEnded.push(resolve));
    return { why: this.#ended, afterMs: this.#endedMs - askedMs };
  }

  /** Tabs that share nothing with this one but the origin. */
  openTabs(urls: readonly string[]): void {
    for (const url of urls) window.open(url, "_blank", "noopener");
  }

  /** The server answers this one with `Clear-Site-Data`. @returns the status */
  async clearSiteData(): Promise<number> {
    return (await fetch("/clear")).status;
  }

  async boot(): Promise<Boot> {
    return bootWorkspace(this.#workspace);
  }

  async register(): Promise<void> {
    const home = openHome(this.#workspace.environment);
    const created = await createWorkspace(home, "harness", "own");
    if (!created.ok) throw new Error(JSON.stringify(created.error));
  }

  /** Imports the content of a seed on top of what is there; tells the server when it is acknowledged. */
  async importSeed(
    seed: number,
    rowCount: number,
    stopAt: string | null = null,
  ): Promise<Result<Manifest, StorageError>> {
    const before = await readManifest(this.#workspace);
    if (!before.ok) return before;
    const result = await writeGeneration(this.#workspace, seededContent(seed, rowCount), {
      imports: [record(seed, rowCount)],
      expectedRevision: before.value === null ? 0 : before.value.revision,
      batchBytes: BATCH_BYTES,
      faultPoint: stoppingAt(stopAt),
    });
    if (result.ok) {
      signal("imported", String(seed));
      await remember(this.#workspace, result.value);
    }
    return result;
  }

  /** As an import that keeps what is there: reads, adds its own record and writes, all under the lock. */
  async addImport(seed: number, rowCount: number): Promise<{ waitedMs: number; code: string }> {
    const started = performance.now();
    let waitedMs = -1;
    const options = { onWaiting: () => (waitedMs = performance.now() - started) };
    const result = await withWriteLock(this.#workspace, options, async (lease) => {
      const before = await readManifest(this.#workspace);
      if (!before.ok) return before;
      return writeGeneration(this.#workspace, seededContent(seed, rowCount), {
        imports: [...(before.value?.imports ?? []), record(seed, rowCount)],
        expectedRevision: before.value === null ? 0 : before.value.revision,
        lease,
      });
    });
    return { waitedMs, code: result.ok ? "" : result.error.code };
  }

  async manifest(): Promise<Manifest | null> {
    const result = await readManifest(this.#workspace);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  }

  /**
   * Imports in a worker that is terminated: at a named step, or after so many milliseconds.
   * @returns what the worker said last, "" when nothing
   */
  async importInWorker(
    seed: number,
    rowCount: number,
    end: { readonly stopAt: string | null; readonly afterMs: number },
  ): Promise<string> {
    const before = await this.manifest();
    const worker = new Worker(new URL("./importing.worker.ts", import.meta.url), {
      type: "module",
    });
    const order: ImportOrder = {
      seed,
      rowCount,
      stopAt: end.stopAt,
      revision: before === null ? 0 : before.revision,
    };
    const said = await new Promise<string>((resolve) => {
      if (end.stopAt === null) setTimeout(resolve, end.afterMs, "");
      worker.onmessage = (event: MessageEvent<string>) => {
        resolve(event.data);
      };
      worker.postMessage(order);
    });
    worker.terminate();
    return said;
  }

  /** Appends journal entries one after the other until killed, telling the server of each acknowledged one. */
  async keepAppending(prefix: string): Promise<void> {
    for (let i = 0; ; i++) {
      const id = `${prefix}-${i}`;
      const result = await appendEntry(this.#workspace, { id, atMs: i, kind: "note", body: { i } });
      if (!result.ok) return;
      signal("appended", id);
    }
  }

  async append(id: string): Promise<string> {
    const result = await appendEntry(this.#workspace, { id, atMs: 0, kind: "note", body: null });
    return result.ok ? "" : result.error.code;
  }

  /** Raises the writer that the data ask for without a new database version, as a newer build could. */
  async requireWriter(minWriter: number): Promise<void> {
    const schema = { ...SCHEMA, minWriter };
    await this.#workspace.data.write(() => put(META, SCHEMA_KEY, schema));
  }

  /** Starts as the app does and looks at everything. */
  async find(rowCount: number): Promise<Finding> {
    const boot = await this.boot();
    const listed = await listWorkspaces(openHome(this.#workspace.environment));
    const journal = await readJournal(this.#workspace);
    const found = {
      boot: boot.kind,
      reason: JSON.stringify({ ...boot, manifest: null }),
      entries: journal.ok ? journal.value.entries.map((entry) => entry.id) : [],
      journalError: journal.ok ? "" : JSON.stringify(journal.error),
      workspaces: listed.ok ? listed.value.length : -1,
    };
    const manifest = "manifest" in boot ? boot.manifest : null;
    if (manifest === null) {
      return { ...found, ...NOTHING, orphans: boot.kind === "welcome" ? await this.#orphans() : 0 };
    }
    return { ...found, ...(await this.#look(manifest, rowCount)) };
  }

  async #look(
    manifest: Manifest,
    rowCount: number,
  ): Promise<Omit<Finding, "boot" | "reason" | "entries" | "journalError" | "workspaces">> {
    const seed = Number(manifest.imports[0]?.importId);
    const content = seededContent(seed, rowCount);
    let whole = true;
    const damage: string[] = [];
    for (const entity of ["orders", "customers"] as const) {
      for (const { id } of content[entity].columns) {
        const loaded = await loadTable(this.#workspace, manifest, entity, [id]);
        if (!loaded.ok) damage.push(JSON.stringify(loaded.error));
        whole &&= loaded.ok && sameTable(loaded.value, content[entity].table, id);
      }
    }
    const hashes = manifest.tables.flatMap((table) =>
      table.columns.flatMap((column) =>
        [...column.chunks, ...column.dictionaryChunks].map((chunk) => chunk.sha256),
      ),
    );
    const root = await rootOf(this.#workspace.environment.digest, hashes);
    return {
      seed,
      revision: manifest.revision,
      whole,
      damage: damage.join("\n"),
      rootMatches: root === manifest.root,
      orphans: await this.#orphans(),
    };
  }

  /** -1 when the database cannot be read any more. */
  async #orphans(): Promise<number> {
    try {
      const manifest = await this.manifest();
      const keys = await this.#workspace.data.read(() => keysOf(CHUNKS));
      const kept = [manifest?.generation, manifest?.previousGeneration];
      const generations = new Set(keys.map(generationOf));
      return [...generations].filter((generation) => !kept.includes(generation)).length;
    } catch {
      // damage that shows up only now; what the start said stands in the rest of the finding
      return -1;
    }
  }
}

const NOTHING = { seed: null, revision: 0, whole: true, damage: "", rootMatches: true } as const;

function record(seed: number, rowCount: number): ImportRecord {
  return {
    importId: String(seed),
    fileName: `${seed}.csv`,
    sheetName: null,
    sheetIndex: 0,
    batch: 1,
    mode: "append",
    fileSha256: "",
    planSha256: "",
    entity: "orders",
    rowsRead: rowCount,
    rowsKept: rowCount,
    rowsStored: rowCount,
    rowsReplaced: 0,
    importedAtMs: 0,
  };
}
