import { loadCompute } from "../analyses/computes";
import { paramNeeds } from "../analyses/column-params";
import type { Ambient, Answer, ColumnsOf, Input, Listing } from "../analyses/define";
import { analysisSpec } from "../analyses/index";
import { resolveParams } from "../analyses/params";
import type { Casework } from "../domain/casework";
import type { CustomerMerge } from "../domain/customer-merge";
import type { Manifest } from "../domain/manifest";
import type { Needs } from "../domain/readiness";
import { runBefore, type RunRecord } from "../domain/run-record";
import type { Scope, ScopeDays } from "../domain/scope";
import type { ModelColumns, ModelScore } from "../domain/segment-rule";
import { segmentsDigest } from "../domain/own-segment";
import { NOTHING_IN_FORCE, workDigest, type WorkInForce } from "../domain/work-in-force";
import { invariant } from "../kernel/base/invariant";
import { seededRng } from "../kernel/base/rng";
import { withProgress } from "../kernel/base/with-progress";
import { requiredColumn, rowWithText } from "../kernel/table/column";
import { selectionOf } from "../measures/filter";
import { orderBookSteps } from "../measures/order-book";
import { IDENTITY_NEEDS, identityReport } from "../queries/identity-report";
import type { IdentityReport } from "../queries/types";
import type { CellRef } from "../queries/types";
import { CallFailure } from "./call-error";
import { caseworkData } from "./worked-cases";
import { DataCache, type ReadColumns } from "./data-cache";
import { throughRecords } from "./linked-records";
import { exitsData } from "./own-exits";
import { SegmentColumns } from "./own-segments";
import { ModelSayings } from "./model-sayings";
import { mergedData, readGeneration, type ReadableData } from "./merged-generation";
import type { AnalysisCalls, ParamRecord } from "./protocol";
import { drive, type CallContext } from "./serve";
import { SharedWork } from "./shared-work";
import type { StoredData } from "./stored-generations";

/** The same question gives the same draws, whatever was asked before. */
const SEED = 20251130;
const ANSWERS_KEPT = 12;
/** The refits of CLV make its intervals, which no rule asks for. */
const SAYING_PARAMS = { replicates: 0 };

interface Opened {
  readonly workspace: string;
  readonly generation: string;
}

/** What an answer tells afterwards: who is behind its cells, and what it says of one customer. */
type Told = Pick<Answer<unknown>, "members" | "cases" | "of" | "listing">;

