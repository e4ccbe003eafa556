import { own, type CellName, type CellWords } from "./cell";

type ChurnWords = CellWords["t"]["analysis"];

/** Which customers a cell of the churn page holds, in words; null for a cell of another page. */
export const churnCell: CellName = ({ t: { analysis: t } }, cell) => {
  const { cells } = t.survival;
  if (cell === "lost") return cells.lost;
  if (cell === "staying") return cells.staying;
  if (cell === "missing") return t.cox.cells.missing;
  const at = cell.indexOf(":");
  const [kind, rest] = [cell.slice(0, at), cell.slice(at + 1)];
  return causeCell(t, kind, rest) ?? placeCell(t, kind, rest);
};

function causeCell(t: ChurnWords, kind: string, rest: string): string | null {
  const { cells, causes, initiatives, switching, groups, rest: others } = t["churn-causes"];
  if (kind === "cause") {
    const known = own(causes, rest) ?? own(switching, rest) ?? own(initiatives, rest);
    return cells.cause({ name: known ?? (rest === "rest" ? others : rest) });
  }
  if (kind === "cause-group-lost") {
    const [place = "", ...words] = rest.split(":");
    const code = words.join(":");
    const known = own(causes, code) ?? own(switching, code) ?? own(initiatives, code);
    const name = known ?? (code === "rest" ? others : code);
    return /^\d{1,2}$/.test(place)
      ? groups.cells.groupLost({ place: Number(place) + 1, name })
      : null;
  }
  if (kind !== "exit-level") return null;
  const [initiative = "", cause = ""] = rest.split(":");
  const [wish, why] = [own(initiatives, initiative), own(causes, cause)];
  return wish === null || why === null ? null : cells.cause({ name: `${wish} · ${why}` });
}

function placeCell(t: ChurnWords, kind: string, rest: string): string | null {
  if (!/^\d{1,4}$/.test(rest)) return null;
  const at = { place: Number(rest) + 1 };
  const { cells } = t.survival;
  const reasons = t["churn-causes"].cells;
  switch (kind) {
    case "group":
      return cells.group(at);
    case "group-lost":
      return cells.groupLost(at);
    case "factor":
      return t.cox.cells.factor(at);
    case "band":
      return cells.band(at);
    case "exit-reason":
      return reasons.reason(at);
    case "cause-group":
      return t["churn-causes"].groups.cells.group(at);
    case "exit-code":
      return t["churn-causes"].codes.cell(at);
    case "competitor":
      return reasons.competitor(at);
    default:
      return null;
  }
}
