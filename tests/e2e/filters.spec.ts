import type { Locator } from "@playwright/test";
import { CustomersPage } from "./pages/customers-page";
import { DataPage } from "./pages/data-page";
import { expect, expectAccessible, test } from "./support/test";

const ORDERS = [
  "客户名称,下单日期,金额",
  "苏南恒信供应链,2025-01-05,100",
  "宁波博雅实业,2025-02-06,200",
  "浙北广源商贸,2025-03-01,900",
  "杭州盛达贸易,2025-03-02,50",
].join("\n");
const CUSTOMERS = [
  "客户名称,年龄,首次到访,是否会员",
  "苏南恒信供应链,28,2023-05-01,是",
  "宁波博雅实业,35,2024-01-01,否",
  "浙北广源商贸,46,2024-06-30,是",
  "杭州盛达贸易,,,",
].join("\n");

test.describe("filters by numbers, days and flags", () => {
  let customers: CustomersPage;

  test.beforeEach(async ({ page }) => {
    const data = new DataPage(page);
    await data.open();
    await data.chooseText(
      { name: "销售.csv", text: ORDERS },
      { name: "客户.csv", text: CUSTOMERS },
    );
    await data.store();
    customers = new CustomersPage(page);
    await customers.open();
    await expect(customers.rows).toHaveCount(4);
  });

  /** Opens the choices of a column by the keyboard, as the panel of the last button of the bar. */
  async function choices(column: string): Promise<Locator> {
    const panel = customers.page.getByRole("dialog", { name: "添加筛选" });
    await customers.page.getByRole("button", { name: "+ 筛选" }).focus();
    await customers.page.keyboard.press("Enter");
    await panel.locator("summary").filter({ hasText: column }).focus();
    await customers.page.keyboard.press("Enter");
    return panel;
  }

  test("keep the customers in a range of numbers, and refuse what is no number", async ({
    page,
  }) => {
    const panel = await choices("年龄");
    await expect(panel).toContainText("数据里是28到46");
    await panel.getByLabel("从").fill("三十");
    await page.keyboard.press("Enter");
    await expect(panel.getByRole("status")).toContainText("看不懂这个数");
    await expect(customers.rows).toHaveCount(4);
    await panel.getByLabel("从").fill("30");
    await page.keyboard.press("Enter");
    await expect(customers.rows).toHaveCount(2);
    await panel.getByLabel("到").fill("40");
    await page.keyboard.press("Enter");
    await expect(customers.rows).toHaveCount(1);
    await expect(customers.rows.first()).toContainText("宁波博雅实业");
    await expect(page.getByRole("button", { name: "年龄 30–40", exact: true })).toBeVisible();
    await expectAccessible(page);

    await panel.getByLabel("未填写").check();
    await expect(customers.rows).toHaveCount(2);
    await page.reload();
    await expect(customers.rows).toHaveCount(2);
    await page.getByRole("button", { name: "移除筛选：年龄" }).click();
    await expect(customers.rows).toHaveCount(4);
  });

  test("keep the customers from a day on, and their sales with them", async ({ page }) => {
    const panel = await choices("首次到访");
    await panel.getByLabel("从").fill("2024-01-01");
    await expect(customers.rows).toHaveCount(2);
    await expect(page.getByRole("button", { name: "首次到访 2024/1/1起" })).toBeVisible();
    await panel.getByLabel("到").fill("2023-12-31");
    await expect(panel.getByRole("status")).toContainText("没有采用");
    await expect(customers.rows).toHaveCount(2);
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "今日" }).first().click();
    await expect(customers.main).toContainText("近12个月销售额 1,100");
  });

  test("keep the customers of a flag, or those without one", async ({ page }) => {
    const panel = await choices("是否会员");
    await panel.getByRole("checkbox", { name: /^是/ }).check();
    await expect(customers.rows).toHaveCount(2);
    await panel.getByLabel("未填写").check();
    await expect(customers.rows).toHaveCount(3);
    await panel.getByRole("checkbox", { name: /^是/ }).uncheck();
    await expect(customers.rows).toHaveCount(1);
    await expect(customers.rows.first()).toContainText("杭州盛达贸易");
    await expect(page.getByRole("button", { name: "是否会员 未填写" })).toBeVisible();
  });

  test("are chosen on a phone too", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const panel = await choices("年龄");
    await panel.getByLabel("到").fill("40");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "年龄 40及以下", exact: true })).toBeVisible();
    const box = await panel.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 390) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
    await expectAccessible(page);
  });
});
