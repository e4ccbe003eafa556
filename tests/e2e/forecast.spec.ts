import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test("the forecast says what comes, how sure that is, and opens the customers of a month", async ({
  page,
}) => {
  const app = new AppPage(page);
  await app.openDemo();
  await app.open("/lifecycle");
  const sections = app.main.getByRole("navigation", { name: "生命周期" });
  await sections.getByRole("link", { name: "预测" }).click();
  await expect(page).toHaveURL(/#\/lifecycle\/forecast/);
  await expect(app.main.getByText(/今后12个月预计销售/)).toBeVisible();
  await expect(app.main.getByRole("heading", { name: "接下来每个月卖多少？" })).toBeVisible();
  await app.main.getByRole("radio", { name: "24个月" }).check({ force: true });
  await expect(page).toHaveURL(/forecast\.months=24/);
  await expect(app.main.getByText(/今后24个月预计销售/)).toBeVisible();
  const chart = app.main.locator(".canvas").first();
  await expect(chart).toHaveAttribute("tabindex", "0");
  await chart.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/cell=forecast%3Amonth/);
});
