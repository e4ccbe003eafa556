import type { CallFailure } from "../../workers/call-error";
import { isCancelled, type WorkerClient } from "../../workers/client";
import type { CallProgress, ImportReport, IngestCalls } from "../../workers/protocol";
import { asFailure } from "./analysis.svelte";
import { ImportFile } from "./import-file.svelte";
import type { SheetDraft } from "./sheet-draft.svelte";

export type ImportStatus = "open" | "storing" | "stored" | "failed";

/** Where the rows go and who must hear of it. */
export interface ImportTarget {
  /** The workspace to store into; made on demand when the reader has none yet. */
  workspace(): Promise<string>;
  /** The data of the workspace have changed. */
  stored(report: ImportReport): Promise<void>;
}

/** Everything between dropping files and the report: nothing is stored before `store` is called. */
export class ImportSession {
  readonly #worker: WorkerClient<IngestCalls>;
  readonly #target: ImportTarget;
  #files = $state.raw<readonly ImportFile[]>([]);
  #mode = $state<"append" | "replace">("append");
  #status = $state<ImportStatus>("open");
  #progress = $state.raw<CallProgress | null>(null);
  #report = $state.raw<ImportReport | null>(null);
  #error = $state.raw<CallFailure | null>(null);
  #controller: AbortController | null = null;
  #lastId = 0;

  constructor(worker: WorkerClient<IngestCalls>, target: ImportTarget) {
    this.#worker = worker;
    this.#target = target;
  }

  get files(): readonly ImportFile[] {
    return this.#files;
  }
  get mode(): "append" | "replace" {
    return this.#mode;
  }
  get status(): ImportStatus {
    return this.#status;
  }
  get progress(): CallProgress | null {
    return this.#progress;
  }
  get report(): ImportReport | null {
    return this.#report;
  }
  get error(): CallFailure | null {
    return this.#error;
  }
  /** The sheets that the reader wants, read or not. */
  get wanted(): readonly SheetDraft[] {
    return this.#files.flatMap((file) => file.sheets.filter((sheet) => sheet.included));
  }
  /** Rows that `store` would add. */
  get rowsReady(): number {
    return this.wanted.reduce(
      (sum, sheet) => sum + (sheet.report === null ? 0 : sheet.report.rowsKept),
      0,
    );
  }
  /** Every wanted sheet is read and at least one is wanted. */
  get canStore(): boolean {
    return (
      this.#status !== "storing" &&
      this.wanted.length > 0 &&
      this.rowsReady > 0 &&
      this.wanted.every((sheet) => sheet.status === "read")
    );
  }

  add(files: readonly File[]): void {
    if (this.#status === "stored") this.clear();
    const added = files.map((file) => new ImportFile(++this.#lastId, file, this.#worker));
    this.#files = [...this.#files, ...added];
    this.#report = null;
    this.#error = null;
    this.#status = "open";
    for (const file of added) void file.inspect();
  }

  remove(file: ImportFile): void {
    file.discard();
    this.#files = this.#files.filter((candidate) => candidate !== file);
  }

  setMode(mode: "append" | "replace"): void {
    this.#mode = mode;
  }

  /** Stores all wanted sheets as one generation: all of them or none. */
  async store(): Promise<void> {
    if (!this.canStore) return;
    const controller = new AbortController();
    this.#controller = controller;
    this.#status = "storing";
    this.#progress = null;
    this.#error = null;
    try {
      const tickets = this.wanted.flatMap((sheet) =>
        sheet.report === null ? [] : [sheet.report.ticket],
      );
      const workspace = await this.#target.workspace();
      const report = await this.#worker.call(
        "store",
        { workspace, tickets, mode: this.#mode },
        {
          signal: controller.signal,
          onProgress: (progress) => {
            this.#progress = progress;
          },
        },
      );
      await this.#target.stored(report);
      this.#report = report;
      this.#status = "stored";
    } catch (thrown) {
      this.#status = isCancelled(thrown) ? "open" : "failed";
      if (!isCancelled(thrown)) this.#error = asFailure(thrown);
    }
  }

  /**
   * The whole way without anybody looking: inspect, read and store files whose mapping is known to be right (the demo).
   *
   * @throws CallFailure when a file cannot be read or stored
   */
  async storeAll(files: readonly File[]): Promise<ImportReport> {
    const added = files.map((file) => new ImportFile(++this.#lastId, file, this.#worker));
    this.#files = added;
    const reports = await Promise.all(added.map((file) => file.readAll()));
    const workspace = await this.#target.workspace();
    const tickets = reports.flat().map((sheet) => sheet.ticket);
    const report = await this.#worker.call("store", { workspace, tickets, mode: "replace" });
    await this.#target.stored(report);
    return report;
  }

  cancelStore(): void {
    this.#controller?.abort();
  }

  /** Issues of a read sheet as CSV text. */
  async issuesCsv(sheet: SheetDraft): Promise<string> {
    if (sheet.report === null) return "";
    return this.#worker.call("issuesCsv", { ticket: sheet.report.ticket });
  }

  /** Forgets all files; what was stored stays. */
  clear(): void {
    for (const file of this.#files) file.discard();
    this.#files = [];
    this.#report = null;
    this.#error = null;
    this.#status = "open";
    this.#mode = "append";
  }
}
