import type { Component, Snippet } from "svelte";
import type { CampaignList } from "../domain/own-campaign";
import type { Scope } from "../domain/scope";
import type { SaveList } from "../page/ui/list-file";
import type { ColumnsOf } from "./define";

/** Draws a button beside a customer; `why` is what the list says of it, in words. */
export type CustomerAction = Snippet<
  [{ readonly key: string; readonly name: string; readonly why: string }]
>;

/** A list parted at random, as it is when somebody would keep it as a campaign. */
export interface CampaignPlan {
  readonly kind: "keep";
  readonly list: CampaignList;
  readonly params: Readonly<Record<string, string | number | boolean>>;
  readonly scope: Scope;
  /** Cells of the analysis `list`. */
  readonly cells: { readonly contacted: string; readonly alone: string };
  /** Days after which its chances are meant; null: they are of a flag, which has no day. */
  readonly watchDays: number | null;
  readonly expected: number;
  readonly detectable: number | null;
}

/** Draws what can be done about a campaign: keep a new one, or remove one that was kept. */
export type CampaignAction = Snippet<
  [CampaignPlan | { readonly kind: "kept"; readonly key: string; readonly name: string }]
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
  /** What the page offers to do about campaigns; absent where it keeps none. */
  readonly campaignaction?: CampaignAction | undefined;
  /** Saves the whole list of which the view shows the top; absent where the page saves none. */
  readonly onsavelist?: SaveList | undefined;
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
