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

  test("an import that waits for another tab's says so, and can be cancelled", async ({
    context,
    page,
  }) => {
    const data = new DataPage(page);
    await data.open();
    await data.chooseText({ name: "一月.csv", text: FIRST });
    await data.store();
    const other = await context.newPage();
    await other.goto("./");
    // What another tab holds while it writes to this data set.
    await other.evaluate(() => {
      const key = Object.keys(localStorage).find((name) => name.startsWith("clientele-had:"));
      const lock = `clientele-write:${key?.slice("clientele-had:".length) ?? ""}`;
      return new Promise<void>((held) => {
        void navigator.locks.request(lock, () => {
          held();
          return new Promise(() => undefined);
        });
      });
    });
    await data.chooseText({ name: "三月.csv", text: SECOND });
    await data.importButton.click();
    await expect(data.main.getByText(/另一个标签页正在往同一份数据里导入/)).toBeVisible();
    await data.main.getByRole("button", { name: "取消" }).click();
    await expect(data.importButton).toBeEnabled();
    await other.close();
    await data.store();
    await expect(data.report).toHaveText("已导入1行");
  });
});
