import type { ColumnPlan, ColumnProposal, FileInspection, SheetPlan } from "./plan";

/**
 * The plan that an inspection proposes for a sheet, taken as it is.
 *
 * @returns null when the sheet has nothing to import or lacks what its entity must have (`unmatched`)
 */
export function defaultPlan(inspection: FileInspection, sheetIndex: number): SheetPlan | null {
  const sheet = inspection.sheets.find((candidate) => candidate.sheetIndex === sheetIndex);
  if (!sheet || sheet.entity === null || sheet.reason !== null) return null;
  if (sheet.unmatched.length > 0) return null;
  return {
    sheetIndex,
    entity: sheet.entity,
    format: inspection.format,
    headerRow: sheet.headerRow,
    columns: sheet.columns.map(columnPlan),
  };
}

/** A proposal without its evidence. */
export function columnPlan(proposal: ColumnProposal): ColumnPlan {
  const { index, header, target, kind, dateOrder, decimalMark, currency } = proposal;
  return {
    ...{ index, header, target, kind, dateOrder, decimalMark, currency },
    ...(proposal.renamedFrom !== undefined && { renamedFrom: proposal.renamedFrom }),
    ...(proposal.dropPointZero && { dropPointZero: true }),
    ...(proposal.question && { question: proposal.question }),
  };
}
