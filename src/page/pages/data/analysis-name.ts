import type { Messages } from "../../../i18n/messages";
import type { PageId } from "../../state/route-url";

/** Name of an analysis in the words that lists of analyses use; an unknown id stands for itself. */
export function analysisName(t: Messages, id: string): string {
  const names: Readonly<Record<string, string>> = t.data.analyses;
  return Object.hasOwn(names, id) ? (names[id] ?? id) : id;
}

const PAGES: Readonly<Record<string, PageId>> = {
  overview: "today",
  pareto: "value",
  rfm: "segments",
  lifecycle: "lifecycle",
  cohorts: "lifecycle",
  clv: "value",
  whale: "value",
};

/** The page that shows an analysis; null for one that no page shows. */
export function pageOf(analysis: string): PageId | null {
  return PAGES[analysis] ?? null;
}
