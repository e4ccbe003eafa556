import { describe, expect, it } from "vitest";
import { recipeOf, type Recipe } from "../domain/recipe";
import { inspectFile, type InspectRequest } from "./inspect";
import type { ColumnPlan, SheetInspection } from "./plan";

const january = "客户名称,单据日期,金额,仓库\n甲,03/04/2026,100,东\n乙,05/06/2026,200,西\n";
const february = "客户名称,单据日期,金额,仓库\n甲,07/02/2026,300,东\n丙,08/02/2026,50,西\n";

async function sheetOf(text: string, request: InspectRequest = {}): Promise<SheetInspection> {
  const inspection = await inspectFile(new File([text], "二月.csv"), request);
  return inspection.sheets[0]!;
}

/** January as its reader confirmed it: days come first, the warehouse is a region. */
async function confirmed(change: (column: ColumnPlan) => Partial<ColumnPlan>): Promise<Recipe> {
  const sheet = await sheetOf(january);
  const columns = sheet.columns.map((column) => ({ ...column, ...change(column) }));
  return recipeOf("orders", columns, { fileName: "一月.csv", confirmedAtMs: 5 });
}

const daysFirst = (column: ColumnPlan): Partial<ColumnPlan> => {
  if (column.target === "orderedOn") return { dateOrder: "dmy" };
  return column.header === "仓库" ? { target: "region", kind: "category" } : {};
};

describe("inspectFile with recipes", () => {
  it("maps next month's file as this month's was confirmed, without a question", async () => {
    const sheet = await sheetOf(february, { recipes: [await confirmed(daysFirst)] });
    expect(sheet.columns.map(({ target }) => target)).toEqual([
      "customerName",
      "orderedOn",
      "amount",
      "region",
    ]);
    expect(sheet.columns[1]).toMatchObject({ dateOrder: "dmy", dateOrderAmbiguous: false });
    expect(sheet.recipe).toMatchObject({ fileName: "一月.csv", unknown: [], lacking: [] });
  });

  it("asks without the recipe what it would not ask with it", async () => {
    expect((await sheetOf(february)).columns[1]!.dateOrderAmbiguous).toBe(true);
    expect((await sheetOf(february)).recipe).toBeNull();
  });

  it("believes the cells where they leave no choice", async () => {
    const certain = february.replace("08/02/2026", "08/25/2026");
    const sheet = await sheetOf(certain, { recipes: [await confirmed(daysFirst)] });
    expect(sheet.columns[1]!.dateOrder).toBe("mdy");
  });

  it("keeps a decimal comma that the cells of one month do not show", async () => {
    const recipe = await confirmed((column) =>
      column.target === "amount" ? { decimalMark: "," } : {},
    );
    const sheet = await sheetOf(february.replace("300", "1.300"), { recipes: [recipe] });
    expect(sheet.columns[2]!.decimalMark).toBe(",");
  });

  it("finds the header below titles", async () => {
    const titled = `销售明细表,,,\n2026年2月,第一页,,共3页\n${february}`;
    const sheet = await sheetOf(titled, { recipes: [await confirmed(daysFirst)] });
    expect(sheet.headerRow).toBe(2);
    expect(sheet.recipe).not.toBeNull();
  });

  it("proposes for a new column and does not give it a field that the recipe uses", async () => {
    const wider = february.replace("仓库\n", "仓库,地区\n").replace(/(东|西)\n/g, "$1,华东\n");
    const sheet = await sheetOf(wider, { recipes: [await confirmed(daysFirst)] });
    expect(sheet.recipe?.unknown).toEqual(["地区"]);
    expect(sheet.columns[3]!.target).toBe("region");
    expect(sheet.columns[4]!.target).toBe("attr:地区");
  });

  it("looks afresh when the reader asks for it", async () => {
    const sheet = await sheetOf(february, {
      recipes: [await confirmed(daysFirst)],
      sheets: [{ sheetIndex: 0, ignoresRecipes: true }],
    });
    expect(sheet.recipe).toBeNull();
    expect(sheet.columns[3]!.target).toBe("attr:仓库");
  });

  it("says nothing of a sheet that the reader takes for another table", async () => {
    const sheet = await sheetOf(february, {
      recipes: [await confirmed(daysFirst)],
      sheets: [{ sheetIndex: 0, entity: "customers" }],
    });
    expect(sheet.entity).toBe("customers");
    expect(sheet.recipe).toBeNull();
  });
});
