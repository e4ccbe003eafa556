import { segmentName } from "../../../../analyses/rfm/segment-name";
import { partsOf, type CellName } from "./cell";

const scoreCell: CellName = ({ t, format }, cell) => {
  const [kind, first, second] = partsOf(cell);
  const { cells } = t.customers;
  const name = (id: string): string => segmentName(id, t.analysis.rfm);
  switch (kind) {
    case "segment":
      return cells.segment({ name: format.list(first.split("+").map(name)) });
    case "cell": {
      const [r = "", f = ""] = first.split("-");
      return cells.scoreCell({ r, f });
    }
    case "score":
      return cells.scores({ scores: first });
    case "move": {
      const nameOrNone = (id: string): string => (id === "none" ? cells.noSegment : name(id));
      return cells.moved({ from: nameOrNone(first), to: nameOrNone(second) });
    }
    default:
      return null;
  }
};

const clusterCell: CellName = ({ t }, cell) => {
  const [kind, first] = partsOf(cell);
  if (kind !== "cluster" || !/^\d$/.test(first)) return null;
  return t.analysis.clusters.cells.cluster({ number: Number(first) + 1 });
};

const crossCell: CellName = ({ t }, cell) => {
  const [kind, first, second] = partsOf(cell);
  const { cells } = t.analysis["cross-tab"];
  const place = (text: string): string => String(Number(text) + 1);
  if (!/^\d+$/.test(first)) return null;
  if (kind === "cross-column") return cells.column({ column: place(first) });
  if (kind !== "cross") return null;
  if (second === "") return cells.row({ row: place(first) });
  return /^\d+$/.test(second) ? cells.at({ row: place(first), column: place(second) }) : null;
};

const attractiveCell: CellName = ({ t }, cell) => {
  const [kind, first] = partsOf(cell);
  const { cells } = t.analysis.attractiveness;
  if (kind === "attractive-new") return cells.new;
  if (!/^\d+$/.test(first)) return null;
  const place = Number(first) + 1;
  if (kind === "attractive") return cells.group({ place });
  return kind === "attractive-lost" ? cells.lost({ place }) : null;
};

const sourceCell: CellName = ({ t }, cell) => {
  const [kind, first] = partsOf(cell);
  const { cells } = t.analysis.sources;
  if (kind === "referred") return cells.referred;
  if (kind === "referrers") return cells.referrers;
  if (!/^\d+$/.test(first)) return null;
  const place = Number(first) + 1;
  switch (kind) {
    case "source":
      return cells.source({ place });
    case "source-new":
      return cells.new({ place });
    case "source-again":
      return cells.again({ place });
    case "referred-by":
      return cells.by;
    default:
      return null;
  }
};

/** Cells of segments: scores, groups by behaviour, and groups by how attractive they are. */
export const segmentCell: CellName = (words, cell) =>
  scoreCell(words, cell) ??
  clusterCell(words, cell) ??
  crossCell(words, cell) ??
  attractiveCell(words, cell) ??
  sourceCell(words, cell);
