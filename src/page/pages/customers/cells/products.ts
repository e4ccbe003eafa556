import { own, partsOf, type CellName } from "./cell";

/** Which customers a cell of the life of products holds, in words; null for a cell of another page. */
export const productCell: CellName = ({ t }, cell) => {
  const words = t.analysis["product-life"];
  const { cells } = words;
  const [kind, first, second] = partsOf(cell);
  switch (kind) {
    case "product":
      return cells.product;
    case "product-phase": {
      const name = own(words.phases.names, first);
      return name === null ? null : cells.phase({ name });
    }
    case "product-exposed":
      return first === "" ? cells.exposed : cells.exposedTo;
    case "product-adoption": {
      const name = own(words.adoption.groups, first);
      if (name === null) return null;
      return second === "yes" ? cells.adopted({ name }) : cells.notAdopted({ name });
    }
    default:
      return null;
  }
};
