import { own, partsOf, periodWords, type CellName } from "./cell";

/** Cells of the scores: recommendation, satisfaction, index, drivers. */
export const surveyCell: CellName = (words, cell) => {
  const [kind, first] = partsOf(cell);
  const { nps, csat, csi, drivers } = words.t.analysis;
  if (kind.startsWith("delivered-")) return deliveredName(words, kind, first);
  switch (kind) {
    case "nps":
      return own(nps.cells.classes, first);
    case "nps-score":
      return /^\d+$/.test(first) ? nps.cells.score({ score: first }) : null;
    case "nps-group":
      return nps.cells.group;
    case "nps-period": {
      const when = periodWords(words, first);
      return when === null ? null : nps.cells.period({ when });
    }
    case "csat-top":
      return csat.cells.top;
    case "csat-top2":
      return csat.cells.top2;
    case "csat-low":
      return csat.cells.low;
    case "csat-score":
      return Number.isFinite(Number(first)) ? csat.cells.score({ score: first }) : null;
    case "csat-period": {
      const when = periodWords(words, first);
      return when === null ? null : csat.cells.period({ when });
    }
    case "csat-dimension":
      return csat.cells.dimension;
    case "csat-touchpoint":
      return csat.cells.touchpoint;
    case "driver-low":
      return drivers.cells.low;
    case "csat-effort":
      return csat.cells.effort;
    case "csi-low":
      return csi.cells.low;
    case "csi-item":
      return csi.cells.item;
    case "csi-gap":
      return csi.cells.gap;
    case "csi-period": {
      const when = periodWords(words, first);
      return when === null ? null : csi.cells.period({ when });
    }
    default:
      return null;
  }
};

function deliveredName(words: Parameters<CellName>[0], kind: string, first: string): string | null {
  const { cells, facets, traits, levels } = words.t.analysis["delivered-value"];
  if (kind === "delivered-low") return cells.low;
  if (kind === "delivered-group") return cells.group;
  const names = { "delivered-facet": facets, "delivered-trait": traits, "delivered-level": levels };
  const known = Object.entries(names).find(([id]) => id === kind);
  const name = known === undefined ? null : own(known[1], first);
  return name === null ? null : cells.facet({ name });
}
