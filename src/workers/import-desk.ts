import type { PlainCell } from "../domain/difference";
import type { Entity } from "../domain/entities";
import type { Generation } from "../domain/generation";
import type { Issue } from "../domain/issue";
import type { ImportRecord, Manifest } from "../domain/manifest";
import { earlierReadings, segmentsOf, type Segment } from "../domain/merge";
import { invariant } from "../kernel/base/invariant";
import { csvText } from "../export/csv";
import { assemble } from "../ingest/assemble";
import { differencesOf, plainCell, type FullDifference } from "../ingest/merge/difference";
import { identityIssues } from "../ingest/merge/identity-issues";
import { planMerge, type MergePlan, type SheetDuplicates } from "../ingest/merge/plan-merge";
import type { SheetRead } from "../ingest/plan";
import { formatPlain } from "./plain-text";
import type { ImportChoices, ImportReview, IngestCalls, SheetReview } from "./protocol";
import { reviewIssues } from "./review-issues";
import type { StoredData } from "./stored-generations";

/** Repeated rows that are listed for each sheet. */
const LISTED_DUPLICATES = 50;

/** A sheet on the desk: what was read of it and what its record will say. */
export interface DeskSheet {
  readonly ticket: string;
  readonly read: SheetRead;
  readonly record: ImportRecord;
}

/** Sheets, and the data that they meet; no workspace: there are no data yet. */
export interface Question {
  readonly workspace: string | null;
  readonly manifest: Manifest | null;
  readonly sheets: readonly DeskSheet[];
  readonly choices: ImportChoices;
}

/** A generation ready to be stored, and how it came about. */
export interface Prepared {
  readonly next: Generation;
  /** All imports that it is made of, in the order in which their rows lie. */
  readonly imports: readonly ImportRecord[];
}

interface Laid {
  readonly previous: Generation | null;
  readonly plan: MergePlan;
  readonly next: Generation;
}

/**
 * Where stored data and read sheets are laid side by side: looks at what an import would do, and does it. Keeps the last
 * look, so that storing what was just reviewed computes nothing twice.
 */
export class ImportDesk {
  readonly #store: Pick<StoredData, "generation">;
  #last: { readonly question: string; readonly laid: Laid } | null = null;
  #differences: readonly FullDifference[] = [];
  #issues: ReadonlyMap<string, readonly Issue[]> = new Map();

  constructor(store: Pick<StoredData, "generation">) {
    this.#store = store;
  }

  /** What storing these sheets would do. */
  async review(question: Question): Promise<ImportReview> {
    const { sheets, manifest } = question;
    const laid = await this.#lay(question);
    const reads = sheets.map(({ read }) => read);
    this.#differences =
      laid.previous === null ? [] : differencesOf(laid.previous, laid.next, reads, laid.plan);
    const reviews = sheets.map((sheet, i) =>
      sheetReview(sheet, laid.plan.duplicates[i], manifest, question.choices),
    );
    this.#issues = new Map(reviews.map(({ ticket, issues }) => [ticket, issues.listed]));
    return {
      sheets: reviews,
      differences: this.#differences.map(({ report }) => report),
    };
  }

  /** What the last review found in a sheet. */
  issuesOf(ticket: string): readonly Issue[] {
    return this.#issues.get(ticket) ?? [];
  }

  /** The rows of the last review that differ in this table, as CSV. */
  differenceCsv({ entity, kinds, headers }: IngestCalls["differenceCsv"]["in"]): string {
    const found = this.#differences.find(({ report }) => report.entity === entity);
    if (found === undefined) return csvText(headers, []);
    const { columns } = found.report;
    const line = (kind: string, cells: readonly PlainCell[]): readonly PlainCell[] => [
      kind,
      ...cells.map((cell, i) => formatPlain(cell, columns[i]?.fieldKind)),
    ];
    function* lines(rows: FullDifference): Generator<readonly PlainCell[], void> {
      for (const { before, after } of rows.rows()) {
        if (before !== null) yield line(after === null ? kinds.gone : kinds.before, before);
        if (after !== null) yield line(before === null ? kinds.added : kinds.after, after);
      }
    }
    return csvText(headers, lines(found));
  }

  /** The generation that these sheets make, to be written over `manifest`. */
  async prepare(question: Question): Promise<Prepared> {
    const { manifest, sheets, choices } = question;
    const { plan, next, previous } = isPlain(choices)
      ? await this.#lay(question, plainPlan)
      : await this.#lay(question);
    const kept = manifest === null ? [] : keptImports(manifest, plan, choices, sheets);
    const added = sheets.map(({ record }, i) => {
      const before = previous?.[record.entity]?.table.rowCount ?? 0;
      const staying = plan.kept.get(record.entity)?.length ?? before;
      return recordOf(record, plan.reads[i], before - staying);
    });
    return { next, imports: [...kept, ...added] };
  }

