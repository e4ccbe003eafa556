import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test.describe("the feedback page", () => {
  test.beforeEach(async ({ page }) => {
    const app = new AppPage(page);
    await app.open();
    await page.locator(".door button").click();
    await page.locator("nav a[href*=feedback]").first().waitFor({ state: "attached" });
    await app.open("/feedback");
    await expect(app.main.getByText(/条留言里/).first()).toBeVisible();
  });

  test("says what the comments of the demo are about, and opens who wrote them", async ({
    page,
  }) => {
    const app = new AppPage(page);
    await expect(app.main.getByRole("heading", { name: "都在说什么？" })).toBeVisible();
    await expect(app.main.getByRole("heading", { name: "原话" })).toBeVisible();
    await app.main.getByRole("button", { name: /条$/ }).first().click();
    await expect(page).toHaveURL(/cell=feedback-text%3Afeedback%3Aall/);
    await expect(app.main.getByRole("button", { name: "不再只看：留过言的客户" })).toBeVisible();
  });

  test("reads by words of one's own, keeps them over a reload, and takes them back", async ({
    page,
  }) => {
    const app = new AppPage(page);
    const list = app.main.getByRole("combobox", { name: "词表" });
    await list.selectOption("stop");
    const words = app.main.getByRole("textbox", { name: "不列出的词" });
    await words.fill("师傅、迟到");
    await app.main.getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("已保存2个词，正在重算。")).toBeVisible();
    await page.reload();
    await expect(app.main.getByRole("combobox", { name: "词表" })).toContainText("不列出的词（2）");
    await app.main.getByRole("combobox", { name: "词表" }).selectOption("stop");
    await app.main.getByRole("textbox", { name: "不列出的词" }).fill("");
    await app.main.getByRole("button", { name: "保存" }).click();
    await expect(app.main.getByRole("combobox", { name: "词表" })).not.toContainText("（2）");
    await page.getByRole("button", { name: "撤销" }).click();
    await expect(app.main.getByRole("combobox", { name: "词表" })).toContainText("不列出的词（2）");
  });
});
