import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test("the sales change is split, told apart by a column, and opens its customers", async ({
  page,
}) => {
  const app = new AppPage(page);
  await app.open();
  await page.locator(".door button").click();
  await page.locator("nav a[href*=value]").first().waitFor({ state: "attached" });
  await app.open("/lifecycle");
  const sections = app.main.getByRole("navigation", { name: "生命周期" });
  await sections.getByRole("link", { name: "销售增减" }).click();
  await expect(page).toHaveURL(/#\/lifecycle\/change/);
  await expect(app.main.getByRole("heading", { name: "哪些客户带来了增减？" })).toBeVisible();
  await app.main.getByRole("radio", { name: "Shapley值" }).check();
  await expect(page).toHaveURL(/revenue-bridge\.method=shapley/);
  const factors = app.main.getByRole("table", { name: "增减拆成几个因素" });
  await expect(factors.locator("tbody tr")).toHaveCount(4);
  await factors.getByRole("button", { name: "客户数" }).click();
  await expect(page).toHaveURL(/cell=revenue-bridge%3Abridge-factor%3Acustomers/);
  await expect(
    app.main.getByRole("button", { name: "不再只看：“客户数”有变动的客户" }),
  ).toBeVisible();
});
