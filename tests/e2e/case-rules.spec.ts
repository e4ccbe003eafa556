import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test.describe("the rules of complaints", () => {
  test("give priorities by severity, have cases handed up, and are undone", async ({ page }) => {
    const app = new AppPage(page);
    await app.open();
    await page.locator(".door button").click();
    await page.locator("nav a[href*=complaints]").first().waitFor({ state: "attached" });
    await app.open("/complaints/rules");
    await app.main.getByRole("button", { name: "先定三级" }).click();
    await expect(app.main.getByRole("table", { name: "优先级、次序和时限" })).toContainText(
      "8小时",
    );
    const severe = app.main.getByRole("combobox", { name: "任何类型、严重的优先级" });
    await expect(severe).toHaveValue("高");
    await app.main.getByRole("button", { name: "加一条" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox", { name: "情况" }).selectOption("solve");
    await dialog.getByLabel("超过（小时）").fill("168");
    await dialog.getByRole("button", { name: "保存" }).click();
    await expect(dialog.getByText("请写升级给谁。")).toBeVisible();
    await dialog.getByLabel("升级给").fill("质量部经理");
    await dialog.getByRole("button", { name: "保存" }).click();
    const ladder = app.main.getByRole("table", { name: "升级规则" });
    await expect(ladder).toContainText("168小时没解决");
    await expect(ladder).toContainText("质量部经理");

    await app.open("/complaints/cases?show=due");
    const cases = app.main.getByRole("table");
    await expect(cases.getByRole("row").nth(1)).toContainText("高");
    await cases.getByRole("row").nth(1).getByRole("button").click();
    await expect(dialog.getByText("该升级给质量部经理")).toBeVisible();
    await dialog.getByLabel("已升级").check();
    await expect(dialog.getByLabel("升级给")).toHaveValue("质量部经理");
    await dialog.getByRole("button", { name: "保存" }).click();
    await expect(dialog).toHaveCount(0);
    await page.getByRole("button", { name: "撤销" }).last().click();

    await app.open("/today");
    await expect(page.getByText(/件投诉该升级了。/)).toBeVisible();
  });
});
