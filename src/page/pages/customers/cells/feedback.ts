import { own, type CellName } from "./cell";

/** Which customers a cell of the comments holds, in words; null for any other cell. */
export const feedbackCell: CellName = ({ t }, cell) => {
  const { cells, themes } = t.analysis["feedback-text"];
  const [kind, ...rest] = cell.split(":");
  const name = rest.join(":");
  const theme = own(themes.names, name);
  switch (kind) {
    case "feedback":
      return name === "all" || name === "positive" || name === "negative" || name === "neutral"
        ? cells[name]
        : null;
    case "feedback-theme":
      return theme === null ? null : cells.theme({ theme });
    case "feedback-against":
      return theme === null ? null : cells.against({ theme });
    case "feedback-word":
      return cells.word({ word: name });
    default:
      return null;
  }
};
