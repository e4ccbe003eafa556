import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test.describe("the desk of complaints", () => {
  test.beforeEach(async ({ page }) => {
    const app = new AppPage(page);
    await app.open();
    await page.locator(".door button").click();
    await page.locator("nav a[href*=complaints]").first().waitFor({ state: "attached" });
    await app.open("/complaints/cases");
    await expect(app.main.getByRole("heading", { name: "手上的投诉" })).toBeVisible();
  });

  test("prints the feedback form on one sheet of A4, blank and for a case", async ({ page }) => {
    const app = new AppPage(page);
    await page.evaluate(() => {
      // a browser without a printer would be over at once
      window.print = () => undefined;
    });
    await app.main.getByRole("button", { name: "打印空白反馈表" }).click();
    await page.emulateMedia({ media: "print" });
    const sheet = page.getByRole("article", { name: "客户服务反馈表" });
    await expect(sheet.getByText("☐ 料")).toBeVisible();
    await expect(app.main).toBeHidden();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.emulateMedia({ media: "screen" });
    await expect(sheet).toHaveCount(0);
    await app.main.getByRole("table").getByRole("row").nth(1).getByRole("button").click();
    const dialog = page.getByRole("dialog");
    const title = await dialog.getByRole("heading", { level: 2 }).innerText();
    await expect(dialog.getByText(/反馈表还缺|反馈表四项/)).toBeVisible();
    await dialog.getByRole("button", { name: "打印反馈表" }).click();
    await page.emulateMedia({ media: "print" });
    await expect(sheet.getByText(title.replace("投诉 ", ""))).toBeVisible();
    await expect(sheet.getByText(/☑/).first()).toBeVisible();
    await expect(dialog).toBeHidden();
  });

  test("takes a case to its end, keeps that over a reload, and takes it back", async ({ page }) => {
    const app = new AppPage(page);
    const table = app.main.getByRole("table");
    await table.getByRole("row").nth(1).getByRole("button").click();
    const dialog = page.getByRole("dialog");
    const title = await dialog.getByRole("heading", { level: 2 }).innerText();
    const number = title.replace("投诉 ", "");
    await dialog.getByRole("button", { name: "结案", exact: true }).click();
    await expect(dialog.getByText("写上处理结果才能结案。")).toBeVisible();
    await dialog.getByLabel("处理结果").fill("补发两卷");
    await dialog.getByLabel("负责人").fill("赵一一");
    await dialog.getByRole("button", { name: "结案", exact: true }).click();
    await expect(page.getByText("已结案。")).toBeVisible();
    await expect(table.getByText(number)).toHaveCount(0);
    await page.reload();
    await expect(app.main.getByRole("heading", { name: "手上的投诉" })).toBeVisible();
    await expect(app.main.getByRole("table").getByText(number)).toHaveCount(0);
    await app.main.getByRole("combobox", { name: "显示" }).selectOption("over");
    await app.main.getByRole("combobox", { name: "负责人" }).selectOption("赵一一");
    await app.main.getByRole("table").getByRole("row").nth(1).getByRole("button").click();
    await expect(dialog.getByLabel("处理结果")).toHaveValue("补发两卷");
    await dialog.getByRole("button", { name: "撤掉全部处理记录" }).click();
    await expect(dialog).toHaveCount(0);
    await app.main.getByRole("combobox", { name: "负责人" }).selectOption("*");
    await app.main.getByRole("combobox", { name: "显示" }).selectOption("open");
    await expect(app.main.getByRole("table").getByText(number)).toBeVisible();
  });

  test("takes a new complaint of a customer, and lists it", async ({ page }) => {
    const app = new AppPage(page);
    await app.main.getByRole("button", { name: "登记投诉" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "登记", exact: true }).click();
    await expect(dialog.getByText("请写明投诉内容和投诉时间。")).toBeVisible();
    await dialog.getByRole("searchbox", { name: "客户" }).fill("五金");
    await dialog.getByRole("list", { name: "客户" }).getByRole("button").first().click();
    await dialog.getByLabel("投诉内容").fill("到货短缺两卷");
    await dialog.getByLabel("投诉时间").fill("2025-11-28T10:00");
    await dialog.getByRole("button", { name: "登记", exact: true }).click();
    await expect(page.getByText("已登记，单号C20251128-01。")).toBeVisible();
    await expect(app.main.getByRole("table").getByText("C20251128-01")).toBeVisible();
    await page.getByRole("button", { name: "撤销" }).click();
    await expect(app.main.getByRole("table").getByText("C20251128-01")).toHaveCount(0);
  });
});
