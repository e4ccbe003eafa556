import { expect } from "vitest";
import type { Finding } from "../harness/harness";

/** What was acknowledged and what was under way, against what a start finds: the oracle of reliability.md 3.1. */
export class Oracle {
  #acknowledged: number | null = null;
  #pending: number | null = null;
  readonly #entries: string[] = [];
  #seed = 0;
  /** Imports that were under way at a fault and were not there, or all there, afterwards. */
  absentAfter = 0;
  wholeAfter = 0;

  /** @returns the seed of the import that begins now */
  begin(): number {
    this.#pending = ++this.#seed;
    return this.#seed;
  }

  /** What the page acknowledged before the fault. */
  heard(entries: readonly string[], isImported: boolean): void {
    this.#entries.push(...entries);
    if (!isImported) return;
    this.#acknowledged = this.#pending;
    this.#pending = null;
  }

  judge(found: Finding): void {
    const allowed = this.#pending === null ? [] : [this.#pending];
    const said = `the active manifest; the start said ${found.boot} ${found.reason}`;
    expect([this.#acknowledged, ...allowed], said).toContain(found.seed);
    if (found.seed === null) expect(found.boot, found.reason).toBe("welcome");
    else expect(found.boot, found.reason).toBe("ready");
    expect(found.damage).toBe("");
    expect(found.whole, "all values of the seed").toBe(true);
    expect(found.rootMatches, "the root hash").toBe(true);
    expect(found.orphans, "orphans left after one start").toBe(0);
    expect(found.journalError).toBe("");
    expect(found.entries).toEqual(expect.arrayContaining(this.#entries));
    if (this.#pending === null) return;
    if (found.seed === this.#pending) this.wholeAfter++;
    else this.absentAfter++;
    this.#acknowledged = found.seed;
    this.#pending = null;
  }

  entryCount(): number {
    return this.#entries.length;
  }
}
