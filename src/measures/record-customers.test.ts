import { describe, expect, it } from "vitest";
import { linkedTable } from "../../tests/support/linked-tables";
import { tablesOf, textColumn } from "../../tests/support/tables";
import { columnOf, MISSING_CODE, textAt, type Table } from "../kernel/table/column";
import { linkedThroughRecords } from "./record-customers";

const NOBODY = "?";
const line = (customer: string, orderId: string) => ({ customer, on: 20_000, amount: 1, orderId });
const sold = tablesOf([
  line("甲", "S1"),
  line("甲", "S1"),
  line("乙", "S2"),
  line("甲", "S3"),
  line("乙", "S3"),
]);
const named = (table: Table | undefined) => {
  const links = table && columnOf(table, "customer", "dictionary");
  return links && Array.from(links.codes, (_, row) => textAt(links, row));
};

describe("linkedThroughRecords", () => {
  it("gives an answer the customer of its order, and leaves a named customer alone", () => {
    const surveys = linkedTable(sold, [NOBODY, "甲", NOBODY, NOBODY], {
      orderId: textColumn(["S2", "S2", "S9", undefined]),
    });
    const changed = linkedThroughRecords({ ...sold, surveys });
    expect(named(changed.surveys)).toEqual(["乙", "甲", null, null]);
    expect(Object.keys(changed)).toEqual(["surveys"]);
    expect(columnOf(surveys, "customer", "dictionary")?.codes[0]).toBe(MISSING_CODE);
  });

  it("says nothing where an order names two customers", () => {
    const surveys = linkedTable(sold, [NOBODY, NOBODY], { orderId: textColumn(["S3", "S1"]) });
    expect(named(linkedThroughRecords({ ...sold, surveys }).surveys)).toEqual([null, "甲"]);
  });

  it("goes from a payment over its invoice to the order", () => {
    const invoices = linkedTable(sold, [NOBODY, "甲"], {
      invoiceId: textColumn(["F1", "F2"]),
      orderId: textColumn(["S2", undefined]),
    });
    const payments = linkedTable(sold, [NOBODY, NOBODY, NOBODY], {
      invoiceId: textColumn(["F1", "F2", "F3"]),
    });
    const changed = linkedThroughRecords({ ...sold, invoices, payments });
    expect(named(changed.invoices)).toEqual(["乙", "甲"]);
    expect(named(changed.payments)).toEqual(["乙", "甲", null]);
  });

  it("returns nothing where every row names its customer or no record is known", () => {
    const full = linkedTable(sold, ["甲"], { orderId: textColumn(["S2"]) });
    const lost = linkedTable(sold, [NOBODY], { orderId: textColumn(["S8"]) });
    expect(linkedThroughRecords({ ...sold, surveys: full, complaints: lost })).toEqual({});
  });
});
