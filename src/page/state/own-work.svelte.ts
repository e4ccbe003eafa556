import {
  applied,
  inverse,
  NO_WORK,
  parsed,
  type WorkChange,
  type WorkKind,
  type WorkRecords,
} from "../../domain/own-work";
import { invariant } from "../../kernel/base/invariant";
import type { Acknowledged } from "../../storage/journal";
import type { StoredWork } from "../../storage/own-work";
import { CallFailure } from "../../workers/call-error";
import { asFailure } from "./analysis.svelte";
import { onReturn } from "./return-to-page";
import { Turns } from "./turns";

/** The journals of this browser; the composition root hands in the real thing. Everything throws CallFailure. */
export interface WorkStore {
  readWork(workspace: string): Promise<StoredWork>;
  /** Resolves once the changes are durable: all of them. */
  appendChanges(workspace: string, changes: readonly WorkChange[]): Promise<Acknowledged>;
  /** Number of the last entry. */
  lastEntry(workspace: string): Promise<number>;
  /** The reader was told what is missing and goes on with `lastEntry` entries. */
  acceptEntries(workspace: string, lastEntry: number): Promise<void>;
  /** Calls back when a journal may have been written by another tab. */
  listenWork(heard: (workspace: string) => void): () => void;
  /** Makes ids for records. */
  newId(): string;
  nowMs(): number;
}

/**
 * - `closed`: no workspace is open
 * - `incomplete`: entries that were here are gone; nothing is written until the reader has said to go on
 * - `failed`: the journal cannot be read; `error` says why
 */
export type WorkStatus = "closed" | "opening" | "open" | "incomplete" | "failed";

/** `unsaved`: the last change was not kept; whoever asked for it has the reason and still shows what was typed. */
export type SaveStatus = "idle" | "saving" | "saved" | "unsaved";

/** Takes one change back, as a change of its own. */
export type Undo = () => Promise<void>;

/**
 * The user's own work in the open workspace: what is on screen is what the journal has. A change is shown once the browser
 * has reported it durable, never before (R4, R11), and reaches the other tabs by a hint.
 */
export class OwnWork {
  readonly #store: WorkStore;
  readonly #turns = new Turns();
  #workspace: string | null = null;
  #sequence = 0;
  #status = $state<WorkStatus>("closed");
  #records = $state.raw<WorkRecords>(NO_WORK);
  #missing = $state(0);
  #error = $state.raw<CallFailure | null>(null);
  #pending = $state(0);
  #last = $state<"idle" | "saved" | "unsaved">("idle");
  /** What a kind's map was parsed to, by the map: a map never changes. */
  readonly #parsed = new WeakMap<object, ReadonlyMap<string, unknown>>();

  constructor(store: WorkStore) {
    this.#store = store;
  }

  get status(): WorkStatus {
    return this.#status;
  }
  /** Why the journal cannot be read. */
  get error(): CallFailure | null {
    return this.#error;
  }
  /** Entries that the sentinel knows of and the journal does not have. */
  get missing(): number {
    return this.#missing;
  }
  get saving(): SaveStatus {
    return this.#pending > 0 ? "saving" : this.#last;
  }

  /** The records of a kind by key, in the order in which they were first kept. */
  all<T>(kind: WorkKind<T>): ReadonlyMap<string, T> {
    const stored = this.#records.get(kind.name);
    if (stored === undefined) return parsed(kind, stored);
    const known = this.#parsed.get(stored);
    // A kind's name stands for one shape: what was parsed under it is of that shape.
    if (known !== undefined) return known as ReadonlyMap<string, T>;
    const records = parsed(kind, stored);
    this.#parsed.set(stored, records);
    return records;
  }

  newId(): string {
    return this.#store.newId();
  }
  nowMs(): number {
    return this.#store.nowMs();
  }

  /** Shows the work of this workspace; null: of none. */
  open(workspace: string | null): Promise<void> {
    if (workspace === this.#workspace && this.#status !== "failed") return Promise.resolve();
    this.#workspace = workspace;
    this.#records = NO_WORK;
    this.#missing = 0;
    this.#error = null;
    this.#last = "idle";
    this.#status = workspace === null ? "closed" : "opening";
    if (workspace === null) return Promise.resolve();
    return this.#turns.take(() => this.#read(workspace));
  }

  /** Follows the other tabs until the returned function is called. */
  listen(): () => void {
    const leave = this.#store.listenWork((workspace) => {
      if (workspace === this.#workspace) void this.refresh();
    });
    const stop = onReturn(() => void this.refresh());
    return () => {
      leave();
      stop();
    };
  }

  /** Reads the journal again if it has grown elsewhere. */
  refresh(): Promise<void> {
    const workspace = this.#workspace;
    if (workspace === null) return Promise.resolve();
    return this.#turns.take(async () => {
      if (this.#status !== "open" || this.#workspace !== workspace) return;
      try {
        if ((await this.#store.lastEntry(workspace)) !== this.#sequence)
          await this.#read(workspace);
      } catch {
        // The next change or return to the tab looks again, and a change that cannot be kept says so.
      }
    });
  }

  /**
   * Keeps changes, all or none, in the workspace that is open now. Resolves once they are durable and shown.
   *
   * @throws CallFailure; then nothing was kept
   */
  async change(...changes: readonly WorkChange[]): Promise<Undo> {
    const workspace = this.#workspace;
    invariant(workspace !== null, "own work without a workspace");
    this.#pending++;
    try {
      const undoing = await this.#turns.take(() => this.#append(workspace, changes));
      this.#last = "saved";
      return async () => {
        if (this.#workspace === workspace) await this.change(...undoing);
      };
    } catch (thrown) {
      this.#last = "unsaved";
      throw asFailure(thrown);
    } finally {
      this.#pending--;
    }
  }

  /** Goes on with the entries that are there, after the reader was told that others are missing. */
  async accept(): Promise<void> {
    const workspace = this.#workspace;
    if (workspace === null || this.#status !== "incomplete") return;
    await this.#turns.take(async () => {
      await this.#store.acceptEntries(workspace, this.#sequence);
      await this.#read(workspace);
    });
  }

  async #append(workspace: string, changes: readonly WorkChange[]): Promise<readonly WorkChange[]> {
    if (this.#workspace === workspace && this.#status !== "open") {
      throw (
        this.#error ??
        new CallFailure({ code: "E_WORK_INCOMPLETE", message: "not open", where: {} })
      );
    }
    // Reactive state cannot be cloned, and whoever asked may go on editing it.
    const plain = $state.snapshot(changes);
    const before = this.#records;
    const { sequence } = await this.#store.appendChanges(workspace, plain);
    if (this.#workspace !== workspace) return [];
    if (sequence === this.#sequence + plain.length) {
      this.#records = applied(before, plain);
      this.#sequence = sequence;
    } else {
      // Another tab wrote between: the whole journal says what holds now.
      await this.#read(workspace);
    }
    return inverse(before, plain);
  }

  async #read(workspace: string): Promise<void> {
    try {
      const { records, lastSequence, expected } = await this.#store.readWork(workspace);
      if (this.#workspace !== workspace) return;
      this.#records = records;
      this.#sequence = lastSequence;
      this.#missing = Math.max(0, expected - lastSequence);
      this.#status = this.#missing > 0 ? "incomplete" : "open";
      this.#error = null;
    } catch (thrown) {
      if (this.#workspace !== workspace) return;
      this.#error = asFailure(thrown);
      this.#status = "failed";
    }
  }
}
