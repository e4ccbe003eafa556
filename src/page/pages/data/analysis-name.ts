import type { Messages } from "../../../i18n/messages";
import type { PageId } from "../../state/route-url";
import { VALUE_SECTIONS } from "../value-sections";

/** Name of an analysis in the words that lists of analyses use; an unknown id stands for itself. */
export function analysisName(t: Messages, id: string): string {
  const names: Readonly<Record<string, string>> = t.data.analyses;
  return Object.hasOwn(names, id) ? (names[id] ?? id) : id;
}

/** Where an analysis is shown: the page, and what follows it in the address. */
export interface AnalysisPlace {
  readonly page: PageId;
  readonly segments: readonly string[];
}

const PAGES: Readonly<Record<string, PageId>> = {
  overview: "today",
  rfm: "segments",
  lifecycle: "lifecycle",
  cohorts: "lifecycle",
};

/** The place that shows an analysis; null for one that no page shows. */
export function placeOf(analysis: string): AnalysisPlace | null {
  const section = VALUE_SECTIONS.find((candidate) => candidate.analysis === analysis);
  if (section !== undefined) return { page: "value", segments: section.segments };
  const page = PAGES[analysis];
  return page === undefined ? null : { page, segments: [] };
}
