import type { Messages } from "../../../i18n/messages";

/** Which customers a cell of what goes together holds, in words; null for a cell of another page. */
export function basketCell(t: Pick<Messages["analysis"], "basket">, cell: string): string | null {
  const { cells } = t.basket;
  const [kind, first = ""] = cell.split(":");
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
}
