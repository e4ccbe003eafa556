import { describe, expect, it } from "vitest";
import { storedColumns, unmatchedGroups } from "./mapped-columns";

describe("unmatchedGroups", () => {
  it("asks nothing more of orders with a customer name, a date and an amount", () => {
    expect(unmatchedGroups("orders", ["customerName", "orderedOn", "amount"])).toEqual([]);
  });

  it("takes quantity and unit price in place of the amount", () => {
    expect(unmatchedGroups("orders", ["customerId", "orderedOn", "quantity", "unitPrice"])).toEqual(
      [],
    );
  });

  it("names the half of quantity × unit price that is missing", () => {
    expect(unmatchedGroups("orders", ["customerId", "orderedOn", "quantity"])).toEqual([
      ["amount", "unitPrice"],
    ]);
    expect(unmatchedGroups("orders", ["customerId", "orderedOn", "unitPrice"])).toEqual([
      ["amount", "quantity"],
    ]);
  });

  it("lists customer, day and amount for a sheet with attributes only", () => {
    expect(unmatchedGroups("orders", ["attr:备注"])).toEqual([
      ["customerName", "customerId"],
      ["orderedOn"],
      ["amount"],
    ]);
  });

  it("asks of a customer table only who the customer is", () => {
    expect(unmatchedGroups("customers", ["city"])).toEqual([["customerName", "customerId"]]);
    expect(unmatchedGroups("customers", ["customerId"])).toEqual([]);
  });
});

describe("storedColumns", () => {
  const has = (entity: string, column: string, targets: readonly string[]): boolean =>
    storedColumns("orders", targets).some(
      (stored) => stored.entity === entity && stored.column === column,
    );

  it("derives profit from cost and customers from orders", () => {
    const targets = ["customerName", "orderedOn", "amount", "cost", "region"];
    expect(has("orders", "profit", targets)).toBe(true);
    expect(has("customers", "customerName", targets)).toBe(true);
    expect(has("customers", "region", targets)).toBe(true);
  });

  it("stores nothing of a sheet that cannot be imported", () => {
    expect(storedColumns("orders", ["customerName", "amount"])).toEqual([]);
  });
});
