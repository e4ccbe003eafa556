import type { Entity } from "../../domain/entities";
import { shrunkenTables, type TableDifference } from "../../domain/difference";
import type { ImportMode } from "../../domain/merge";
import { recipeOf, type Recipe } from "../../domain/recipe";
import type { CallFailure } from "../../workers/call-error";
import { isCancelled, type WorkerClient } from "../../workers/client";
import type {
  CallProgress,
  ImportChoices,
  ImportReport,
  IngestCalls,
  SheetReview,
} from "../../workers/protocol";
import { asFailure } from "./analysis.svelte";
import { ImportFile } from "./import-file.svelte";
import { ImportReviewState } from "./import-review.svelte";
import type { SheetDraft } from "./sheet-draft.svelte";

export type ImportStatus = "open" | "storing" | "stored" | "failed";

/** Where the rows go and who must hear of it. */
export interface ImportTarget {
  /** The workspace that an import would be added to; null when there is none yet. */
  current(): string | null;
  /** Whether there are data that an import would meet. */
  hasData(): boolean;
  /** The workspace to store into; made on demand when the reader has none yet. */
  workspace(): Promise<string>;
  /** Confirmed mappings. */
  recipes(): readonly Recipe[];
  /** The data of the workspace have changed; these mappings were confirmed by it. */
  stored(report: ImportReport, confirmed: readonly Recipe[]): Promise<void>;
  nowMs(): number;
}

/** Everything between dropping files and the report: nothing is stored before `store` is called. */
export class ImportSession {
  readonly #worker: WorkerClient<IngestCalls>;
  readonly #target: ImportTarget;
  readonly #review: ImportReviewState;
  #files = $state.raw<readonly ImportFile[]>([]);
  #mode = $state<ImportMode>("append");
  #dropsDuplicates = $state(false);
  #takesOut = $state.raw<readonly string[]>([]);
  #status = $state<ImportStatus>("open");
  #progress = $state.raw<CallProgress | null>(null);
  #report = $state.raw<ImportReport | null>(null);
  #error = $state.raw<CallFailure | null>(null);
  #controller: AbortController | null = null;
  #lastId = 0;
  #met: string | null = null;

  constructor(worker: WorkerClient<IngestCalls>, target: ImportTarget) {
    this.#worker = worker;
    this.#target = target;
    this.#review = new ImportReviewState(worker);
  }

  get files(): readonly ImportFile[] {
    return this.#files;
  }
  get mode(): ImportMode {
    return this.#mode;
  }
  /** Rows that are there already are left out. */
  get dropsDuplicates(): boolean {
    return this.#dropsDuplicates;
  }
  /** Ids of imports that this one takes the place of. */
  get takesOut(): readonly string[] {
    return this.#takesOut;
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
  /** What the import would do, once that is known; it follows every change of the files and choices. */
  get review(): ImportReviewState {
    return this.#review;
  }
  /** Tables that would lose more than half of their rows: the reader is asked first. */
  get shrunken(): readonly TableDifference[] {
    return shrunkenTables(this.#review.report?.differences ?? []);
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
  /** Every wanted sheet is read and at least one is wanted; what it does to the data that are there is known. */
  get canStore(): boolean {
    return this.#isRead && !(this.#target.hasData() && this.#review.status === "running");
  }

  get #isRead(): boolean {
    return (
      this.#status !== "storing" &&
      this.wanted.length > 0 &&
      this.rowsReady > 0 &&
      this.wanted.every((sheet) => sheet.status === "read")
    );
  }

  get #choices(): ImportChoices {
    return {
      mode: this.#mode,
      dropsDuplicates: this.#dropsDuplicates,
      takesOut: this.#takesOut,
    };
  }

  get #tickets(): readonly string[] {
    return this.wanted.flatMap(({ report }) => (report === null ? [] : [report.ticket]));
  }

  /** What the review says of a sheet; null while it is not known. */
  reviewOf(sheet: SheetDraft): SheetReview | null {
    const ticket = sheet.report?.ticket;
    return this.#review.report?.sheets.find((reviewed) => reviewed.ticket === ticket) ?? null;
  }

