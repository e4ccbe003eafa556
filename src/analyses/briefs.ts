import type { Component } from "svelte";
import type { Scope } from "../domain/scope";

/** What the sentences of an analysis get where only they are shown. */
export interface BriefProps<Result, Params> {
  /** An answer, never a refusal. */
  readonly result: Result;
  readonly params: Params;
  readonly scope: Scope;
  /** ISO 4217, or null when the data do not say. */
  readonly currency: string | null;
  /** Opens the customers behind a cell of the result. */
  readonly onopen: (cell: string) => void;
}

/** A brief as the page mounts it; the page hands it only the result of the analysis with the same id. */
export type AnalysisBrief = Component<BriefProps<never, never>>;

const modules = import.meta.glob<AnalysisBrief>("./*/Brief.svelte", { import: "default" });

/** The answer of an analysis in its sentences alone, loaded on first use; undefined where it has none. Page side only. */
export async function loadBrief(id: string): Promise<AnalysisBrief | undefined> {
  return modules[`./${id}/Brief.svelte`]?.();
}
