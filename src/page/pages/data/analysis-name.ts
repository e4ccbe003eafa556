import type { CoreMessages } from "../../../i18n/messages";
import { sectionPlace, type AnalysisPlace } from "../sections";

/** Name of an analysis in the words that lists of analyses use; an unknown id stands for itself. */
export function analysisName(t: CoreMessages, id: string): string {
  const names: Readonly<Record<string, string>> = t.data.analyses;
  return Object.hasOwn(names, id) ? (names[id] ?? id) : id;
}

/** The place that shows an analysis; null for one that no page shows. */
export function placeOf(analysis: string): AnalysisPlace | null {
  return analysis === "overview" ? { page: "today", segments: [] } : sectionPlace(analysis);
}
