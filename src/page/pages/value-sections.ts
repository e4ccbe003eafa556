import type { AnalysisId } from "../../analyses/index";

export interface ValueSection {
  readonly id: "concentration" | "profit" | "future";
  readonly analysis: AnalysisId;
  /** what follows the page in the address */
  readonly segments: readonly string[];
}

/** One question of the Value page each; the first is what the page's own address shows. */
export const VALUE_SECTIONS = [
  { id: "concentration", analysis: "pareto", segments: [] },
  { id: "profit", analysis: "whale", segments: ["profit"] },
  { id: "future", analysis: "clv", segments: ["future"] },
] as const satisfies readonly ValueSection[];

/** The section that an address names; a hash is foreign text, so anything else is the first. */
export function valueSection(segments: readonly string[]): ValueSection {
  const [first] = segments;
  return VALUE_SECTIONS.find(({ id }) => id === first) ?? VALUE_SECTIONS[0];
}
