import { LANGUAGES } from "../../src/domain/field";
import { ENTITIES } from "../../src/domain/entities";
import { makeDistributor } from "../../src/page/demo/distributor";
import { csvBytes, workbookBytes } from "./spreadsheet";
import { templateNotes } from "./template-notes";
import { templateTable } from "./template-table";

/** A file to be written, by its path from the project root. */
export interface MadeFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The demo as workbooks, for people who want to look at or hand on the files; the app makes the same rows itself. */
export function demoWorkbooks(): readonly MadeFile[] {
  const demo = makeDistributor();
  const { orders, customers, serviceCosts, complaints, surveys, ratings } = demo;
  const { contracts, exits, invoices } = demo;
  return [
    { path: "public/demo/orders.xlsx", bytes: workbookBytes(orders, true) },
    { path: "public/demo/customers.xlsx", bytes: workbookBytes(customers, true) },
    { path: "public/demo/service-costs.xlsx", bytes: workbookBytes(serviceCosts, true) },
    { path: "public/demo/complaints.xlsx", bytes: workbookBytes(complaints, true) },
    { path: "public/demo/surveys.xlsx", bytes: workbookBytes(surveys, true) },
    { path: "public/demo/ratings.xlsx", bytes: workbookBytes(ratings, true) },
    { path: "public/demo/contracts.xlsx", bytes: workbookBytes(contracts, true) },
    { path: "public/demo/exits.xlsx", bytes: workbookBytes(exits, true) },
    { path: "public/demo/invoices.xlsx", bytes: workbookBytes(invoices, true) },
  ];
}

/** Spreadsheets to fill in: one example row under the most usual header of each field, per language; notes in the workbooks. */
export function templates(): readonly MadeFile[] {
  return LANGUAGES.flatMap((language) =>
    ENTITIES.flatMap((entity) => {
      const table = templateTable(entity, language);
      const path = `public/templates/${language}/${entity}`;
      return [
        { path: `${path}.csv`, bytes: csvBytes(table) },
        {
          path: `${path}.xlsx`,
          bytes: workbookBytes(table, false, templateNotes(entity, language)),
        },
      ];
    }),
  );
}
