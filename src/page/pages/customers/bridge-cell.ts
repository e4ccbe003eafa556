import type { Messages } from "../../../i18n/messages";

/** Which customers a cell of the sales change holds, in words; null for a cell of another page. */
export function bridgeCell(
  t: Pick<Messages["analysis"], "revenue-bridge">,
  cell: string,
): string | null {
  const { cells, bridge, factors } = t["revenue-bridge"];
  const [kind, first = "", second = ""] = cell.split(":");
  const named = (names: Readonly<Record<string, string>>): string | null =>
    Object.hasOwn(names, first) ? (names[first] ?? null) : null;
  switch (kind) {
    case "bridge": {
      const name = named(bridge.moves);
      return name === null ? null : cells.move({ name });
    }
    case "bridge-factor": {
      const name = named(factors.names.piece);
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
}
