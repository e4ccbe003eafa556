import type { Entity } from "../domain/entities";
import type { ImportRecord, Manifest } from "../domain/manifest";
import { assemble } from "../ingest/assemble";
import { inspectFile } from "../ingest/inspect";
import { FileError, type SheetPlan, type SheetRead } from "../ingest/plan";
import { readSheet } from "../ingest/read";
import type { SecondReader } from "../ingest/share-columns";
import { sha256 } from "../kernel/base/sha256";
import { csvText } from "../export/csv";
import type { WriteLockOptions } from "../storage/locks";
import { fileFingerprint } from "./fingerprint";
import type { StoredData } from "./stored-generations";
import type { ImportReport, IngestCalls, SheetReport } from "./protocol";
import type { CallContext, Handlers } from "./serve";

interface Held {
  readonly file: File;
  readonly plan: SheetPlan;
  readonly sheetName: string | null;
  readonly read: SheetRead;
  /** Computed while the sheet is read and looked at, so that storing does not wait for it. */
  readonly fingerprint: Promise<string>;
}

/** Clock and ids, handed in because nothing below the thread line may look at the world. */
export interface Surroundings {
  readonly nowMs: () => number;
  readonly elapsedMs: () => number;
  readonly newId: () => string;
  /** Another thread for large files; absent where there is no second processor. */
  readonly secondReader?: SecondReader;
}

/** One page's imports: sheets that are read and not yet stored, by ticket. */
export class IngestSession {
  readonly #store: StoredData;
  readonly #surroundings: Surroundings;
  readonly #held = new Map<string, Held>();
  #lastTicket = 0;

  constructor(store: StoredData, surroundings: Surroundings) {
    this.#store = store;
    this.#surroundings = surroundings;
  }

  readonly handlers: Handlers<IngestCalls> = {
    inspect: ({ file, options }) => inspectFile(file, options),
    read: (input, context) => this.#read(input, context),
    store: (input, context) =>
      this.#store.exclusively(input.workspace, waitingOf(context), () =>
        this.#storeAll(input, context),
      ),
    duplicate: ({ workspace, name }, context) =>
      this.#store.duplicate(workspace, name, {
        signal: context.signal,
        onProgress: (done) => {
          context.progress({ done });
        },
      }),
    discard: ({ tickets }) => {
      for (const ticket of tickets) this.#held.delete(ticket);
      return null;
    },
    issuesCsv: ({ ticket }) => {
      const rows = this.#heldOf(ticket).read.issues.listed.map(
        ({ row, column, code, severity, sample }) => [row, column, code, severity, sample],
      );
      return csvText(["row", "column", "code", "severity", "sample"], rows);
    },
  };

  async #read(
    { file, plan, sheetName = null }: IngestCalls["read"]["in"],
    context: CallContext,
  ): Promise<SheetReport> {
    const startMs = this.#surroundings.elapsedMs();
    const fingerprint = fileFingerprint(file);
    // Awaited when the sheet is stored; a file that vanished fails the reading first.
    fingerprint.catch(() => undefined);
    const { secondReader } = this.#surroundings;
    const read = await readSheet(file, plan, {
      signal: context.signal,
      ...(secondReader && { second: secondReader }),
      onProgress: ({ bytesRead, bytesTotal, rowsRead }) => {
        const elapsedMs = this.#surroundings.elapsedMs() - startMs;
        const done = bytesTotal === 0 ? null : bytesRead / bytesTotal;
        context.progress({
          done,
          rows: rowsRead,
          rowsPerSecond: elapsedMs > 0 ? (rowsRead / elapsedMs) * 1000 : null,
          remainingMs: done === null || done === 0 ? null : (elapsedMs * (1 - done)) / done,
        });
      },
    });
    const ticket = `sheet-${++this.#lastTicket}`;
    this.#held.set(ticket, { file, plan, sheetName, read, fingerprint });
    return {
      ticket,
      entity: read.entity,
      rowsRead: read.rowsRead,
      rowsKept: read.rowsKept,
      issues: read.issues,
      elapsedMs: this.#surroundings.elapsedMs() - startMs,
    };
  }

  async #storeAll(
    { workspace, tickets, mode }: IngestCalls["store"]["in"],
    context: CallContext,
  ): Promise<ImportReport> {
    const startMs = this.#surroundings.elapsedMs();
    const held = tickets.map((ticket) => this.#heldOf(ticket));
    const manifest = await this.#store.manifest(workspace);
    const imports = await Promise.all(held.map((sheet) => this.#recordOf(sheet)));
    const customersBefore = rowCount(manifest, "customers");
    const fresh = freshSheets(held, imports, manifest, mode);
    if (manifest !== null && fresh.length === 0) {
      this.#forget(tickets);
      return {
        outcome: "unchanged",
        manifest,
        rowsAdded: 0,
        customersBefore,
        customersAfter: customersBefore,
        elapsedMs: this.#surroundings.elapsedMs() - startMs,
      };
    }
    const previous =
      manifest === null || manifest.tables.length === 0
        ? null
        : await this.#store.generation(workspace, manifest);
    const reads = fresh.map(({ sheet }) => sheet.read);
    const replaced = new Set(mode === "replace" ? reads.map((read) => read.entity) : []);
    const generation = assemble(previous, reads, mode);
    const kept = (manifest?.imports ?? []).filter((record) => !replaced.has(record.entity));
    const next = await this.#store.write(workspace, generation, {
      imports: [...kept, ...fresh.map(({ record }) => record)],
      expectedRevision: manifest === null ? 0 : manifest.revision,
      onProgress: (done) => {
        context.progress({ done });
      },
      signal: context.signal,
    });
    this.#forget(tickets);
    return {
      outcome: "stored",
      manifest: next,
      rowsAdded: reads.reduce((sum, read) => sum + read.rowsKept, 0),
      customersBefore,
      customersAfter: rowCount(next, "customers"),
      elapsedMs: this.#surroundings.elapsedMs() - startMs,
    };
  }

  async #recordOf({ file, plan, sheetName, read, fingerprint }: Held): Promise<ImportRecord> {
    return {
      importId: this.#surroundings.newId(),
      fileName: file.name,
      sheetName,
      fileSha256: await fingerprint,
      planSha256: sha256(new TextEncoder().encode(JSON.stringify(plan))),
      entity: read.entity,
      rowsRead: read.rowsRead,
      rowsKept: read.rowsKept,
      importedAtMs: this.#surroundings.nowMs(),
    };
  }

  #heldOf(ticket: string): Held {
    const held = this.#held.get(ticket);
    // The worker may have been restarted between reading and storing: the page must read again.
    if (held === undefined) throw new FileError("E_FILE_CHANGED", { detail: "ticket" });
    return held;
  }

  #forget(tickets: readonly string[]): void {
    for (const ticket of tickets) this.#held.delete(ticket);
  }
}

