import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test.describe("segments: comparing groups", () => {
  test("answers for the attribute that says most, changes to another, crosses two and opens a cell", async ({
    page,
  }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/segments/compare");
    await expect(app.main.getByRole("heading", { name: "哪一组不一样？" })).toBeVisible();
    await expect(app.main.getByRole("heading", { name: "哪个属性最说明问题？" })).toBeVisible();
    await app.main.getByLabel("看什么").selectOption("customers");
    await app.main.getByLabel("按什么分").selectOption({ label: "区域" });
    await app.main.getByLabel("再按").selectOption({ label: "渠道" });
    await expect(page).toHaveURL(/cross-tab\.columns=channel/);
    await expect(app.main.getByText(/卡方检验|差别/).first()).toBeVisible();
    await app.main.getByRole("group", { name: "每组的客户数" }).getByRole("button").first().click();
    await expect(page).toHaveURL(/cell=cross-tab%3Across%3A0/);
    await expect(
      app.main.getByRole("button", { name: "不再只看：交叉分析第1组的客户" }),
    ).toBeVisible();
  });
});
