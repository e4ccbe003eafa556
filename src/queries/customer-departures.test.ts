import { describe, expect, it } from "vitest";
import { day, tablesOf, textColumn } from "../../tests/support/tables";
import { dayColumn } from "../kernel/table/builder";
import { MISSING_DAY, type Column } from "../kernel/table/column";
import { departuresOf } from "./customer-departures";

const MADE = tablesOf([{ customer: "甲", on: "2024-06-01", amount: 10 }], ["甲", "乙"]);
const days = (...isos: readonly (string | null)[]): Column =>
  dayColumn(Int32Array.from(isos, (iso) => (iso === null ? MISSING_DAY : day(iso))));
const tableOf = (columns: Readonly<Record<string, Column>>) => {
  const [first] = Object.values(columns);
  return { rowCount: first?.length ?? 0, columns: new Map(Object.entries(columns)) };
};
/** Links to customers, 甲 0 and 乙 1, as ingest makes them. */
const links = (...names: readonly string[]): Column => ({
  kind: "dictionary",
  length: names.length,
  codes: Uint32Array.from(names, (name) => ["甲", "乙"].indexOf(name)),
  dictionary: ["甲", "乙"],
  validity: null,
});
const exits = tableOf({
  customer: links("甲", "乙", "甲", "甲"),
  exitedOn: days("2025-01-31", "2025-02-01", "2025-11-30", null),
  reasonCode: textColumn(["价格", "搬迁", undefined, "质量问题"]),
  text: textColumn([undefined, undefined, "对手报价低一成", undefined]),
  competitor: textColumn([undefined, undefined, "恒远电缆", undefined]),
  scope: textColumn(["部分", undefined, "全部", undefined]),
  wonBackOn: days("2025-05-01", null, null, null),
});
const contracts = tableOf({
  customer: links("甲", "甲", "乙"),
  contractId: textColumn(["C1", "C2", "C3"]),
  startsOn: days("2024-01-01", "2025-01-01", "2025-03-01"),
  endsOn: days("2024-12-31", "2025-12-31", null),
  renewedOn: days("2024-12-20", null, null),
});

describe("departuresOf", () => {
  it("tells the dated exits of one customer, the latest first, with their words and the return", () => {
    const told = departuresOf({ ...MADE, exits, contracts }, 0, new Map()).exits;
    expect(told).toMatchObject([
      {
        exitedOn: day("2025-11-30"),
        isPartial: false,
        cause: "competition",
        reason: "对手报价低一成",
        text: "",
        competitor: "恒远电缆",
        lostAmount: null,
        wonBackOn: null,
      },
      {
        exitedOn: day("2025-01-31"),
        isPartial: true,
        reason: "价格",
        wonBackOn: day("2025-05-01"),
      },
    ]);
  });

  it("tells the contract that runs longest, one without an end before all", () => {
    const of = (row: number) => departuresOf({ ...MADE, exits, contracts }, row, new Map());
    expect(of(0)).toMatchObject({
      contractCount: 2,
      contract: { id: "C2", endsOn: day("2025-12-31"), isRenewed: false, cancelledOn: null },
    });
    expect(of(1).contract).toMatchObject({ id: "C3", endsOn: null });
  });

  it("reads causes as the reader laid them down, and says nothing without tables", () => {
    const readings = new Map([
      ["搬迁", { reason: "搬迁", cause: "fault", changedAtMs: 1 } as const],
    ]);
    const own = departuresOf({ ...MADE, exits, contracts }, 1, readings);
    expect(own.exits.map(({ cause }) => cause)).toEqual(["fault"]);
    expect(departuresOf(MADE, 0, new Map())).toEqual({
      exits: [],
      contract: null,
      contractCount: 0,
    });
  });
});
