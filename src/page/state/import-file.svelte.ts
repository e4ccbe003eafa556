import type { Entity } from "../../domain/entities";
import type { Recipe } from "../../domain/recipe";
import type { FileInspection, TextFormat } from "../../ingest/plan";
import type { CallFailure } from "../../workers/call-error";
import { isCancelled, type WorkerClient } from "../../workers/client";
import type { IngestCalls, InspectOptions, SheetReport } from "../../workers/protocol";
import { invariant } from "../../kernel/base/invariant";
import { asFailure } from "./analysis.svelte";
import type { SheetDraft } from "./sheet-draft.svelte";

export type ImportFileStatus = "inspecting" | "inspected" | "failed";

/** What a file asks of the import that it is part of. */
export interface FileSurroundings {
  /** Confirmed mappings. */
  recipes(): readonly Recipe[];
  /** A sheet was read, or what was read of it is no longer wanted. */
  changed(): void;
}

const NOBODY: FileSurroundings = { recipes: () => [], changed: () => undefined };

interface SheetChange {
  readonly headerRow?: number;
  readonly entity?: Entity;
  readonly ignoresRecipes?: boolean;
}

/** One dropped file: inspected at once, then each of its sheets read in the worker while the reader looks at the mapping. */
export class ImportFile {
  readonly id: number;
  readonly file: File;
  readonly #worker: WorkerClient<IngestCalls>;
  readonly #surroundings: FileSurroundings;
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing draws from it
  readonly #readings = new Map<SheetDraft, AbortController>();
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing draws from it
  readonly #running = new Map<SheetDraft, Promise<void>>();
  #status = $state<ImportFileStatus>("inspecting");
  #inspection = $state.raw<FileInspection | null>(null);
  #sheets = $state.raw<readonly SheetDraft[]>([]);
  #error = $state.raw<CallFailure | null>(null);
  #options: InspectOptions = {};
  #inspections = 0;
  /** Sheets whose present draft is of an older choice of kind or header row. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing draws from it
  readonly #changed = new Set<number>();

  constructor(
    id: number,
    file: File,
    worker: WorkerClient<IngestCalls>,
    surroundings: FileSurroundings = NOBODY,
  ) {
    this.id = id;
    this.file = file;
    this.#worker = worker;
    this.#surroundings = surroundings;
  }

  get name(): string {
    return this.file.name;
  }
  get sizeBytes(): number {
    return this.file.size;
  }
  get status(): ImportFileStatus {
    return this.#status;
  }
  get inspection(): FileInspection | null {
    return this.#inspection;
  }
  get sheets(): readonly SheetDraft[] {
    return this.#sheets;
  }
  get error(): CallFailure | null {
    return this.#error;
  }
  get isBusy(): boolean {
    return (
      this.#status === "inspecting" || this.#sheets.some((sheet) => sheet.status === "reading")
    );
  }

  /** Looks at the file again with what the reader has chosen, then reads every sheet that can be read. */
  inspect(): Promise<void> {
    this.cancel();
    return this.#inspectKeeping(() => null);
  }

