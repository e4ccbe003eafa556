import { DataPage } from "./pages/data-page";
import { expect, test } from "./support/test";

const HEADER = "客户名称,下单日期,金额";
const FIRST = `${HEADER}\n苏南恒信,2025-01-05,100\n宁波博雅,2025-02-06,200.5\n`;
const SECOND = `${HEADER}\n浙北广源,2025-03-07,300\n`;

test.describe("two tabs", () => {
  test("show the same data: what one imports, the other shows without a reload", async ({
    context,
    page,
  }) => {
    const other = new DataPage(await context.newPage());
    await other.page.goto("./#/customers");
    await expect(other.page.getByRole("button", { name: "打开演示" })).toBeVisible();
    const data = new DataPage(page);
    await data.open();
    await data.chooseText({ name: "一月.csv", text: FIRST });
    await data.store();
    const rows = other.main.getByRole("grid", { name: "客户表" }).getByRole("row");
    await expect(rows).toHaveCount(2);
    await data.chooseText({ name: "三月.csv", text: SECOND });
    await data.store();
    await expect(rows).toHaveCount(3);
    await expect(rows.first()).toContainText("浙北广源");
  });
});
