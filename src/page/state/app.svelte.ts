import { createContext, untrack } from "svelte";
import { analysisSpec, type AnalysisId } from "../../analyses/index";
import { openingParams, paramKey, resolveParams } from "../../analyses/params";
import { kept } from "../../domain/own-work";
import { missingColumns } from "../../domain/readiness";
import { RECIPES, type Recipe } from "../../domain/recipe";
import { workDigest, workInForce } from "../../domain/work-in-force";
import type {
  CustomerChange,
  CustomerDetail,
  CustomerFileQuery,
  CustomerPage,
  CustomerQuery,
  GradeCard,
  Suggestion,
} from "../../queries/types";
import type { CaseDesk } from "../../queries/case-types";
import type { SavingBoard } from "../../queries/saving-types";
import type { ListedCustomers, SegmentQuestion, SegmentSizes } from "../../queries/segment-types";
import { WorkerClient } from "../../workers/client";
import type { AnalysisCalls, ImportReport, IngestCalls, ParamRecord } from "../../workers/protocol";
import type { EpochDay } from "../../kernel/base/calendar";
import { invariant } from "../../kernel/base/invariant";
import { AnalysisState, readParams } from "./analysis.svelte";
import { DataWorker } from "./data-worker";
import { ImportDestination } from "./import-destination.svelte";
import { IdentityCheck } from "./identity-check.svelte";
import { ImportSession } from "./import-session.svelte";
import { Inquiry } from "./inquiry.svelte";
import { Notices } from "./notices.svelte";
import { onRest } from "./on-rest";
import { OwnWork, type WorkStore } from "./own-work.svelte";
import { askToPersist } from "./persistence";
import type { Preferences } from "./preferences.svelte";
import type { Route } from "./route.svelte";
import { ScopeState } from "./scope.svelte";
import { wallDay } from "./wall-clock";
import { Workspaces, type WorkspaceStore } from "./workspaces.svelte";

const WHERE_AN_IMPORT_LEADS: AnalysisId = "overview";

export interface AppParts {
  readonly startAnalysisWorker: () => Worker;
  readonly startIngestWorker: () => Worker;
  readonly store: WorkspaceStore & WorkStore;
  readonly preferences: Preferences;
  readonly route: Route;
  /** The demo's files; loaded on demand. */
  readonly demoFiles: () => Promise<readonly File[]>;
}

/** What is read after everything else on the page waits for so long a rest. */
const REST_MS = 700;

/** What lives as long as the page: made once by `main`, handed down by context. */
export class AppState {
  readonly preferences: Preferences;
  readonly route: Route;
  readonly workspaces: Workspaces;
  readonly scope: ScopeState;
  readonly imports: ImportSession;
  readonly destination: ImportDestination;
  readonly notices = new Notices();
  readonly work: OwnWork;
  readonly #worker: DataWorker;
  readonly #ingest: WorkerClient<IngestCalls>;
  readonly #demoFiles: () => Promise<readonly File[]>;
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing draws from it
  readonly #analyses = new Map<string, AnalysisState>();