  /** @param keep the draft that stays for a sheet, with what the reader has done to it; null: it begins anew */
  async #inspectKeeping(keep: (sheetIndex: number) => SheetDraft | null): Promise<void> {
    const turn = ++this.#inspections;
    this.#status = "inspecting";
    this.#error = null;
    try {
      const inspecting = this.#worker.call("inspect", {
        file: this.file,
        options: { ...this.#options, recipes: this.#surroundings.recipes() },
      });
      // The vocabulary of all tables comes with it: a first visit has no use for that before a file is there.
      const drafts = import("./sheet-draft.svelte");
      const [inspection, { SheetDraft: Draft }] = await Promise.all([inspecting, drafts]);
      if (turn !== this.#inspections) return;
      this.#inspection = inspection;
      const kept = inspection.sheets.map(({ sheetIndex }) => keep(sheetIndex));
      this.#sheets = inspection.sheets.map(
        (sheet, place) => kept[place] ?? new Draft(sheet, inspection.format),
      );
      this.#changed.clear();
      this.#status = "inspected";
      this.#surroundings.changed();
      for (const sheet of this.#sheets) {
        if (sheet.included && !kept.includes(sheet)) void this.read(sheet);
      }
    } catch (thrown) {
      if (turn !== this.#inspections) return;
      this.#error = asFailure(thrown);
      this.#status = "failed";
    }
  }

  /** Inspects and reads every proposed sheet; the reports in sheet order. @throws CallFailure */
  async readAll(): Promise<readonly SheetReport[]> {
    await this.inspect();
    if (this.#error !== null) throw this.#error;
    const wanted = this.#sheets.filter((sheet) => sheet.included);
    return Promise.all(wanted.map((sheet) => this.#finished(sheet)));
  }

  async #finished(sheet: SheetDraft): Promise<SheetReport> {
    await this.#running.get(sheet);
    if (sheet.error !== null) throw sheet.error;
    invariant(sheet.report !== null, `sheet ${sheet.inspection.sheetIndex} ended without a report`);
    return sheet.report;
  }

  setFormat(format: Partial<TextFormat>): void {
    this.#options = { ...this.#options, format: { ...this.#options.format, ...format } };
    void this.inspect();
  }

  setHeaderRow(sheet: SheetDraft, headerRow: number): void {
    this.#setSheetOption(sheet.inspection.sheetIndex, { headerRow });
  }

  setEntity(sheet: SheetDraft, entity: Entity): void {
    this.#setSheetOption(sheet.inspection.sheetIndex, { entity });
  }

  /** Looks at a sheet as if nobody had ever confirmed its headers. */
  ignoreRecipe(sheet: SheetDraft): void {
    this.#setSheetOption(sheet.inspection.sheetIndex, { ignoresRecipes: true });
  }

  /** Takes a sheet in or out; one that is taken in is read. */
  include(sheet: SheetDraft, included: boolean): void {
    sheet.setIncluded(included);
    if (included && sheet.status === "ready") void this.read(sheet);
    this.#surroundings.changed();
  }

  /** Changes how a sheet is read (its targets, orders, marks) and reads it again. */
  change(sheet: SheetDraft, edit: (sheet: SheetDraft) => void): void {
    edit(sheet);
    this.#surroundings.changed();
    if (sheet.included) void this.read(sheet);
  }

  /** Gives a column of a sheet a field: see `SheetDraft.setTarget`. */
  setTarget(sheet: SheetDraft, index: number, target: string | null): void {
    this.change(sheet, (draft) => {
      draft.setTarget(index, target);
    });
  }

  /** Takes every row of a sheet for a customer of its own, called by this file and its row; or no longer. */
  nameRows(sheet: SheetDraft, areCustomers: boolean): void {
    const stem = this.name.replace(/\.[^.]*$/, "");
    this.change(sheet, (draft) => {
      draft.nameRows(areCustomers ? stem : null);
    });
  }

  /** Reads a sheet by its present plan; an older reading of it is dropped. */
  read(sheet: SheetDraft): Promise<void> {
    const reading = this.#read(sheet);
    this.#running.set(sheet, reading);
    return reading;
  }

  async #read(sheet: SheetDraft): Promise<void> {
    this.#readings.get(sheet)?.abort();
    const plan = sheet.plan;
    if (plan === null) return;
    const controller = new AbortController();
    const version = sheet.version;
    this.#readings.set(sheet, controller);
    sheet.begin();
    const isCurrent = (): boolean =>
      this.#readings.get(sheet) === controller && sheet.version === version;
    try {
      const report = await this.#worker.call(
        "read",
        { file: this.file, plan, sheetName: sheet.inspection.name },
        {
          signal: controller.signal,
          onProgress: (progress) => {
            if (isCurrent()) sheet.advance(progress);
          },
        },
      );
      if (isCurrent()) {
        sheet.finish(report);
        this.#surroundings.changed();
      } else void this.#worker.call("discard", { tickets: [report.ticket] });
    } catch (thrown) {
      if (!isCurrent()) return;
      if (isCancelled(thrown)) sheet.reset();
      else sheet.fail(asFailure(thrown));
    }
  }

  /** Stops all readings of this file. */
  cancel(): void {
    for (const controller of this.#readings.values()) controller.abort();
  }

  /** Stops and lets the worker forget the columns it holds. */
  discard(): void {
    this.cancel();
    const tickets = this.#sheets.flatMap((sheet) =>
      sheet.report === null ? [] : [sheet.report.ticket],
    );
    if (tickets.length > 0) void this.#worker.call("discard", { tickets });
  }

  #setSheetOption(sheetIndex: number, change: SheetChange): void {
    const others = (this.#options.sheets ?? []).filter((sheet) => sheet.sheetIndex !== sheetIndex);
    const known = (this.#options.sheets ?? []).find((sheet) => sheet.sheetIndex === sheetIndex);
    this.#options = { ...this.#options, sheets: [...others, { ...known, sheetIndex, ...change }] };
    const changed = this.#sheets.find((sheet) => sheet.inspection.sheetIndex === sheetIndex);
    if (changed !== undefined) this.#readings.get(changed)?.abort();
    this.#changed.add(sheetIndex);
    void this.#inspectKeeping((index) => (this.#changed.has(index) ? null : this.#draftOf(index)));
  }

  #draftOf(sheetIndex: number): SheetDraft | null {
    return this.#sheets.find((sheet) => sheet.inspection.sheetIndex === sheetIndex) ?? null;
  }
}
