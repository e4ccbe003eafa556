import { analysisSpec } from "../../../analyses/index";
import type { Manifest } from "../../../domain/manifest";
import { missingColumns } from "../../../domain/readiness";
import type { PageId } from "../../state/route-url";

/** What tells most, first: a page, and the analysis that must have its columns for the page to be worth a visit. */
const PAGES = [
  ["today", "overview"],
  ["satisfaction", "csat"],
  ["feedback", "feedback-text"],
  ["complaints", "sla"],
] as const;
/** Any of them, and a table of customers alone says how long they stay. */
const TOLD_LEAVING = ["hasChurned", "churnedOn", "tenureMonths"] as const;

/** The page to go to after an import. */
export function firstPage(manifest: Manifest | null): PageId {
  const ready = PAGES.find(
    ([, id]) => missingColumns(analysisSpec(id)?.needs ?? {}, manifest).length === 0,
  );
  if (ready !== undefined) return ready[0];
  const has = (column: string): boolean =>
    missingColumns({ customers: [column] }, manifest).length === 0;
  if (TOLD_LEAVING.some(has)) return "churn";
  return has("key") ? "customers" : "data";
}
