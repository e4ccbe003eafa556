import type { ImportRecord, Manifest } from "../domain/manifest";
import { assemble } from "../ingest/assemble";
import { inspectFile } from "../ingest/inspect";
import { FileError, type SheetPlan, type SheetRead } from "../ingest/plan";
import { readSheet } from "../ingest/read";
import { sha256 } from "../kernel/base/sha256";
import { csvText } from "../export/csv";
import { fileFingerprint } from "./fingerprint";
import type { StoredData } from "./stored-generations";
import type { ImportReport, IngestCalls, SheetReport } from "./protocol";
import type { CallContext, Handlers } from "./serve";

interface Held {
  readonly file: File;
  readonly plan: SheetPlan;
  readonly read: SheetRead;
  /** Computed while the sheet is read and looked at, so that storing does not wait for it. */
  readonly fingerprint: Promise<string>;
}

/** Clock and ids, handed in because nothing below the thread line may look at the world. */
export interface Surroundings {
  readonly nowMs: () => number;
  readonly elapsedMs: () => number;
  readonly newId: () => string;
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
    read: ({ file, plan }, context) => this.#read(file, plan, context),
    store: (input, context) =>
      this.#store.exclusively(input.workspace, context.signal, () =>
        this.#storeAll(input, context),
      ),
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

  async #read(file: File, plan: SheetPlan, context: CallContext): Promise<SheetReport> {
    const startMs = this.#surroundings.elapsedMs();
    const fingerprint = fileFingerprint(file);
    // Awaited when the sheet is stored; a file that vanished fails the reading first.
    fingerprint.catch(() => undefined);
    const read = await readSheet(file, plan, {
      signal: context.signal,
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
    this.#held.set(ticket, { file, plan, read, fingerprint });
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
    const isKnown = (record: ImportRecord | undefined): boolean =>
      record !== undefined &&
      manifest?.imports.some(
        ({ fileSha256, planSha256 }) =>
          fileSha256 === record.fileSha256 && planSha256 === record.planSha256,
      ) === true;
    const fresh = held.filter((_, index) => !isKnown(imports[index]));
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
    const replaced = new Set(mode === "replace" ? fresh.map((sheet) => sheet.read.entity) : []);
    const generation = assemble(
      previous,
      fresh.map((sheet) => sheet.read),
      mode,
    );
    const kept = (manifest?.imports ?? []).filter((record) => !replaced.has(record.entity));
    const next = await this.#store.write(workspace, generation, {
      imports: [...kept, ...imports.filter((record) => !isKnown(record))],
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
      rowsAdded: fresh.reduce((sum, sheet) => sum + sheet.read.rowsKept, 0),
      customersBefore,
      customersAfter: rowCount(next, "customers"),
      elapsedMs: this.#surroundings.elapsedMs() - startMs,
    };
  }

  async #recordOf({ file, plan, read, fingerprint }: Held): Promise<ImportRecord> {
    return {
      importId: this.#surroundings.newId(),
      fileName: file.name,
      sheetName: null,
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

function rowCount(manifest: Manifest | null, entity: "orders" | "customers"): number {
  // No table: nothing was ever imported, or the first import was undone.
  const table = manifest?.tables.find((candidate) => candidate.entity === entity);
  return table === undefined ? 0 : table.rowCount;
}
