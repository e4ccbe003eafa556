import { isAttribute } from "../../../domain/field";
import type { ColumnProposal } from "../../../ingest/plan";

/**
 * The columns whose cells can be read in two ways and that become a field: the reader is asked before anything is
 * imported. Attributes are read as proposed; nothing is computed from them.
 */
export function openQuestions(columns: readonly ColumnProposal[]): readonly ColumnProposal[] {
  return columns.filter(({ target, kind, dateOrderAmbiguous, decimalMarkAmbiguous }) => {
    if (target === null || isAttribute(target)) return false;
    if (kind === "date") return dateOrderAmbiguous;
    return kind !== "text" && kind !== "category" && decimalMarkAmbiguous;
  });
}
