import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test.describe("segments: sources and referrals", () => {
  test("says where customers come from, and opens a source", async ({ page }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/segments/sources");
    await expect(app.main.getByText(/最多的客户来自/)).toBeVisible();
    await expect(app.main.getByRole("heading", { name: "谁介绍了谁？" })).toBeVisible();
    await app.main.getByLabel("来源看哪一列").selectOption({ label: "区域" });
    await expect(page).toHaveURL(/sources\.column=region/);
    await app.main
      .getByRole("group", { name: /各来源的客户数/ })
      .getByRole("button")
      .first()
      .click();
    await expect(page).toHaveURL(/cell=sources%3Asource%3A0/);
    await expect(app.main.getByRole("button", { name: "不再只看：第1个来源的客户" })).toBeVisible();
  });
});
