import { readFile } from "node:fs/promises";
import { DataPage } from "./pages/data-page";
import { expect, expectAccessible, test } from "./support/test";

const HEADER = "客户名称,下单日期,金额";
const ORDERS = `${HEADER}\n苏南恒信,2025-01-05,100\n宁波博雅,2025-02-06,200.5\n`;

test.describe("import", () => {
  test("takes superstore.csv whole and says so", async ({ page }) => {
    const data = new DataPage(page);
    await data.open();
    await data.choose("superstore/superstore.csv");
    await expect(data.fieldOf("Sales")).toHaveValue("amount");
    await expect(data.importButton).toHaveText(/导入9,994行/);
    await expectAccessible(page);
    await data.store();
    await expect(data.report).toHaveText(/已导入9,994行/);
    await expect(data.main.getByText("793家，其中新增793家")).toBeVisible();
    await expectAccessible(page);
  });

  test("leaves the data as they are when the same file comes again", async ({ page }) => {
    const data = new DataPage(page);
    await data.open();
    for (const outcome of ["已导入2行", "没有变化"]) {
      await data.chooseText({ name: "销售.csv", text: ORDERS });
      await expect(data.importButton).toHaveText("导入2行");
      await data.store();
      await expect(data.report).toHaveText(outcome);
    }
  });

  test("goes back to before the import", async ({ page }) => {
    const data = new DataPage(page);
    await data.open();
    await data.chooseText({ name: "销售.csv", text: ORDERS });
    await data.store();
    await data.main.getByRole("button", { name: "撤销这次导入" }).click();
    await expect(page.getByText("已撤销，数据回到导入之前。")).toBeVisible();
    await expect(data.main.getByRole("heading", { name: "已有的数据" })).toBeHidden();
  });

  test("shows both readings of text whose encoding is not certain", async ({ page }) => {
    const data = new DataPage(page);
    await data.open();
    await data.choose("encodings/zh_gbk_short.csv");
    const question = data.main.getByRole("group", { name: /文字可以有几种读法/ });
    await expect(question.getByText("客户,金额")).toBeVisible();
    await expect(question.getByRole("button", { name: "用这种读法" })).toHaveCount(2);
  });

  test("reads every row of a GB18030 file once its customer is chosen by hand", async ({
    page,
  }) => {
    const data = new DataPage(page);
    await data.open();
    // texts with a day, and no customer: reviews, until somebody says that they are orders
    await data.choose("encodings/zh_gbk.csv");
    await data.kind.selectOption("orders");
    await expect(data.main.getByText(/没有找到客户名称或客户编号/)).toBeVisible();
    await expect(data.importButton).toBeDisabled();
    await data.fieldOf("编号").selectOption("customerId");
    await expect(data.importButton).toHaveText("导入299行");
    await expect(data.importButton).toBeEnabled();
  });

  test("imports the sheets of a workbook by a mapping chosen by hand", async ({ page }) => {
    const data = new DataPage(page);
    await data.open();
    await data.choose("supermarket/supermarket_sales.xlsx");
    for (const sheet of ["January", "February", "March"]) {
      await data.main.getByRole("button", { name: new RegExp(`^${sheet}`) }).click();
      await data.fieldOf("Customer type").selectOption("customerName");
    }
    await expect(data.importButton).toHaveText("导入1,000行");
    await data.store();
    await expect(data.main.getByText("2家，其中新增2家")).toBeVisible();
  });

  test("says in words why a file cannot be read, and what to do", async ({ page }) => {
    const data = new DataPage(page);
    await data.open();
    await data.choose("malformed/unclosed_quote.csv", "malformed/pass_protected.xlsx");
    await expect(data.file("unclosed_quote.csv").getByRole("alert")).toContainText(
      "有一个引号没有成对。第2行。",
    );
    await expect(data.file("pass_protected.xlsx").getByRole("alert")).toContainText("设了密码");
    await expect(data.importButton).toBeDisabled();
  });

  test("takes cells copied from a spreadsheet program", async ({ page }) => {
    const data = new DataPage(page);
    await data.open();
    await data.paste(ORDERS.replaceAll(",", "\t"));
    await expect(data.file("粘贴的表格.tsv")).toBeVisible();
    await expect(data.importButton).toHaveText("导入2行");
  });

  test("asks which way ambiguous dates are meant before it imports", async ({ page }) => {
    const data = new DataPage(page);
    await data.open();
    await data.chooseText({ name: "日期.csv", text: `${HEADER}\n甲,3/4/2025,1\n乙,5/6/2025,2\n` });
    await expect(data.importButton).toBeDisabled();
    await data.main.getByRole("button", { name: /日\/月\/年（2025年4月3日）/ }).click();
    await expect(data.importButton).toHaveText("导入2行");
    await expect(data.importButton).toBeEnabled();
  });

  test("lists rows that cannot be read and saves the list", async ({ page }) => {
    const data = new DataPage(page);
    await data.open();
    await data.chooseText({ name: "问题.csv", text: `${ORDERS}丙,昨天,300\n丁,2025-03-01,三百\n` });
    await expect(data.importButton).toHaveText("导入2行");
    await data.main.getByRole("button", { name: "查看" }).click();
    const list = data.main.getByRole("table", { name: "问题清单" });
    await expect(list.getByRole("row").filter({ hasText: "昨天" })).toContainText("4");
    await expect(list.getByRole("row").filter({ hasText: "三百" })).toContainText("5");
    const saving = page.waitForEvent("download");
    await data.main.getByRole("button", { name: /下载问题清单/ }).click();
    const path = await (await saving).path();
    expect(await readFile(path, "utf8")).toContain("三百");
  });

  test("draws names of files, columns and cells as text and nothing else (T01)", async ({
    page,
  }) => {
    const evil = "<img src=x onerror=__pwn=1>";
    const data = new DataPage(page);
    await data.open();
    await data.chooseText({
      name: `${evil}.csv`,
      text: `客户名称,下单日期,金额,${evil}\n${evil},2025-01-05,100,'><svg/onload=__pwn=1>\n`,
    });
    await data.store();
    await data.main.getByText("订单明细").first().click();
    await page.goto("./#/customers");
    await page.getByRole("grid").getByText(evil).click();
    await expect(page.getByRole("heading", { level: 1, name: evil })).toBeVisible();
    expect(await page.evaluate(() => "__pwn" in globalThis)).toBe(false);
    await expect(page.locator("img[src=x]")).toHaveCount(0);
  });
});

test.describe("import in Traditional Chinese", () => {
  test.use({ locale: "zh-TW" });
  test("speaks the words of the trade in Taiwan", async ({ page }) => {
    const data = new DataPage(page);
    await data.open();
    await data.chooseText({ name: "銷售.csv", text: ORDERS });
    await expect(data.main.getByRole("button", { name: "匯入2列" })).toBeEnabled();
    await expectAccessible(page);
  });
});

test.describe("import in English", () => {
  test.use({ locale: "en-GB" });
  test("speaks English", async ({ page }) => {
    const data = new DataPage(page);
    await data.open();
    await data.chooseText({ name: "sales.csv", text: ORDERS });
    await expect(data.main.getByRole("button", { name: "Import 2 rows" })).toBeEnabled();
    await expectAccessible(page);
  });
});
