import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test("behaviour groups are named, counted otherwise on request, and opened", async ({ page }) => {
  const app = new AppPage(page);
  await app.openDemo();
  await app.open("/segments");
  const sections = app.main.getByRole("navigation", { name: "细分" });
  await sections.getByRole("link", { name: "行为分群" }).click();
  await expect(page).toHaveURL(/#\/segments\/behaviour/);
  await expect(app.main.getByText(/按购买行为分成/)).toBeVisible();
  const choices = app.main.getByRole("table", { name: "分几群合适？" });
  await choices.getByRole("button", { name: "5群" }).click();
  await expect(page).toHaveURL(/clusters\.k=5/);
  const groups = app.main.getByRole("table", { name: "每一群是什么样的客户？" });
  await expect(groups.locator("tbody tr")).toHaveCount(5);
  await groups.locator("tbody button").first().click();
  await expect(page).toHaveURL(/cell=clusters%3Acluster%3A0.*clusters\.k=5/);
  await expect(
    app.main.getByRole("button", { name: "不再只看：行为分群第1群的客户" }),
  ).toBeVisible();
});