  /** The data without the rows of one import. */
  async without(workspace: string, manifest: Manifest, record: ImportRecord): Promise<Prepared> {
    const choices: ImportChoices = {
      mode: "append",
      dropsDuplicates: false,
      takesOut: [record.importId],
    };
    const { plan, next } = await this.#lay({ workspace, manifest, sheets: [], choices });
    return { next, imports: keptImports(manifest, plan, choices, []) };
  }

  /** Forgets what was looked at; its columns may be large. */
  clear(): void {
    this.#last = null;
    this.#differences = [];
    this.#issues = new Map();
  }

  async #lay(
    { workspace, manifest, sheets, choices }: Question,
    planOf: typeof planMerge = planMerge,
  ): Promise<Laid> {
    const tickets = sheets.map(({ ticket }) => ticket);
    const hasData = manifest !== null && manifest.tables.length > 0;
    // Without data a review names no workspace and the import that follows names one: both are the same question.
    const met = hasData ? [workspace, manifest.generation] : null;
    const question = JSON.stringify([met, tickets, choices]);
    if (this.#last?.question === question) return this.#last.laid;
    const previous =
      workspace !== null && hasData ? await this.#store.generation(workspace, manifest) : null;
    const takesOut =
      manifest === null ? new Map<Entity, Segment[]>() : takenOut(manifest, choices.takesOut);
    const reads = sheets.map(({ read }) => read);
    const plan = planOf(previous, reads, { ...choices, takesOut });
    const next = assemble(previous, plan.reads, "append", plan);
    // the links were used up, and are large
    const laid = { previous, plan: { ...plan, linked: null }, next };
    if (planOf === planMerge) this.#last = { question, laid };
    return laid;
  }
}

/** Every stored and every read row stays: nothing has to be compared with anything. */
function isPlain({ mode, dropsDuplicates, takesOut }: ImportChoices): boolean {
  return mode === "append" && !dropsDuplicates && takesOut.length === 0;
}

/** What `planMerge` says of a plain import, but for the count of duplicates. */
function plainPlan(_previous: Generation | null, reads: readonly SheetRead[]): MergePlan {
  const none = { within: new Uint32Array(), across: new Uint32Array() };
  return {
    kept: new Map(),
    reads,
    duplicates: reads.map(() => none),
    compared: new Map(),
    linked: null,
  };
}

function takenOut(
  manifest: Manifest,
  importIds: readonly string[],
): ReadonlyMap<Entity, readonly Segment[]> {
  const taken = new Map<Entity, Segment[]>();
  for (const { importId, entity } of manifest.imports) {
    if (!importIds.includes(importId)) continue;
    const own = segmentsOf(manifest, entity)?.filter((segment) => segment.importId === importId);
    taken.set(entity, [...(taken.get(entity) ?? []), ...(own ?? [])]);
  }
  return taken;
}

/** The records of the imports whose rows stay, with how many of them do. */
function keptImports(
  manifest: Manifest,
  plan: MergePlan,
  choices: ImportChoices,
  sheets: readonly DeskSheet[],
): readonly ImportRecord[] {
  const replaced = new Set(choices.mode === "replace" ? sheets.map(({ read }) => read.entity) : []);
  return manifest.imports.flatMap((record) => {
    const { importId, entity } = record;
    if (replaced.has(entity) || choices.takesOut.includes(importId)) return [];
    const rows = plan.kept.get(entity);
    const segment = segmentsOf(manifest, entity)?.find((own) => own.importId === importId);
    if (rows === undefined || segment === undefined) return [record];
    const rowsStored = rowsBetween(rows, segment.from, segment.to);
    return rowsStored === 0 && segment.to > segment.from ? [] : [{ ...record, rowsStored }];
  });
}

function rowsBetween(rows: Uint32Array, from: number, to: number): number {
  let count = 0;
  for (const row of rows) if (row >= from && row < to) count++;
  return count;
}

function recordOf(
  record: ImportRecord,
  read: SheetRead | undefined,
  rowsReplaced: number,
): ImportRecord {
  invariant(read !== undefined, `no sheet ${record.fileName} in the plan`);
  return { ...record, rowsStored: read.table.rowCount, rowsReplaced };
}

function sheetReview(
  { ticket, read, record }: DeskSheet,
  duplicates: SheetDuplicates | undefined,
  manifest: Manifest | null,
  { dropsDuplicates: areDropped }: ImportChoices,
): SheetReview {
  invariant(duplicates !== undefined, `sheet ${ticket} is not in the plan`);
  const { within, across } = duplicates;
  const columns = read.meta.filter(({ id }) => id !== "lineKind");
  const rows = [...within, ...across].toSorted((a, b) => a - b);
  const listed = rows.slice(0, LISTED_DUPLICATES);
  const identity = identityIssues(read);
  return {
    ticket,
    within: within.length,
    across: across.length,
    columns,
    examples: listed.map((row) => columns.map(({ id }) => plainCell(read.table, id, row))),
    identity,
    issues: reviewIssues({ read, rows, areDropped, identity }),
    earlier: manifest === null ? [] : earlierReadings(manifest.imports, record),
  };
}
