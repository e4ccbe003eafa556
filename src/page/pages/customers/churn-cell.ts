import type { Messages } from "../../../i18n/messages";

/** Which customers a cell of the churn page holds, in words; null for a cell of another page. */
export function churnCell(
  t: Pick<Messages["analysis"], "survival">,
  kind: string,
  place: string,
): string | null {
  const { cells } = t.survival;
  if (kind === "lost") return cells.lost;
  if (kind === "staying") return cells.staying;
  if (!/^\d{1,4}$/.test(place)) return null;
  const at = { place: Number(place) + 1 };
  switch (kind) {
    case "group":
      return cells.group(at);
    case "group-lost":
      return cells.groupLost(at);
    case "band":
      return cells.band(at);
    default:
      return null;
  }
}
