import type { Entity } from "../domain/entities";
import type { Generation } from "../domain/generation";
import type { ImportRecord, Manifest } from "../domain/manifest";
import { takeBackOf } from "../domain/merge";
import { inspectFile } from "../ingest/inspect";
import { FileError, type SheetPlan, type SheetRead } from "../ingest/plan";
import { readSheet } from "../ingest/read";
import type { SecondReader } from "../ingest/share-columns";
import { sha256 } from "../kernel/base/sha256";
import { csvText } from "../export/csv";
import type { WriteLockOptions } from "../storage/locks";
import { FingerprintBuilder, fileFingerprint } from "./fingerprint";
import type { StoredData } from "./stored-generations";
import { CallFailure } from "./call-error";
import { ImportDesk, type DeskSheet } from "./import-desk";
import type {
  ImportChoices,
  ImportReport,
  ImportReview,
  IngestCalls,
  SheetReport,
} from "./protocol";
import type { CallContext, Handlers } from "./serve";

interface Held {
  readonly file: File;
  readonly plan: SheetPlan;
  readonly sheetName: string | null;
  readonly read: SheetRead;
  /** Computed while the sheet is read or looked at, so that storing does not wait for it. */
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
  readonly #desk: ImportDesk;
  #lastTicket = 0;

  constructor(store: StoredData, surroundings: Surroundings) {
    this.#store = store;
    this.#desk = new ImportDesk(store);
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
    review: (input) => this.#review(input),
    differenceCsv: (input) => this.#desk.differenceCsv(input),
    takeBack: (input, context) =>
      this.#store.exclusively(input.workspace, waitingOf(context), () =>
        this.#takeBack(input, context),
      ),
    discard: ({ tickets }) => {
      for (const ticket of tickets) this.#held.delete(ticket);
      this.#desk.clear();
      return null;
    },
    issuesCsv: ({ ticket }) => {
      const listed = [...this.#heldOf(ticket).read.issues.listed, ...this.#desk.issuesOf(ticket)];
      const rows = listed.map(({ row, column, code, severity, sample }) => [
        row,
        column,
        code,
        severity,
        sample,
      ]);
      return csvText(["row", "column", "code", "severity", "sample"], rows);
    },
  };

