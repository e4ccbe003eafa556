import { CustomersPage } from "./pages/customers-page";
import { DataPage } from "./pages/data-page";
import { expect, expectAccessible, test } from "./support/test";

const ORDERS =
  "单号,客户名称,下单日期,金额\nSO1,上海百事食品有限公司,2025-01-05,100\nSO2,上海百事食品,2025-01-06,200\nSO3,宁波博雅,2025-01-07,50\n";
const CUSTOMERS = "客户名称,区域,行业,电话\n上海百事食品有限公司,华东,食品,021-62210000\n";

test.describe("customers entered twice", () => {
  test("are proposed with the reason, merged, and taken apart again", async ({ page }) => {
    const data = new DataPage(page);
    await data.open();
    await data.chooseText({ name: "订单.csv", text: ORDERS });
    await data.store();
    const card = data.main.getByRole("region", { name: "同一家客户只算一家" });
    await card.getByRole("button", { name: "找可能重复的客户" }).click();
    await expect(card.getByText("名称只差公司后缀")).toBeVisible();
    await expectAccessible(page);
    await card.getByRole("button", { name: /^合并/ }).click();
    await expect(page.getByText(/已并入/)).toBeVisible();
    await expect(card.getByText("已合并1个客户")).toBeVisible();
    await expect(card.getByText("没有发现可能重复的客户。")).toBeVisible();
    const customers = new CustomersPage(page);
    await customers.open();
    await expect(customers.rows.filter({ hasText: "百事" })).toHaveCount(1);
    await expect(customers.rows.filter({ hasText: "300" })).toHaveCount(1);
    await data.open();
    await card.getByText("已合并1个客户").click();
    await card.getByRole("button", { name: /^拆开/ }).click();
    await expect(card.getByText("已合并1个客户")).toBeHidden();
  });

  test("stay merged when the data come anew, and unlisted ones are named", async ({ page }) => {
    const data = new DataPage(page);
    await data.open();
    await data.chooseText(
      { name: "订单.csv", text: ORDERS },
      { name: "客户.csv", text: CUSTOMERS },
    );
    await data.store();
    const card = data.main.getByRole("region", { name: "同一家客户只算一家" });
    await card.getByRole("button", { name: "找可能重复的客户" }).click();
    await expect(card.getByText(/2个有订单的客户不在客户资料里/)).toBeVisible();
    await card.getByRole("button", { name: /^合并/ }).click();
    await expect(card.getByText("已合并1个客户")).toBeVisible();
    await data.chooseText({ name: "订单二.csv", text: `${ORDERS}SO4,台州宏图,2025-02-01,9\n` });
    await data.mode("按编号更新").check();
    await data.store();
    await expect(card.getByText("已合并1个客户")).toBeVisible();
    await card.getByRole("button", { name: "找可能重复的客户" }).click();
    await expect(card.getByText("没有发现可能重复的客户。")).toBeVisible();
  });
});