/** How a call waits for another tab: it can be cancelled meanwhile, and the page is told. */
function waitingOf(context: CallContext): WriteLockOptions {
  return {
    signal: context.signal,
    onWaiting: () => {
      context.progress({ waiting: true });
    },
  };
}

interface FreshSheet {
  readonly sheet: Held;
  readonly record: ImportRecord;
}

const identityOf = ({ fileSha256, planSha256 }: ImportRecord): string =>
  `${fileSha256} ${planSha256}`;

/**
 * The sheets that change something. The same file read the same way counts once, however often it is dropped.
 *
 * Appending leaves out what is stored already. Replacing takes every sheet, stored or not, because what is not taken is
 * gone; only when exactly these sheets are all that is stored of their tables is there nothing to do.
 */
function freshSheets(
  held: readonly Held[],
  records: readonly ImportRecord[],
  manifest: Manifest | null,
  mode: "append" | "replace",
): readonly FreshSheet[] {
  const stored = manifest === null ? [] : manifest.imports;
  const known = new Set(stored.map(identityOf));
  const distinct = new Map<string, FreshSheet>();
  held.forEach((sheet, index) => {
    const record = records[index];
    if (record !== undefined) distinct.set(identityOf(record), { sheet, record });
  });
  if (mode === "append") {
    return [...distinct].filter(([identity]) => !known.has(identity)).map(([, fresh]) => fresh);
  }
  const entities = new Set(held.map(({ read }) => read.entity));
  const before = stored.filter(({ entity }) => entities.has(entity));
  const isSame =
    before.length === distinct.size && [...distinct.keys()].every((id) => known.has(id));
  return isSame ? [] : [...distinct.values()];
}

function rowCount(manifest: Manifest | null, entity: Entity): number {
  // No table: nothing was ever imported, or the first import was undone.
  const table = manifest?.tables.find((candidate) => candidate.entity === entity);
  return table === undefined ? 0 : table.rowCount;
}