  async #read(
    { file, plan, sheetName = null }: IngestCalls["read"]["in"],
    context: CallContext,
  ): Promise<SheetReport> {
    const startMs = this.#surroundings.elapsedMs();
    const seen = new FingerprintBuilder();
    const { secondReader } = this.#surroundings;
    const read = await readSheet(file, plan, {
      signal: context.signal,
      onBytes: (bytes) => {
        seen.add(bytes);
      },
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
    const fingerprint = seen.length === file.size ? seen.finish() : fileFingerprint(file);
    // Awaited when the sheet is stored.
    fingerprint.catch(() => undefined);
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
    { workspace, tickets, choices }: IngestCalls["store"]["in"],
    context: CallContext,
  ): Promise<ImportReport> {
    const startMs = this.#surroundings.elapsedMs();
    const manifest = await this.#store.manifest(workspace);
    const sheets = await this.#sheetsOf(tickets, manifest, choices);
    const customersBefore = rowCount(manifest, "customers");
    const fresh = freshSheets(sheets, manifest, choices);
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
    const { next: generation, imports } = await this.#desk.prepare({
      workspace,
      manifest,
      sheets: fresh,
      choices,
    });
    const next = await this.#write(workspace, { generation, imports, manifest }, context);
    this.#forget(tickets);
    const added = new Set(fresh.map(({ record }) => record.importId));
    return {
      outcome: "stored",
      manifest: next,
      rowsAdded: imports
        .filter(({ importId }) => added.has(importId))
        .reduce((sum, { rowsStored, rowsKept }) => sum + (rowsStored ?? rowsKept), 0),
      customersBefore,
      customersAfter: rowCount(next, "customers"),
      elapsedMs: this.#surroundings.elapsedMs() - startMs,
    };
  }

  async #review({
    workspace,
    tickets,
    choices,
  }: IngestCalls["review"]["in"]): Promise<ImportReview> {
    const manifest = workspace === null ? null : await this.#store.manifest(workspace);
    const sheets = await this.#sheetsOf(tickets, manifest, choices);
    const fresh = freshSheets(sheets, manifest, choices);
    return this.#desk.review({ workspace, manifest, sheets: fresh, choices });
  }

  async #takeBack(
    { workspace, importId }: IngestCalls["takeBack"]["in"],
    context: CallContext,
  ): Promise<Manifest> {
    const manifest = await this.#store.manifest(workspace);
    const record = manifest?.imports.find((candidate) => candidate.importId === importId);
    const way = manifest && record ? takeBackOf(manifest, record) : null;
    if (manifest === null || record === undefined || way?.kind !== "can") {
      // Another tab has taken it back, or imported on top of it: the page has to look again.
      throw new CallFailure({ code: "E_STALE_TAB", message: "no such import", where: {} });
    }
    const { next: generation, imports } = await this.#desk.without(workspace, manifest, record);
    const lastChange = "take-back";
    return this.#write(workspace, { generation, imports, manifest, lastChange }, context);
  }

  async #write(workspace: string, made: Made, context: CallContext): Promise<Manifest> {
    const { generation, imports, manifest, lastChange = "import" } = made;
    const written = await this.#store.write(workspace, generation, {
      imports,
      lastChange,
      expectedRevision: manifest === null ? 0 : manifest.revision,
      onProgress: (done) => {
        context.progress({ done });
      },
      signal: context.signal,
    });
    this.#desk.clear();
    return written;
  }

  /** The sheets with the records that they would leave; ids are made anew each time. */
  async #sheetsOf(
    tickets: readonly string[],
    manifest: Manifest | null,
    { mode }: ImportChoices,
  ): Promise<readonly DeskSheet[]> {
    const batch = 1 + Math.max(0, ...(manifest?.imports ?? []).map((record) => record.batch));
    return Promise.all(
      tickets.map(async (ticket) => {
        const held = this.#heldOf(ticket);
        const record = { ...(await this.#recordOf(held)), batch, mode };
        return { ticket, read: held.read, record };
      }),
    );
  }

  async #recordOf({
    file,
    plan,
    sheetName,
    read,
    fingerprint,
  }: Held): Promise<Omit<ImportRecord, "batch" | "mode">> {
    return {
      importId: this.#surroundings.newId(),
      fileName: file.name,
      sheetName,
      sheetIndex: plan.sheetIndex,
      fileSha256: await fingerprint,
      planSha256: sha256(new TextEncoder().encode(JSON.stringify(plan))),
      entity: read.entity,
      rowsRead: read.rowsRead,
      rowsKept: read.rowsKept,
      rowsStored: read.rowsKept,
      rowsReplaced: 0,
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

/** A generation to be written over a manifest. */
interface Made {
  readonly generation: Generation;
  readonly imports: readonly ImportRecord[];
  readonly manifest: Manifest | null;
  readonly lastChange?: "import" | "take-back";
}

const identityOf = ({ fileSha256, planSha256 }: ImportRecord): string =>
  `${fileSha256} ${planSha256}`;

/**
 * The sheets that change something. The same file read the same way counts once, however often it is dropped.
 *
 * Adding and updating leave out what is stored already, whole. Replacing takes every sheet, stored or not, because what is
 * not taken is gone; only when exactly these sheets are all that is stored of their tables is there nothing to do.
 */
function freshSheets(
  sheets: readonly DeskSheet[],
  manifest: Manifest | null,
  { mode, takesOut }: ImportChoices,
): readonly DeskSheet[] {
  const stored = (manifest?.imports ?? []).filter(({ importId }) => !takesOut.includes(importId));
  const isWhole = ({ rowsStored, rowsKept }: ImportRecord): boolean =>
    mode !== "upsert" || rowsStored === null || rowsStored === rowsKept;
  const known = new Set(stored.filter(isWhole).map(identityOf));
  const distinct = new Map(sheets.map((sheet) => [identityOf(sheet.record), sheet]));
  if (mode !== "replace") {
    return [...distinct].filter(([identity]) => !known.has(identity)).map(([, fresh]) => fresh);
  }
  const entities = new Set(sheets.map(({ read }) => read.entity));
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
