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
