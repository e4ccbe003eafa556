import type { CustomerPage, CustomerQuery, CustomerRow } from "../../../queries/types";
import { isCancelled } from "../../../workers/client";

export type CustomerListQuery = Omit<CustomerQuery, "offset" | "limit">;

const BLOCK_ROWS = 100;

type Load = (query: CustomerQuery, signal: AbortSignal) => Promise<CustomerPage>;

/**
 * The rows of the customer table that are in view, loaded in blocks while the reader scrolls. The rows of an older query
 * stay until the first block of the newer one is there; a late answer is dropped.
 */
export class CustomerWindow {
  readonly #load: Load;
  #query: CustomerListQuery | null = null;
  #controller = new AbortController();
  #wanted: readonly [number, number] = [0, BLOCK_ROWS];
  #pending: readonly number[] = [];
  #blocks = $state.raw<Readonly<Record<number, readonly CustomerRow[]>>>({});
  #sums = $state.raw<Pick<CustomerPage, "total" | "sales" | "salesBefore"> | null>(null);
  #status = $state<"running" | "done" | "failed">("running");

  constructor(load: Load) {
    this.#load = load;
  }

  get status(): "running" | "done" | "failed" {
    return this.#status;
  }
  /** Number and sums of all customers of the query; null before the first answer. */
  get sums(): Pick<CustomerPage, "total" | "sales" | "salesBefore"> | null {
    return this.#sums;
  }
  /** Rows are shown that belong to an older query. */
  get isStale(): boolean {
    return this.#status === "running" && this.#sums !== null;
  }

  row(index: number): CustomerRow | null {
    const block = Math.floor(index / BLOCK_ROWS);
    return this.#blocks[block]?.[index - block * BLOCK_ROWS] ?? null;
  }

  ask(query: CustomerListQuery): void {
    this.#controller.abort();
    this.#controller = new AbortController();
    this.#query = query;
    this.#status = "running";
    this.#pending = [];
    void this.#first(query, this.#controller.signal);
  }

  retry(): void {
    if (this.#query !== null) this.ask(this.#query);
  }

  /** Rows `first` to `end - 1` are in view. */
  want(first: number, end: number): void {
    this.#wanted = [first, end];
    if (this.#status === "done") this.#fill(this.#controller.signal);
  }

  /** The block in view first: it brings the sums, and the older rows give way to it. */
  async #first(query: CustomerListQuery, signal: AbortSignal): Promise<void> {
    const block = Math.floor(this.#wanted[0] / BLOCK_ROWS);
    try {
      let page = await this.#page(query, block, signal);
      let shown = block;
      if (page.rows.length === 0 && page.total > 0) {
        // The new list is shorter than where the reader was.
        shown = 0;
        page = await this.#page(query, 0, signal);
      }
      if (signal.aborted) return;
      this.#blocks = { [shown]: page.rows };
      this.#sums = { total: page.total, sales: page.sales, salesBefore: page.salesBefore };
      this.#status = "done";
      this.#fill(signal);
    } catch (thrown) {
      if (!signal.aborted && !isCancelled(thrown)) this.#status = "failed";
    }
  }

  #fill(signal: AbortSignal): void {
    const query = this.#query;
    if (query === null) return;
    const [first, end] = this.#wanted;
    const last = Math.floor(Math.max(first, end - 1) / BLOCK_ROWS);
    for (let block = Math.floor(first / BLOCK_ROWS); block <= last; block++) {
      if (this.#blocks[block] === undefined && !this.#pending.includes(block)) {
        this.#pending = [...this.#pending, block];
        void this.#more(query, block, signal);
      }
    }
  }

  async #more(query: CustomerListQuery, block: number, signal: AbortSignal): Promise<void> {
    try {
      const page = await this.#page(query, block, signal);
      if (!signal.aborted) this.#blocks = { ...this.#blocks, [block]: page.rows };
    } catch (thrown) {
      if (!signal.aborted && !isCancelled(thrown)) this.#status = "failed";
    } finally {
      if (!signal.aborted) this.#pending = this.#pending.filter((other) => other !== block);
    }
  }

  #page(query: CustomerListQuery, block: number, signal: AbortSignal): Promise<CustomerPage> {
    return this.#load({ ...query, offset: block * BLOCK_ROWS, limit: BLOCK_ROWS }, signal);
  }
}
