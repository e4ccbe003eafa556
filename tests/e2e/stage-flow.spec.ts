import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test("the moves between stages are told, tested and opened", async ({ page }) => {
  const app = new AppPage(page);
  await app.openDemo();
  await app.open("/lifecycle");
  const sections = app.main.getByRole("navigation", { name: "生命周期" });
  await sections.getByRole("link", { name: "阶段流转" }).click();
  await expect(page).toHaveURL(/#\/lifecycle\/flow/);
  await expect(app.main.getByText(/回测：/)).toBeVisible();
  const horizon = app.main.getByRole("spinbutton", { name: "往后预测" });
  await horizon.fill("3");
  await horizon.press("Enter");
  await expect(page).toHaveURL(/stage-flow\.horizon=3/);
  const tested = app.main.getByRole("table", { name: "这样预测可靠吗？" });
  await expect(tested.locator("tbody tr").first()).toBeVisible();
  await app.main
    .getByRole("button", { name: /^\d+(\.\d)?%$/ })
    .last()
    .click();
  await expect(page).toHaveURL(/cell=stage-flow%3Astage-move/);
});
