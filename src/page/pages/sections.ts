import type { AnalysisId } from "../../analyses/index";
import type { PageId } from "../state/route-url";

/** One question of a page. */
export interface PageSection {
  /** its word in `shell.sections` of the page, and in the address of all but the first */
  readonly id: string;
  /** shown one under another; none where the page has something else to show */
  readonly analyses: readonly AnalysisId[];
}

export type PageSections = readonly [PageSection, ...PageSection[]];

/** The pages with sections; the first is what the page's own address shows. */
export const SECTIONS = {
  value: [
    { id: "concentration", analyses: ["pareto"] },
    { id: "grades", analyses: ["grades"] },
    { id: "core", analyses: ["core-customers"] },
    { id: "steadiness", analyses: ["xyz"] },
    { id: "profit", analyses: ["whale"] },
    { id: "future", analyses: ["clv"] },
    { id: "renewals", analyses: ["renewals"] },
    { id: "disagreement", analyses: ["disagreement"] },
  ],
  satisfaction: [
    { id: "recommendation", analyses: ["nps"] },
    { id: "rating", analyses: ["csat"] },
    { id: "index", analyses: ["csi"] },
    { id: "delivered", analyses: ["delivered-value"] },
    { id: "drivers", analyses: ["drivers"] },
    { id: "loyalty", analyses: ["loyalty-curve"] },
    { id: "types", analyses: ["loyalty-types"] },
    { id: "history", analyses: ["satisfaction-history"] },
    { id: "mouth", analyses: ["word-of-mouth"] },
    { id: "silence", analyses: ["non-response"] },
  ],
  feedback: [{ id: "text", analyses: ["feedback-text"] }],
  complaints: [
    { id: "speed", analyses: ["sla"] },
    { id: "causes", analyses: ["complaint-causes"] },
    { id: "after", analyses: ["complaint-retention"] },
    { id: "signals", analyses: ["complaint-signals"] },
    { id: "service", analyses: ["service", "response-effect"] },
    { id: "cases", analyses: [] },
    { id: "rules", analyses: [] },
  ],
  segments: [
    { id: "rfm", analyses: ["rfm"] },
    { id: "behaviour", analyses: ["clusters"] },
    { id: "basket", analyses: ["basket"] },
    { id: "compare", analyses: ["cross-tab"] },
    { id: "sources", analyses: ["sources"] },
    { id: "attractiveness", analyses: ["attractiveness"] },
    { id: "own", analyses: [] },
    { id: "menu", analyses: [] },
  ],
  lifecycle: [
    { id: "ledger", analyses: ["lifecycle", "cohorts"] },
    { id: "flow", analyses: ["stage-flow"] },
    { id: "relation", analyses: ["relation-stages"] },
    { id: "change", analyses: ["revenue-bridge"] },
    { id: "forecast", analyses: ["forecast"] },
    { id: "next-order", analyses: ["next-order"] },
    { id: "products", analyses: ["product-life"] },
  ],
  churn: [
    { id: "when", analyses: ["survival"] },
    { id: "factors", analyses: ["cox"] },
    { id: "why", analyses: ["churn-causes"] },
    { id: "who", analyses: ["churn-model"] },
    { id: "warning", analyses: ["health"] },
    { id: "less", analyses: ["partial-loss"] },
    { id: "saving", analyses: [] },
    { id: "worth", analyses: ["targeting"] },
    { id: "back", analyses: ["winback"] },
    { id: "campaigns", analyses: ["campaign-readout"] },
    { id: "credit", analyses: ["credit-ladder"] },
    { id: "rules", analyses: [] },
  ],
} as const satisfies Partial<Record<PageId, PageSections>>;

export type SectionedPageId = keyof typeof SECTIONS;

/** The section that an address names; a hash is foreign text, so anything else is the first. */
export function sectionOf(sections: PageSections, segments: readonly string[]): PageSection {
  return sections.find(({ id }) => id === segments[0]) ?? sections[0];
}

/** What follows the page in the address of a section. */
export function segmentsOf(sections: PageSections, section: PageSection): readonly string[] {
  return section.id === sections[0].id ? [] : [section.id];
}

/** Where an analysis is shown: the page, and what follows it in the address. */
export interface AnalysisPlace {
  readonly page: PageId;
  readonly segments: readonly string[];
}

/** The section that shows an analysis; null when none does. */
export function sectionPlace(analysis: string): AnalysisPlace | null {
  const pages: Partial<Record<PageId, PageSections>> = SECTIONS;
  for (const [page, sections] of Object.entries(pages)) {
    const section = sections.find(({ analyses }) => analyses.some((id) => id === analysis));
    // the keys of the record are pages
    if (section !== undefined)
      return { page: page as PageId, segments: segmentsOf(sections, section) };
  }
  return null;
}
