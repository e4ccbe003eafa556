import { describe, expect, it } from "vitest";
import type { StoredColumn } from "../domain/generation";
import { columnIdsOf, columnsValue, paramNeeds } from "./column-params";

const stored: readonly StoredColumn[] = [
  { id: "name", fieldKind: "text", label: "客户名称" },
  { id: "attr:tenure", fieldKind: "number", label: "tenure" },
  { id: "attr:a,b", fieldKind: "category", label: "a,b" },
  { id: "attr:Churn", fieldKind: "flag", label: "Churn" },
];
const columnsOf = (entity: string) => (entity === "customers" ? stored : []);
const group = { kind: "column", entity: "customers", accepts: ["category", "flag"] } as const;
const features = {
  kind: "columns",
  entity: "customers",
  accepts: ["number", "category"],
  empty: "all",
} as const;

describe("paramNeeds", () => {
  it("names the chosen columns, in one list a table", () => {
    const chosen = { group: "attr:Churn", features: columnsValue(["attr:a,b"]) };
    expect(paramNeeds({ group, features }, chosen, columnsOf)).toEqual({
      customers: ["attr:Churn", "attr:a,b"],
    });
  });

  it("takes every accepted column where that is what nothing chosen means", () => {
    const all = { customers: ["attr:tenure", "attr:a,b"] };
    expect(paramNeeds({ features }, { features: "" }, columnsOf)).toEqual(all);
    const none = { ...features, empty: "none" } as const;
    expect(paramNeeds({ features: none }, { features: "" }, columnsOf)).toEqual({ customers: [] });
  });

  it("leaves out what the data do not have, and what is of another kind", () => {
    const chosen = { group: "attr:tenure", features: columnsValue(["attr:gone", "name"]) };
    expect(paramNeeds({ group, features }, chosen, columnsOf)).toEqual({ customers: [] });
  });
});

describe("columnsValue", () => {
  it("is read back by columnIdsOf", () => {
    for (const ids of [[], ["attr:a,b"], ["attr:a|b", "attr:c d"]]) {
      expect(columnIdsOf(columnsValue(ids))).toEqual(ids);
    }
  });
});
