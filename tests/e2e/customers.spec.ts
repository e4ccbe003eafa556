import { readFileSync } from "node:fs";
import { CustomersPage, PalettePage } from "./pages/customers-page";
import { DataPage } from "./pages/data-page";
import { expect, expectAccessible, test } from "./support/test";

const ORDERS = [
  "客户名称,客户编号,下单日期,金额,商品名称",
  "苏南恒信供应链,C1,2025-01-05,100,电缆",
  "苏南恒信供应链,C1,2025-03-05,300,开关",
  "宁波博雅实业,C2,2025-02-06,200,电缆",
  "浙北广源商贸,C3,2025-03-01,900,灯具",
].join("\n");

test.describe("customers", () => {
  test.beforeEach(async ({ page }) => {
    const data = new DataPage(page);
    await data.open();
    await data.chooseText({ name: "销售.csv", text: ORDERS });
    await data.store();
  });

  test("are listed by sales, and found by name, id, pinyin and initials", async ({ page }) => {
    const customers = new CustomersPage(page);
    await customers.open();
    await expect(customers.rows).toHaveCount(3);
    await expect(customers.rows.first()).toContainText("浙北广源商贸");
    await expectAccessible(page);
    for (const typed of ["恒信", "C1", "hengxin", "snhx"]) {
      await customers.search.fill(typed);
      await expect(customers.rows).toHaveCount(1);
      await expect(customers.rows.first()).toContainText("苏南恒信供应链");
    }
    await customers.search.fill("没有这家");
    await expect(customers.main.getByText("没有符合条件的客户。")).toBeVisible();
  });

  test("leave as a workbook or as CSV, with every score and column", async ({ page }) => {
    const customers = new CustomersPage(page);
    await customers.open();
    const file = async (
      name: RegExp,
    ): Promise<{ readonly name: string; readonly text: string }> => {
      await customers.main.getByRole("button", { name: "导出" }).click();
      const download = page.waitForEvent("download");
      await page.getByRole("menuitem", { name }).click();
      const saved = await download;
      return {
        name: saved.suggestedFilename(),
        text: readFileSync(await saved.path(), "latin1"),
      };
    };
    const workbook = await file(/Excel/);
    expect(workbook.name).toBe("客户表.xlsx");
    expect(workbook.text.slice(0, 4)).toBe("PK\u0003\u0004");
    const csv = await file(/CSV/);
    expect(csv.name).toBe("客户表.csv");
    expect(csv.text.trim().split("\n")).toHaveLength(4);
  });

  test("say how their scores moved with the last import, and why", async ({ page }) => {
    const customers = new CustomersPage(page);
    const since = customers.main.getByRole("region", { name: "自上次导入以来" });
    await customers.open();
    await customers.rows.first().click();
    await expect(customers.heading).toContainText("浙北广源商贸");
    await expect(since).toHaveCount(0);
    const data = new DataPage(page);
    await data.open();
    await data.chooseText({
      name: "四月.csv",
      text: `${ORDERS.split("\n")[0] ?? ""}\n苏南恒信供应链,C1,2025-04-20,900,电缆\n`,
    });
    await data.store();
    await customers.open("?q=hengxin");
    await customers.rows.first().click();
    await expect(since).toContainText("新增1行销售");
    await expect(since.getByRole("row", { name: /金额M/ })).toContainText("累计销售额从400到1,300");
    await expectAccessible(page);
  });

  test("have a page each, and the way back keeps the search", async ({ page }) => {
    const customers = new CustomersPage(page);
    await customers.open();
    await customers.search.fill("hengxin");
    await expect(customers.rows).toHaveCount(1);
    await customers.rows.first().click();
    await expect(customers.heading).toContainText("苏南恒信供应链");
    await expect(customers.main.getByRole("img", { name: /每月销售额/ }).first()).toBeVisible();
    await expect(customers.main.getByRole("table", { name: "买什么" })).toContainText("开关");
    await expect(customers.main.getByRole("heading", { name: "可以再卖什么" })).toBeVisible();
    await expect(
      customers.main.getByText(/推荐“.+”：买过|买得少：至今|没有靠得住的推荐/).first(),
    ).toBeVisible();
    await expectAccessible(page);
    await customers.main.getByRole("link", { name: "回到客户表" }).click();
    await expect(customers.search).toHaveValue("hengxin");
    await expect(customers.rows).toHaveCount(1);
  });

  test("behind a mark of a chart are named by a chip that can be taken away", async ({ page }) => {
    const customers = new CustomersPage(page);
    await customers.open("?cell=pareto:grade:c");
    const chip = customers.main.getByRole("button", { name: "不再只看：C类客户" });
    await expect(chip).toBeVisible();
    await chip.click();
    await expect(customers.rows).toHaveCount(3);
  });

  test("open from the palette by pinyin with the keyboard alone", async ({ page }) => {
    const palette = new PalettePage(page);
    await palette.open();
    await expectAccessible(page);
    await palette.field.pressSequentially("nbby");
    await expect(palette.options.first()).toContainText("宁波博雅实业");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("宁波博雅实业");
    await palette.open();
    await palette.field.pressSequentially("smzq");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/#\/lifecycle/);
  });
});

test.describe("customers of the demo", () => {
  test("open from a bar of a chart by keyboard, and are found by pinyin", async ({ page }) => {
    const customers = new CustomersPage(page);
    await page.goto("./");
    await page.getByRole("button", { name: "打开演示" }).click();
    await page.getByRole("link", { name: "价值", exact: true }).click();
    const chart = page.getByRole("group", { name: /谁在支撑我们/ });
    // A chart can be reached by keyboard once it is drawn; its card says that Enter opens something.
    await expect(chart).toHaveAttribute("tabindex", "0");
    await chart.focus();
    await page.keyboard.press("ArrowRight");
    await expect(page.getByText("打开对应的客户").first()).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/#\/customers\?.*cell=pareto/);
    const chip = customers.main.getByRole("button", { name: /^不再只看/ });
    await expect(chip).toBeVisible();
    await chip.click();
    await customers.search.fill("yzxp");
    await expect(customers.rows).toHaveCount(1);
    await expect(customers.rows.first()).toContainText("扬州岫浦新材料有限公司");
  });
});
