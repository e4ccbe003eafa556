import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test("the product that declines is named, and who depends on it is opened", async ({ page }) => {
  const app = new AppPage(page);
  await app.openDemo();
  await app.open("/lifecycle");
  const sections = app.main.getByRole("navigation", { name: "生命周期" });
  await sections.getByRole("link", { name: "商品", exact: true }).click();
  await expect(page).toHaveURL(/#\/lifecycle\/products/);
  await expect(app.main.getByText(/确实在衰退（误报控制在5%以内）/)).toBeVisible();
  const alarm = app.main.getByRole("table", { name: "衰退预警" });
  await expect(alarm.locator("tbody tr")).toHaveCount(1);
  await expect(app.main.getByRole("heading", { name: /被接受得多快/ })).toBeVisible();
  await alarm.locator("tbody button").first().click();
  await expect(page).toHaveURL(/cell=product-life%3Aproduct-exposed%3A0/);
  await expect(
    app.main.getByRole("button", { name: "不再只看：依赖所选衰退商品的客户" }),
  ).toBeVisible();
});