/** One page's analyses over the generation that it has open. */
export class AnalysisSession {
  readonly #stored: StoredData;
  #data: DataCache | null = null;
  /** of what is stored, whatever is laid over it */
  #opened: Opened = { workspace: "", generation: "" };
  #base: ReadableData | null = null;
  #work: WorkInForce = NOTHING_IN_FORCE;
  #segments = new SegmentColumns(NOTHING_IN_FORCE.segments);
  /** What analyses say of each customer, while the data stay as they are. */
  readonly #said = new ModelSayings((analysis, scope, context) =>
    this.#answer({ analysis, params: SAYING_PARAMS, scope }, context),
  );
  /** Questions that are being answered. */
  readonly #asked = new SharedWork<Answer<unknown>>();
  /** What the latest answers tell afterwards, by question. */
  readonly #told = new Map<string, Told>();

  constructor(stored: StoredData) {
    this.#stored = stored;
  }

  async open(workspace: string): Promise<Manifest> {
    const manifest = await this.#stored.manifest(workspace);
    if (manifest === null) {
      throw new CallFailure({ code: "E_DB_MISSING", message: "no data are stored", where: {} });
    }
    this.#opened = { workspace, generation: manifest.generation };
    const work = await this.#stored.work(workspace);
    // Rules ask for what other work changes, too: complaints, promises, reasons.
    const mayMove =
      work.segments.size > 0 ||
      segmentsDigest(work.segments) !== segmentsDigest(this.#work.segments);
    this.#work = work;
    this.#segments = new SegmentColumns(work.segments);
    const generation = manifest.generation + workDigest(work);
    if (this.#data?.manifest.generation !== generation) {
      const base = await this.#baseOf(workspace, manifest, work.merges);
      const seen = await exitsData(await caseworkData(base, work.cases), work.exits);
      // Other words, or work on complaints, leave what was read of all other tables as it is.
      const before = base === this.#base ? this.#data : null;
      this.#base = base;
      this.#told.clear();
      this.#said.forget();
      this.#asked.forget();
      const read: ReadColumns = (_asked, entity, columns) =>
        seen.read(seen.manifest, entity, columns);
      this.#data = new DataCache({ ...seen.manifest, generation }, read, before);
      if (mayMove) this.#data.forgetFacts();
    }
    return this.data.manifest;
  }

  /** The data with these merges; the same as before where neither has changed. */
  async #baseOf(
    workspace: string,
    manifest: Manifest,
    merges: readonly CustomerMerge[],
  ): Promise<ReadableData> {
    if (this.#base?.manifest.generation === readGeneration(manifest, merges)) return this.#base;
    const read = throughRecords((current, entity, columns) =>
      this.#stored.table(workspace, current, entity, columns),
    );
    return mergedData(manifest, read, merges);
  }

  /** Who may be entered twice, and who is in no table of customers. */
  async identity(): Promise<IdentityReport> {
    return identityReport(await this.data.input([IDENTITY_NEEDS]), this.#work.distinct);
  }

  /** What the user has done about complaints. */
  get casework(): Casework {
    return this.#work.cases;
  }

  /** The sets of customers that the user has made. */
  get segments(): WorkInForce["segments"] {
    return this.#work.segments;
  }

  get data(): DataCache {
    invariant(this.#data !== null, "asked before open");
    return this.#data;
  }

  readonly #columnsOf: ColumnsOf = (entity) => [...this.data.described(entity).values()];

  /** The tables with the columns of `needs` and of the scope's filters, and the outside world of a compute. */
  async prepare(
    scope: Scope,
    needs: readonly Needs[],
    context: CallContext,
  ): Promise<{ input: Input; ambient: Ambient }> {
    const asked = [...needs, ...filterNeeds(scope)];
    const read = await this.data.input([...asked, ...this.#segments.needs(asked)]);
    // Nearly all that is asked of orders reads the book: it is made here, where a call can be stopped on the way.
    if (namesBook(asked, read)) await drive(withProgress(BEGUN, orderBookSteps(read)), context);
    const said = await this.said(this.#segments.modelScores(asked), scope, context);
    const input = this.#segments.laid(read, asked, scope, said);
    const selection = selectionOf(input, scope);
    const columnsOf = this.#columnsOf;
    const { words: ownWords, reasons: reasonReadings, promises: payPromises, tags } = this.#work;
    const rng = seededRng(SEED);
    const laid = { ownWords, reasonReadings, payPromises, questionTags: tags };
    const { rules: caseRules } = this.#work.cases;
    const own = {
      ...laid,
      caseRules,
      causeReadings: this.#work.causes,
      gradeBook: this.#work.grades,
      ownCampaigns: this.#work.campaigns,
      wonBack: this.#work.wonBack,
    };
    return { input, ambient: { scope, ...selection, columnsOf, ...own, rng } };
  }

  /** These scores of all customers, without filters: a segment is the same set on every page. */
  said(
    scores: readonly ModelScore[],
    { asOfDay, period }: ScopeDays,
    context: CallContext,
  ): Promise<ModelColumns> {
    return this.#said.of(scores, { asOfDay, period, filters: [] }, context);
  }

  async run(
    question: AnalysisCalls["run"]["in"],
    context: CallContext,
  ): Promise<Answer<unknown>["result"]> {
    return (await this.#answer(question, context)).result;
  }

  /** One computation for all that ask the same meanwhile; what it tells afterwards is remembered. */
  #answer(question: AnalysisCalls["run"]["in"], context: CallContext): Promise<Answer<unknown>> {
    const key = questionOf(question);
    const data = this.data;
    return this.#asked.ask(key, context, async (shared) => {
      const answer = await this.#compute(question, shared);
      // What comes late is of other data than the rows that are asked for from now on.
      if (this.#data === data) this.#remember(key, answer);
      return answer;
    });
  }

  async #compute(
    { analysis, params, scope }: AnalysisCalls["run"]["in"],
    context: CallContext,
  ): Promise<Answer<unknown>> {
    const spec = analysisSpec(analysis);
    const compute = await loadCompute(analysis);
    invariant(spec !== undefined && compute !== undefined, `no analysis ${analysis}`);
    const resolved = resolveParams(spec.params, params);
    const grouping = this.#segments.described(spec.params, resolved);
    const columnsOf: ColumnsOf = (entity) => [
      ...this.#columnsOf(entity),
      ...(entity === "customers" ? grouping : []),
    ];
    const named = paramNeeds(spec.params, resolved, columnsOf);
    const opened = this.#opened;
    const { input, ambient } = await this.prepare(scope, [spec.needs, spec.uses, named], context);
    const asked = JSON.stringify([analysis, spec.revision, resolved, scope.filters]);
    const lastRun = spec.keepsRuns === true ? await this.#lastRun(opened, asked) : null;
    const computed = compute(input, resolved as never, { ...ambient, columnsOf, lastRun });
    const answer = "next" in computed ? await drive(computed, context) : computed;
    const { workspace, generation } = opened;
    if (answer.keeps !== undefined) {
      const kept = { generation, asOfDay: scope.asOfDay, body: answer.keeps };
      await this.#stored.keepRun(workspace, asked, kept);
    }
    return answer;
  }

  async #lastRun({ workspace, generation }: Opened, question: string): Promise<RunRecord | null> {
    return runBefore(await this.#stored.runs(workspace), question, generation);
  }

  /** Rows of `customers` behind a cell, computed again when the answer is no longer known. */
  async members(cell: CellRef, scope: Scope, context: CallContext): Promise<Uint32Array> {
    const { analysis, params } = cell;
    const told = await this.#toldBy({ analysis, params, scope }, context);
    const rows = told.members(cell.cell);
    // An address may name a cell that these data do not have: nobody is behind it.
    return rows ?? new Uint32Array();
  }

  /** Rows of `complaints` behind a cell, likewise. */
  async caseRows(cell: CellRef, scope: Scope, context: CallContext): Promise<Uint32Array> {
    const { analysis, params } = cell;
    const told = await this.#toldBy({ analysis, params, scope }, context);
    return told.cases?.(cell.cell) ?? new Uint32Array();
  }

  /**
   * What an analysis says of one customer, computed again when the answer is no longer known; null where it says nothing. Asked by key:
   * the page may not know yet that a merge has moved the rows.
   */
  async one(
    { customer, ...question }: AnalysisCalls["one"]["in"],
    context: CallContext,
  ): Promise<object | null> {
    const { customers } = await this.data.input([{ customers: ["key"] }]);
    const row = rowWithText(requiredColumn(customers, "key", "dictionary"), customer);
    if (row === null) return null;
    const told = await this.#toldBy(question, context);
    return told.of?.(row) ?? null;
  }

  /** A part of the list of an analysis, computed again when the answer is no longer known; empty where it has none. */
  async listed(
    { offset, limit, ...question }: AnalysisCalls["listed"]["in"],
    context: CallContext,
  ): Promise<AnalysisCalls["listed"]["out"]> {
    const listing = (await this.#toldBy(question, context)).listing;
    if (listing === undefined || listing === null) return { total: 0, lines: [] };
    const end = Math.min(listing.length, offset + limit);
    return { total: listing.length, lines: await drive(linesOf(listing, offset, end), context) };
  }

  async #toldBy(question: AnalysisCalls["run"]["in"], context: CallContext): Promise<Told> {
    const key = questionOf(question);
    const known = this.#told.get(key);
    if (known === undefined) return this.#answer(question, context);
    this.#remember(key, known);
    return known;
  }

  #remember(question: string, { members, cases, of, listing }: Told): void {
    this.#told.delete(question);
    this.#told.set(question, {
      members,
      ...(cases === undefined ? {} : { cases }),
      ...(of === undefined ? {} : { of }),
      ...(listing === undefined ? {} : { listing }),
    });
    for (const oldest of this.#told.keys()) {
      if (this.#told.size <= ANSWERS_KEPT) break;
      this.#told.delete(oldest);
    }
  }
}

/** A line may take a millisecond: its reasons are found when it is made. */
function* linesOf(
  listing: Listing,
  from: number,
  end: number,
): Generator<{ readonly done: number }, object[], void> {
  const lines: object[] = [];
  for (let place = from; place < end; place++) {
    lines.push(listing.line(place));
    yield { done: (place - from) / (end - from) };
  }
  return lines;
}

/** Alike for all ways to ask the same: parameters that are left out, or that the analysis does not have, make no other question. */
function questionOf(input: { analysis: string; params: ParamRecord; scope: Scope }): string {
  const { analysis, params } = input;
  const { asOfDay, period, filters } = input.scope;
  const spec = analysisSpec(analysis);
  const resolved: ParamRecord = spec === undefined ? params : resolveParams(spec.params, params);
  const sorted = Object.keys(resolved)
    .sort()
    .map((name) => [name, resolved[name]]);
  return JSON.stringify([analysis, sorted, asOfDay, period.fromDay, period.toDay, filters]);
}

const BOOK_COLUMNS = ["customer", "orderedOn", "amount", "lineKind"] as const;
const BEGUN = { done: 0 };

function namesBook(asked: readonly Needs[], { orders }: Input): boolean {
  const isAsked = asked.some((needs) => BOOK_COLUMNS.every((id) => needs.orders?.includes(id)));
  return isAsked && BOOK_COLUMNS.every((id) => orders.columns.has(id));
}

function filterNeeds(scope: Scope): readonly Needs[] {
  return scope.filters.map(({ entity, column }) => ({ [entity]: [column] }));
}
