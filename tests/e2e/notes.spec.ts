import { CustomersPage } from "./pages/customers-page";
import { DataPage } from "./pages/data-page";
import { expect, expectAccessible, test } from "./support/test";

const ORDERS = "客户名称,下单日期,金额\n苏南恒信,2025-01-05,100\n宁波博雅,2025-02-06,200.5\n";

test.describe("tags and notes of a customer", () => {
  test.beforeEach(async ({ page }) => {
    const data = new DataPage(page);
    await data.open();
    await data.chooseText({ name: "销售.csv", text: ORDERS });
    await data.store();
    const customers = new CustomersPage(page);
    await customers.open();
    await customers.rows.first().click();
    await expect(customers.heading).toContainText("宁波博雅");
  });

  test("are there after a reload, can be changed, deleted and taken back", async ({ page }) => {
    const main = page.getByRole("main");
    const notes = main.getByRole("list", { name: "备注", exact: true }).getByRole("listitem");
    await main.getByRole("textbox", { name: "写一条备注" }).fill("答应周五前报价");
    await main.getByRole("button", { name: "保存" }).click();
    await expect(notes).toHaveText([/答应周五前报价/]);
    await expect(main.getByText("已保存在这台电脑上")).toBeVisible();
    await main.getByRole("combobox", { name: "加标签" }).fill("重点");
    await page.keyboard.press("Enter");
    await expect(main.getByRole("button", { name: "去掉标签“重点”" })).toBeVisible();
    await expectAccessible(page);

    await page.reload();
    await expect(notes).toHaveText([/答应周五前报价/]);
    await expect(main.getByRole("button", { name: "去掉标签“重点”" })).toBeVisible();

    await main.getByRole("button", { name: /^修改.*的备注$/ }).click();
    await main.getByRole("textbox", { name: "修改备注" }).fill("答应周三前报价");
    await main.getByRole("button", { name: "保存" }).last().click();
    await expect(notes).toHaveText([/改过[\s\S]*答应周三前报价/]);

    await main.getByRole("button", { name: /^删除.*的备注$/ }).click();
    await expect(main.getByText("还没有备注。")).toBeVisible();
    await page.getByRole("button", { name: "撤销", exact: true }).click();
    await expect(notes).toHaveText([/答应周三前报价/]);
    await page.reload();
    await expect(notes).toHaveText([/答应周三前报价/]);
  });

  test("written in one tab are shown in the other", async ({ context, page }) => {
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(other.getByText("还没有备注。")).toBeVisible();
    await page.getByRole("textbox", { name: "写一条备注" }).fill("两边都看得到");
    await page.keyboard.press("Control+Enter");
    await expect(other.getByText("两边都看得到")).toBeVisible();
  });

  test("stay when the data are replaced", async ({ page }) => {
    const main = page.getByRole("main");
    await main.getByRole("textbox", { name: "写一条备注" }).fill("换了数据也在");
    await page.keyboard.press("Control+Enter");
    await expect(main.getByText("换了数据也在")).toBeVisible();
    const data = new DataPage(page);
    await data.open();
    await data.chooseText({ name: "二月.csv", text: `${ORDERS}宁波博雅,2025-03-06,50\n` });
    await data.main.getByRole("radio", { name: /换掉原来的/ }).check();
    await data.store();
    const customers = new CustomersPage(page);
    await customers.open();
    await customers.rows.first().click();
    await expect(main.getByText("换了数据也在")).toBeVisible();
  });
});
