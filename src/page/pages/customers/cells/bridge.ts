import { own, partsOf, type CellName } from "./cell";

/** Which customers a cell of the sales change holds, in words; null for a cell of another page. */
export const bridgeCell: CellName = ({ t }, cell) => {
  const { cells, bridge, factors } = t.analysis["revenue-bridge"];
  const [kind, first, second] = partsOf(cell);
  switch (kind) {
    case "bridge": {
      const name = own(bridge.moves, first);
      return name === null ? null : cells.move({ name });
    }
    case "bridge-factor": {
      const name = own(factors.names.piece, first);
      return name === null ? null : cells.factor({ name });
    }
    case "bridge-period":
      return /^\d$/.test(first) ? cells.period({ number: Number(first) + 1 }) : null;
    case "bridge-row":
      return /^\d+$/.test(first) ? cells.row({ number: Number(first) + 1 }) : null;
    case "bridge-cell": {
      const isCell = /^\d+$/.test(first) && /^\d+$/.test(second);
      return isCell ? cells.cell({ row: Number(first) + 1, column: Number(second) + 1 }) : null;
    }
    default:
      return null;
  }
};
