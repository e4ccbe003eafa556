import { own, partsOf, type CellName } from "./cell";

/** Cells of what satisfaction does: coming back, types of loyalty, word of mouth; and of who is silent. */
export const loyaltyCell: CellName = ({ t }, cell) => {
  const [kind, first] = partsOf(cell);
  const { "loyalty-curve": loyalty, "loyalty-types": types } = t.analysis;
  const { "word-of-mouth": mouth, "non-response": silence } = t.analysis;
  const { "satisfaction-history": history } = t.analysis;
  switch (kind) {
    case "loyalty":
      return /^\d+$/.test(first) ? loyalty.cells.at({ score: first }) : null;
    case "loyal-type":
      return own(types.types, first);
    case "loyal-hostage": {
      const { tied, free } = types.cells;
      return own({ tied, free }, first);
    }
    case "loyal-at": {
      const [score = "", stretches = ""] = first.split("-");
      return types.cells.at({ score, stretches });
    }
    case "loyalty-left":
      return /^\d+$/.test(first) ? loyalty.cells.left({ score: first }) : null;
    case "built":
      return own(history.standings, first);
    case "built-at": {
      const [score = ""] = first.split("_");
      return Number.isFinite(Number(score)) ? history.cells.at({ score }) : null;
    }
    case "mouth": {
      const { recommend, complain } = mouth.cells;
      return own({ recommend, complain }, first);
    }
    case "mouth-recommend":
    case "mouth-complain":
      return /^\d+$/.test(first) ? mouth.cells.at({ score: first }) : null;
    case "voice":
      return own(silence.cells, first);
    case "voice-group":
      return silence.cells.group;
    case "voice-silent":
      return silence.cells.groupSilent;
    default:
      return null;
  }
};
