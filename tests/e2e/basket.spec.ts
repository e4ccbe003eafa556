import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test("what goes together is found by kind and opens its customers", async ({ page }) => {
  const app = new AppPage(page);
  await app.open();
  await page.locator(".door button").click();
  await page.locator("nav a[href*=value]").first().waitFor({ state: "attached" });
  await app.open("/segments");
  const sections = app.main.getByRole("navigation", { name: "细分" });
  await sections.getByRole("link", { name: "商品组合" }).click();
  await expect(page).toHaveURL(/#\/segments\/basket/);
  await expect(app.main.getByRole("heading", { name: "每一类客户买什么？" })).toBeVisible();
  await app.main.getByRole("radio", { name: "品类" }).check();
  await expect(page).toHaveURL(/basket\.item=kind/);
  await app.main.getByRole("radio", { name: "同一客户" }).check();
  await expect(page).toHaveURL(/basket\.per=customer/);
  const pairs = app.main.getByRole("table", { name: "最强的搭配" });
  await pairs.locator("tbody button").first().click();
  await expect(page).toHaveURL(/cell=basket%3Abasket-offer%3A0.*basket\.per=customer/);
  await expect(
    app.main.getByRole("button", { name: "不再只看：第1对搭配买了一样、没买另一样的客户" }),
  ).toBeVisible();
});
