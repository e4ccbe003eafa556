import { basketCell } from "./basket";
import { bridgeCell } from "./bridge";
import type { CellName, CellWords } from "./cell";
import { churnCell } from "./churn";
import { complaintCell } from "./complaint";
import { feedbackCell } from "./feedback";
import { leavingCell } from "./leavers";
import { lifeCycleCell } from "./life";
import { loyaltyCell } from "./loyalty";
import { productCell } from "./products";
import { segmentCell } from "./segments";
import { surveyCell } from "./surveys";
import { worthCell } from "./value";

/** Who can name a cell, in the order in which they are asked. */
const NAMES: readonly CellName[] = [
  worthCell,
  segmentCell,
  lifeCycleCell,
  complaintCell,
  feedbackCell,
  surveyCell,
  loyaltyCell,
  churnCell,
  basketCell,
  productCell,
  bridgeCell,
  leavingCell,
];

/**
 * Which customers a cell of an analysis holds, in words for the chip above the table. A cell that has no words here, of an
 * analysis that is newer than this list, is named by its id.
 */
export function cellWords(words: CellWords, cell: string): string {
  for (const name of NAMES) {
    const found = name(words, cell);
    if (found !== null) return found;
  }
  return words.t.customers.cells.unknown({ cell });
}
