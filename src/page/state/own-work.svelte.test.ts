import { describe, expect, it } from "vitest";
import {
  applied,
  kept,
  NO_WORK,
  removed,
  type WorkChange,
  type WorkKind,
} from "../../domain/own-work";
import { CallFailure } from "../../workers/call-error";
import { OwnWork, type WorkStore } from "./own-work.svelte";

const TAG: WorkKind<string> = {
  name: "tag",
  parse: (value) => (typeof value === "string" ? value : null),
};

/** A browser with journals in memory, shared by several tabs. */
class Journals {
  readonly written = new Map<string, WorkChange[]>();
  readonly #heard = new Set<(workspace: string) => void>();
  expected = 0;
  /** Set by a test: the next writes fail with this code. */
  refusal: string | null = null;
  /** Set by a test: writes wait for it. */
  gate: Promise<void> = Promise.resolve();

  tab(): OwnWork {
    const of = (workspace: string): WorkChange[] => this.written.get(workspace) ?? [];
    const store: WorkStore = {
      readWork: (workspace) => {
        const entries = of(workspace);
        const { expected } = this;
        const records = applied(NO_WORK, entries);
        return Promise.resolve({ records, lastSequence: entries.length, expected });
      },
      appendChanges: async (workspace, changes) => {
        await this.gate;
        if (this.refusal !== null) {
          throw new CallFailure({ code: this.refusal, message: "", where: {} });
        }
        const entries = [...of(workspace), ...changes];
        this.written.set(workspace, entries);
        for (const tell of this.#heard) tell(workspace);
        return { sequence: entries.length };
      },
      lastEntry: (workspace) => Promise.resolve(of(workspace).length),
      acceptEntries: (_workspace, lastEntry) => {
        this.expected = lastEntry;
        return Promise.resolve();
      },
      listenWork: (heard) => {
        this.#heard.add(heard);
        return () => this.#heard.delete(heard);
      },
      newId: () => "id",
      nowMs: () => 1,
    };
    return new OwnWork(store);
  }
}

const tagsOf = (work: OwnWork): unknown => Object.fromEntries(work.all(TAG));

describe("OwnWork", () => {
  it("shows a change once it is durable, not before", async () => {
    const journals = new Journals();
    let open: () => void = () => undefined;
    journals.gate = new Promise((resolve) => {
      open = resolve;
    });
    const work = journals.tab();
    await work.open("w");
    const change = work.change(kept(TAG, "a", "1"));
    expect(work.saving).toBe("saving");
    expect(tagsOf(work)).toEqual({});
    open();
    await change;
    expect(work.saving).toBe("saved");
    expect(tagsOf(work)).toEqual({ a: "1" });
  });

  it("keeps nothing of a change that fails, and says so", async () => {
    const journals = new Journals();
    const work = journals.tab();
    await work.open("w");
    await work.change(kept(TAG, "a", "1"));
    journals.refusal = "E_QUOTA";
    await expect(work.change(removed(TAG, "a"))).rejects.toMatchObject({ code: "E_QUOTA" });
    expect(work.saving).toBe("unsaved");
    expect(tagsOf(work)).toEqual({ a: "1" });
  });

  it("takes a change back by a change", async () => {
    const journals = new Journals();
    const work = journals.tab();
    await work.open("w");
    await work.change(kept(TAG, "a", "1"));
    const undo = await work.change(kept(TAG, "a", "2"), kept(TAG, "b", "3"));
    await undo();
    expect(tagsOf(work)).toEqual({ a: "1" });
    expect(journals.written.get("w")).toHaveLength(5);
  });

  it("follows another tab, and loses nothing when both write", async () => {
    const journals = new Journals();
    const [first, second] = [journals.tab(), journals.tab()];
    await Promise.all([first.open("w"), second.open("w")]);
    first.listen();
    second.listen();
    await Promise.all([first.change(kept(TAG, "a", "1")), second.change(kept(TAG, "b", "2"))]);
    await Promise.all([first.refresh(), second.refresh()]);
    expect(tagsOf(first)).toEqual({ a: "1", b: "2" });
    expect(tagsOf(second)).toEqual({ a: "1", b: "2" });
  });

  it("keeps a change in the workspace in which it was made", async () => {
    const journals = new Journals();
    const work = journals.tab();
    await work.open("w");
    const change = work.change(kept(TAG, "a", "1"));
    await Promise.all([change, work.open("other")]);
    expect(tagsOf(work)).toEqual({});
    await work.open("w");
    expect(tagsOf(work)).toEqual({ a: "1" });
  });

  it("writes nothing while entries are missing, until the reader goes on", async () => {
    const journals = new Journals();
    journals.expected = 3;
    const work = journals.tab();
    await work.open("w");
    expect([work.status, work.missing]).toEqual(["incomplete", 3]);
    await expect(work.change(kept(TAG, "a", "1"))).rejects.toMatchObject({
      code: "E_WORK_INCOMPLETE",
    });
    await work.accept();
    await work.change(kept(TAG, "a", "1"));
    expect(tagsOf(work)).toEqual({ a: "1" });
  });

  it("leaves out a record that another build wrote in another shape", async () => {
    const journals = new Journals();
    const work = journals.tab();
    await work.open("w");
    await work.change({ kind: "tag", key: "a", value: { newer: true } }, kept(TAG, "b", "1"));
    expect(tagsOf(work)).toEqual({ b: "1" });
  });
});