  constructor(parts: AppParts) {
    this.preferences = parts.preferences;
    this.route = parts.route;
    this.#demoFiles = parts.demoFiles;
    this.#worker = new DataWorker(parts.startAnalysisWorker);
    this.#ingest = new WorkerClient<IngestCalls>(parts.startIngestWorker, {
      watched: ["inspect", "read"],
    });
    this.work = new OwnWork(parts.store);
    this.workspaces = new Workspaces(parts.store, this.#worker, (workspace, generation) => {
      for (const state of this.#analyses.values()) state.follow(generation);
      void this.work.open(workspace);
    });
    this.destination = new ImportDestination(this.workspaces, (id) => parts.store.manifest(id));
    const today = (): EpochDay => wallDay(this.work.nowMs());
    this.scope = new ScopeState(parts.route, () => this.workspaces.summary, today);
    this.imports = new ImportSession(this.#ingest, {
      current: () => this.destination.workspace?.id ?? null,
      hasData: () => (this.destination.manifest?.tables ?? []).length > 0,
      workspace: () => this.destination.resolve(),
      recipes: () => [...this.work.all(RECIPES).values()],
      stored: (report, confirmed) => this.#stored(report, confirmed),
      nowMs: () => this.work.nowMs(),
    });
  }

  /** Data are being stored: they will be looked at. */
  warm(): void {
    this.#worker.warm();
  }

  /** Milliseconds for which no worker has read, imported or computed; 0 while one does. */
  get idleMs(): number {
    return Math.min(this.#ingest.idleMs, this.#worker.idleMs);
  }

  /** Follows the other tabs until the returned function is called. */
  listen(): () => void {
    const stops = [this.workspaces.listen(), this.work.listen()];
    return () => {
      for (const stop of stops) stop();
    };
  }

  /**
   * An analysis for the component that calls this while it is initialised: it runs now, and again whenever the data, the
   * scope or its parameters change, until the component is gone.
   *
   * @param restMs how long the worker must have had nothing to do before it is asked; an older question is given up at once.
   *   For what is read after everything else on the page.
   */
  analysis<R>(id: string, restMs = 0): AnalysisState<R> {
    const state = this.#analysisState(id);
    $effect(() => {
      const { manifest, summary } = this.workspaces;
      const scope = this.scope.current;
      if (manifest === null || summary === null || scope === null) return;
      const params = readParams(state.spec, this.route.query);
      const missing = missingColumns(state.spec.needs, manifest);
      const ask = (): void => {
        state.ask(summary.generation, params, scope, missing);
      };
      if (restMs === 0) {
        untrack(ask);
        return undefined;
      }
      untrack(() => {
        state.makeWay(summary.generation, params, scope);
      });
      return onRest(() => this.#worker.idleMs, { restMs }, ask);
    });
    return state as AnalysisState<R>;
  }

  /** The parameters of an analysis as the address has them. */
  params(id: string): ParamRecord {
    return readParams(this.#analysisState(id).spec, this.route.query);
  }

  /** Changes parameters of an analysis on the current page; what it opens with leaves the address. */
  setParams(id: string, change: ParamRecord): void {
    const { spec } = this.#analysisState(id);
    const opening = openingParams(spec.params, {});
    const next = resolveParams(spec.params, { ...this.params(id), ...change });
    const query: Record<string, string | null> = {};
    for (const [name, value] of Object.entries(next)) {
      query[paramKey(spec, name)] = value === opening[name] ? null : String(value);
    }
    this.route.go(this.route.page, { segments: this.route.segments, query }, true);
  }

  /** Calls back once the worker has had nothing to do for a while; the returned function calls it off. */
  atRest(then: () => void): () => void {
    return onRest(() => this.#worker.idleMs, { restMs: REST_MS }, then);
  }

  /** The complaints that are to be worked on; asks nothing until it is told to. */
  caseDesk(): Inquiry<AnalysisCalls["cases"]["in"], CaseDesk> {
    return new Inquiry((question) => this.#worker.ask("cases", question));
  }

  /** The customers that somebody is trying to keep; asks nothing until it is told to. */
  savingBoard(): Inquiry<AnalysisCalls["savings"]["in"], SavingBoard> {
    return new Inquiry((question) => this.#worker.ask("savings", question));
  }

  /** How large the user's own segments are; asks nothing until it is told to. */
  segmentSizes(): Inquiry<SegmentQuestion, SegmentSizes> {
    return new Inquiry((question) => this.#worker.ask("segments", question));
  }

  /** Everybody in the list of a query, as own work names them. */
  customersListed(query: CustomerQuery): Promise<ListedCustomers> {
    return this.#worker.ask("customersListed", query);
  }

  customers(query: CustomerQuery, signal?: AbortSignal): Promise<CustomerPage> {
    return this.#worker.ask("customers", query, signal ? { signal } : {});
  }

  customer(row: number): Promise<CustomerDetail> {
    const scope = this.scope.current;
    invariant(scope !== null, "a customer is asked for without data");
    return this.#worker.ask("customer", { row, scope });
  }

  /** How the scores of a customer moved with the last import of orders. */
  customerChange(row: number): Promise<CustomerChange> {
    const scope = this.scope.current;
    invariant(scope !== null, "a customer is asked for without data");
    return this.#worker.ask("customerChange", { row, scope });
  }

  /** The grade of a customer, by the rule that the page of grades opens with. */
  grade(row: number): Promise<GradeCard> {
    const scope = this.scope.current;
    invariant(scope !== null, "a grade is asked for without data");
    return this.#worker.ask("grade", { row, params: this.params("grades"), scope });
  }

  /**
   * What an analysis says of a customer, among all customers whatever is filtered; null where it says nothing, or the data have not
   * what it needs.
   */
  async one<One>(id: AnalysisId, customer: string, signal: AbortSignal): Promise<One | null> {
    const { manifest } = this.workspaces;
    const scope = this.scope.current;
    const { spec } = this.#analysisState(id);
    if (manifest === null || scope === null) return null;
    if (missingColumns(spec.needs, manifest).length > 0) return null;
    const everybody = { ...scope, filters: [] };
    const question = { analysis: id, params: this.params(id), scope: everybody, customer };
    return (await this.#worker.ask("one", question, { signal })) as One | null;
  }

  /** A part of the list whose top an answer shows, as that analysis makes its lines. */
  listed(question: AnalysisCalls["listed"]["in"]): Promise<AnalysisCalls["listed"]["out"]> {
    return this.#worker.ask("listed", question);
  }

  suggest(text: string, limit: number): Promise<readonly Suggestion[]> {
    const scope = this.scope.current;
    if (scope === null) return Promise.resolve([]);
    return this.#worker.ask("suggest", { text, limit, scope });
  }

  /**
   * A look for customers that were entered twice; nothing is asked before somebody wants it.
   *
   * @param generation of the open data: other data are looked at anew
   */
  identityCheck(generation: string): IdentityCheck {
    invariant(generation !== "", "customers are looked at without data");
    return new IdentityCheck(() => this.#worker.ask("identity", null), this.work);
  }

  /**
   * Shows the data by the user's own work in force (merges of customers, lists of words), for the component that calls
   * this while it is initialised: a change, here or in another tab, changes what every page shows.
   */
  followWork(): void {
    $effect(() => {
      const digest = workDigest(workInForce((kind) => this.work.all(kind)));
      const isOpen = this.work.status === "open";
      untrack(() => {
        const { manifest, summary } = this.workspaces;
        if (!isOpen || manifest === null || summary === null) return;
        if (summary.generation !== manifest.generation + digest) void this.workspaces.reload();
      });
    });
  }

  /** The customers of a query with every score, as a file. */
  customersFile(query: CustomerFileQuery): Promise<Blob> {
    return this.#worker.ask("customersFile", query);
  }

  /** Opens the demo in a workspace of its own, importing its files through the same path as any other the first time. */
  async openDemo(name: string): Promise<void> {
    const known = this.workspaces.list.find((workspace) => workspace.kind === "demo");
    if (known !== undefined) {
      await this.workspaces.open(known.id);
      if (this.workspaces.boot?.kind === "ready") return;
    }
    const workspace = await this.workspaces.ensure("demo", name);
    const files = await this.#demoFiles();
    const session = new ImportSession(this.#ingest, {
      current: () => workspace,
      hasData: () => false,
      workspace: () => Promise.resolve(workspace),
      recipes: () => [],
      stored: (report) => this.workspaces.adopt(workspace, report.manifest),
      nowMs: () => this.work.nowMs(),
    });
    await session.storeAll(files);
  }

  /** Copies a data set with everything in it; large ones take a while. @throws CallFailure */
  async duplicate(workspace: string, name: string): Promise<void> {
    await this.workspaces.welcomeCopy(await this.#ingest.call("duplicate", { workspace, name }));
  }

  /** The reader will ask this in a moment: the answer is on its way meanwhile. */
  #askAhead(id: AnalysisId): void {
    const { manifest, summary } = this.workspaces;
    const scope = this.scope.current;
    if (manifest === null || summary === null || scope === null) return;
    const state = this.#analysisState(id);
    const missing = missingColumns(state.spec.needs, manifest);
    state.ask(summary.generation, this.params(id), scope, missing);
  }

  #analysisState(id: string): AnalysisState {
    const known = this.#analyses.get(id);
    if (known !== undefined) return known;
    const spec = analysisSpec(id);
    invariant(spec !== undefined, `no analysis ${id}`);
    const state = new AnalysisState(spec, (input, options) =>
      this.#worker.ask("run", input, options),
    );
    this.#analyses.set(id, state);
    return state;
  }

  async #stored(report: ImportReport, confirmed: readonly Recipe[]): Promise<void> {
    await this.workspaces.adopt(await this.destination.resolve(), report.manifest);
    this.destination.clear();
    this.#askAhead(WHERE_AN_IMPORT_LEADS);
    // Not awaited: Firefox puts the question to the reader, and the import is done already.
    void askToPersist(localStorage, (navigator as { readonly storage?: StorageManager }).storage);
    try {
      await this.work.change(
        ...confirmed.map((recipe) => kept(RECIPES, recipe.fingerprint, recipe)),
      );
    } catch {
      // The data are stored; next month's file is mapped by its headers again, as it was today.
    }
  }

  /**
   * Takes one import out of the open data, with everything that others imported left in place.
   *
   * @throws CallFailure
   */
  async takeBack(importId: string): Promise<void> {
    const workspace = this.workspaces.active;
    invariant(workspace !== null, "an import is taken back without data");
    const manifest = await this.#ingest.call("takeBack", { workspace: workspace.id, importId });
    await this.workspaces.adopt(workspace.id, manifest);
  }
}

const [useApp, provideApp] = createContext<AppState>();
export { provideApp, useApp };