  add(files: readonly File[]): void {
    if (this.#status === "stored") this.clear();
    const added = files.map((file) => this.#fileOf(file));
    this.#files = [...this.#files, ...added];
    this.#report = null;
    this.#error = null;
    this.#status = "open";
    for (const file of added) void file.inspect();
  }

  remove(file: ImportFile): void {
    file.discard();
    this.#files = this.#files.filter((candidate) => candidate !== file);
    this.#sheetsChanged();
  }

  /** The import will be added to these data (null: to none); what was said about others no longer counts. */
  meets(generation: string | null): void {
    if (generation === this.#met) return;
    this.#met = generation;
    this.#sheetsChanged();
  }

  setMode(mode: ImportMode): void {
    this.#mode = mode;
    this.#look();
  }

  setDropsDuplicates(drops: boolean): void {
    this.#dropsDuplicates = drops;
    this.#look();
  }

  /** Takes an earlier import out when this one is stored, or leaves it. */
  setTakesOut(importId: string, takesOut: boolean): void {
    const others = this.#takesOut.filter((known) => known !== importId);
    this.#takesOut = takesOut ? [...others, importId] : others;
    this.#look();
  }

  /** Stores all wanted sheets as one generation: all of them or none. */
  async store(): Promise<void> {
    if (!this.canStore) return;
    this.#review.stop();
    const controller = new AbortController();
    this.#controller = controller;
    this.#status = "storing";
    this.#progress = null;
    this.#error = null;
    try {
      const tickets = this.#tickets;
      const confirmed = this.#confirmed();
      const workspace = await this.#target.workspace();
      const report = await this.#worker.call(
        "store",
        { workspace, tickets, choices: this.#choices },
        {
          signal: controller.signal,
          onProgress: (progress) => {
            this.#progress = progress;
          },
        },
      );
      await this.#target.stored(report, confirmed);
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
    const choices = { mode: "replace", dropsDuplicates: false, takesOut: [] } as const;
    const report = await this.#worker.call("store", { workspace, tickets, choices });
    await this.#target.stored(report, []);
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

  /** Every row of a table that the import would change, as CSV text. */
  differenceCsv(
    entity: Entity,
    words: Pick<IngestCalls["differenceCsv"]["in"], "kinds" | "headers">,
  ): Promise<string> {
    return this.#worker.call("differenceCsv", { entity, ...words });
  }

  /** Forgets all files; what was stored stays. */
  clear(): void {
    for (const file of this.#files) file.discard();
    this.#files = [];
    this.#report = null;
    this.#error = null;
    this.#status = "open";
    this.#mode = "append";
    this.#dropsDuplicates = false;
    this.#takesOut = [];
    this.#review.clear();
  }

  #fileOf(file: File): ImportFile {
    return new ImportFile(++this.#lastId, file, this.#worker, {
      recipes: () => this.#target.recipes(),
      changed: () => {
        this.#sheetsChanged();
      },
    });
  }

  /** A sheet was read, or is read no more: imports that it was to take the place of are another question now. */
  #sheetsChanged(): void {
    this.#takesOut = [];
    this.#look();
  }

  #look(): void {
    if (this.#status === "storing" || this.#status === "stored") return;
    if (!this.#isRead) {
      this.#review.clear();
      return;
    }
    this.#review.ask({
      workspace: this.#target.hasData() ? this.#target.current() : null,
      tickets: this.#tickets,
      choices: this.#choices,
    });
  }

  #confirmed(): readonly Recipe[] {
    const confirmedAtMs = this.#target.nowMs();
    return this.#files.flatMap(({ name, sheets }) =>
      sheets.flatMap(({ included, entity, columns, inspection }) =>
        included && entity !== null && inspection.headerRow >= 0
          ? [recipeOf(entity, columns, { fileName: name, confirmedAtMs })]
          : [],
      ),
    );
  }
}
