import type { Component, Snippet } from "svelte";
import type { Scope } from "../domain/scope";
import type { ColumnsOf } from "./define";

/** Draws a button beside a customer; `why` is what the list says of it, in words. */
export type CustomerAction = Snippet<
  [{ readonly key: string; readonly name: string; readonly why: string }]
>;

/** What every view of an analysis gets from its page. */
export interface ViewProps<Result, Params> {
  /** An answer, never a refusal: the page words those. */
  readonly result: Result;
  readonly params: Params;
  readonly scope: Scope;
  /** ISO 4217, or null when the data do not say. */
  readonly currency: string | null;
  /** The stored columns of a table, for controls that let the reader choose one. */
  readonly columnsOf: ColumnsOf;
  /** Opens the customers behind a cell of the result. */
  readonly onopen: (cell: string) => void;
  /** Opens the page of one customer, by row of the customer table. */
  readonly onopencustomer: (row: number) => void;
  /** What the page offers to do about a customer of a list; absent where it offers nothing. */
  readonly customeraction?: CustomerAction | undefined;
  /** Runs the analysis again with other parameters. */
  readonly onparams: (next: Params) => void;
}

/** A view as a page mounts it; the page hands it only the result of the analysis with the same id. */
export type AnalysisView = Component<ViewProps<never, never>>;

const modules = import.meta.glob<AnalysisView>("./*/View.svelte", { import: "default" });

/** The view of an analysis, loaded on first use; undefined for an unknown id. Page side only. */
export async function loadView(id: string): Promise<AnalysisView | undefined> {
  return modules[`./${id}/View.svelte`]?.();
}
