import type { Page } from "@playwright/test";
import { CustomersPage } from "./pages/customers-page";
import { DataPage } from "./pages/data-page";
import { expect, expectAccessible, test } from "./support/test";

const HEADER = "客户名称,下单日期,金额";
const EAST = `${HEADER}\n苏南恒信,2025-01-05,100\n宁波博雅,2025-02-06,200.5\n`;
const NORTH = `${HEADER}\n浙北广源,2025-03-07,300\n`;

const menuOf = (page: Page) => page.getByRole("button", { name: /^数据集：/ });

async function create(page: Page, name: string): Promise<void> {
  await menuOf(page).click();
  await page.getByRole("menuitem", { name: "新建数据集…" }).click();
  await page.getByRole("textbox", { name: "名称" }).fill(name);
  await page.keyboard.press("Enter");
  await expect(menuOf(page)).toHaveText(name);
}

async function store(page: Page, name: string, text: string): Promise<void> {
  const data = new DataPage(page);
  await data.open();
  await data.chooseText({ name, text });
  await data.store();
}

test.describe("data sets", () => {
  test("are kept apart by name, one open at a time, also after a reload", async ({ page }) => {
    await store(page, "华东.csv", EAST);
    await create(page, "华北");
    await page.goto("./#/customers");
    await expect(page.getByRole("button", { name: "打开演示" })).toBeVisible();
    await store(page, "华北.csv", NORTH);
    const customers = new CustomersPage(page);
    await customers.open();
    await expect(customers.rows).toHaveCount(1);
    await page.reload();
    await expect(menuOf(page)).toHaveText("华北");
    await expect(customers.rows).toHaveCount(1);
    await menuOf(page).click();
    await expectAccessible(page);
    await page.getByRole("menuitemradio", { name: "我的数据" }).click();
    await expect(customers.rows).toHaveCount(2);
  });

  test("are renamed, copied with the work in them, and deleted by a typed word", async ({
    page,
  }) => {
    await store(page, "华东.csv", EAST);
    const customers = new CustomersPage(page);
    await customers.open();
    await customers.rows.first().click();
    await page.getByRole("textbox", { name: "写一条备注" }).fill("随副本一起走");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText("随副本一起走")).toBeVisible();

    await customers.page.goto("./#/settings");
    const list = page.getByRole("list", { name: "数据集" });
    await list.getByRole("button", { name: /^改名\s*：我的数据$/ }).click();
    await page.getByRole("textbox", { name: "名称" }).fill("华东");
    await page.keyboard.press("Enter");
    await list.getByRole("button", { name: /^复制\s*：华东$/ }).click();
    await page.getByRole("textbox", { name: "名称" }).fill("华东试算");
    await page.keyboard.press("Enter");
    await list.getByRole("button", { name: /^打开\s*：华东试算$/ }).click();
    await expect(menuOf(page)).toHaveText("华东试算");
    await expectAccessible(page);

    await list.getByRole("button", { name: /^删除\s*：华东$/ }).click();
    const remove = page.getByRole("dialog").getByRole("button", { name: "删除", exact: true });
    await expect(remove).toBeDisabled();
    await page.getByRole("textbox", { name: /请输入/ }).fill("删除");
    await remove.click();
    await expect(list.getByRole("listitem")).toHaveCount(1);

    await customers.open();
    await expect(customers.rows).toHaveCount(2);
    await customers.rows.first().click();
    await expect(page.getByText("随副本一起走")).toBeVisible();
    await page.reload();
    await expect(page.getByText("随副本一起走")).toBeVisible();
  });

  test("an import while the demo is open names where it goes and what is there already", async ({
    page,
  }) => {
    await store(page, "华东.csv", EAST);
    await page.goto("./#/settings");
    await page.getByRole("button", { name: "打开演示数据" }).click();
    await expect(menuOf(page)).toHaveText("演示数据");
    const data = new DataPage(page);
    await data.open();
    await data.chooseText({ name: "华北.csv", text: NORTH });
    await expect(data.main.getByText("放进“我的数据”，演示数据不受影响。")).toBeVisible();
    await expect(data.main.getByRole("group", { name: /已经有2行/ })).toBeVisible();
    await data.store();
    await expect(menuOf(page)).toHaveText("我的数据");
    await expect(data.main.getByText("3家，其中新增1家")).toBeVisible();
  });
});
