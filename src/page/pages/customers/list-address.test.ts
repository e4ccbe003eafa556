import { describe, expect, it } from "vitest";
import { readList, writeList } from "./list-address";

describe("readList", () => {
  it("is the inverse of writeList", () => {
    const list = { search: "苏南 hx", sort: "lastOrder", descending: false } as const;
    const query = new Map<string, string>();
    for (const [key, value] of Object.entries(writeList(list))) {
      if (value !== null) query.set(key, value);
    }
    expect(readList(query)).toEqual(list);
  });
  it("takes foreign words for the default, which leaves the address empty", () => {
    const list = readList(new Map([["sort", "__proto__"]]));
    expect(list).toEqual({ search: "", sort: "sales", descending: true });
    expect(writeList(list)).toEqual({ q: null, sort: null });
  });
});
