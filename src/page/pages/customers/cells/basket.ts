import { partsOf, type CellName } from "./cell";

/** Which customers a cell of what goes together holds, in words; null for a cell of another page. */
export const basketCell: CellName = ({ t }, cell) => {
  const { cells } = t.analysis.basket;
  const [kind, first] = partsOf(cell);
  if (cell === "basket-offers") return cells.offers;
  if (!/^\d{1,3}$/.test(first)) return null;
  const number = Number(first) + 1;
  switch (kind) {
    case "basket-rule":
      return cells.rule({ number });
    case "basket-offer":
      return cells.offer({ number });
    case "basket-segment":
      return cells.segment;
    case "basket-then":
      return cells.then;
    case "basket-waiting":
      return cells.waiting;
    default:
      return null;
  }
};
