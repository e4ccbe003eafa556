import { SvelteMap } from "svelte/reactivity";
import type { FilterColumn } from "../../domain/filter";
import type { Extent, ExtentFacet, Facet } from "../../queries/types";
import { isCancelled } from "../../workers/client";
import type { DataWorker } from "./data-worker";

/** What the open data can be filtered by. Follows the generation; read when somebody wants to filter. */
export class Facets {
  readonly #worker: Pick<DataWorker, "ask">;
  #list = $state.raw<readonly Facet[] | null>(null);
  #generation = $state<string | null>(null);
  /** The generation whose list was asked for. */
  #asked: string | null = null;
  readonly #extents = new SvelteMap<string, Extent | null>();

  constructor(worker: Pick<DataWorker, "ask">) {
    this.#worker = worker;
  }

  /** null until the worker has answered. */
  get list(): readonly Facet[] | null {
    return this.#list;
  }

  /** What a column holds; null while that is not known. Ask for it with `look`. */
  extent(column: FilterColumn): Extent | null {
    return this.#extents.get(keyOf(column)) ?? null;
  }

  /** Reads what a column holds, once. */
  async look(facet: ExtentFacet): Promise<void> {
    const key = keyOf(facet);
    if (this.#extents.has(key)) return;
    const generation = this.#generation;
    this.#extents.set(key, null);
    try {
      const { entity, column, kind } = facet;
      const extent = await this.#worker.ask("extent", { entity, column, kind });
      if (this.#generation === generation) this.#extents.set(key, extent);
    } catch {
      // A hint that is not there: the bounds can be written without it, and the next look asks again.
      if (this.#generation === generation) this.#extents.delete(key);
    }
  }

  /** @param generation null: nothing is open */
  clear(generation: string | null): void {
    this.#generation = generation;
    this.#asked = null;
    this.#list = null;
    this.#extents.clear();
  }

  /** Asks what can be filtered, once a generation. */
  async load(): Promise<void> {
    const generation = this.#generation;
    if (generation === null || generation === this.#asked) return;
    this.#asked = generation;
    try {
      const list = await this.#worker.ask("facets", null);
      if (this.#generation === generation) this.#list = list;
    } catch (thrown) {
      // Without facets the filter menu is empty; everything else works, and the next open asks again.
      if (this.#generation === generation) this.#asked = null;
      if (!isCancelled(thrown)) this.#list = [];
    }
  }
}

function keyOf({ entity, column }: FilterColumn): string {
  return `${entity}.${column}`;
}
