import type { CellWords } from "./cell-words";

/** Which customers a cell of the comments holds, in words; null for any other cell. */
export function feedbackCell({ t }: CellWords, cell: string): string | null {
  const { cells, themes } = t.analysis["feedback-text"];
  const [kind, ...rest] = cell.split(":");
  const name = rest.join(":");
  const names: Readonly<Record<string, string>> = themes.names;
  const theme = Object.hasOwn(names, name) ? names[name] : undefined;
  switch (kind) {
    case "feedback":
      return name === "all" || name === "positive" || name === "negative" || name === "neutral"
        ? cells[name]
        : null;
    case "feedback-theme":
      return theme === undefined ? null : cells.theme({ theme });
    case "feedback-against":
      return theme === undefined ? null : cells.against({ theme });
    case "feedback-word":
      return cells.word({ word: name });
    default:
      return null;
  }
}
