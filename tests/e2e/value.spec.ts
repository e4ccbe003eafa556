import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test.describe("the value page", () => {
  test("has a section for each question, in the address", async ({ page }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/value");
    const sections = app.main.getByRole("navigation", { name: "价值" });
    await expect(sections.getByRole("link")).toHaveText([
      "集中度",
      "分级",
      "核心客户",
      "波动与稳定",
      "利润",
      "未来价值",
      "合同续约",
      "评分矛盾",
    ]);
    await expect(app.main.getByRole("heading", { name: "谁在支撑我们？" })).toBeVisible();
    await sections.getByRole("link", { name: "利润" }).click();
    await expect(page).toHaveURL(/#\/value\/profit/);
    await expect(app.main.getByRole("heading", { name: "谁在赚钱，谁又把它亏掉？" })).toBeVisible();
    await expect(app.main.getByRole("heading", { name: "谁在支撑我们？" })).toHaveCount(0);
    await sections.getByRole("link", { name: "未来价值" }).click();
    await expect(page).toHaveURL(/#\/value\/future/);
    await expect(app.main.getByRole("heading", { name: "谁现在值钱，谁将来值钱？" })).toBeVisible();
    await page.goBack();
    await expect(app.main.getByRole("heading", { name: "亏损从哪里来？" })).toBeVisible();
  });

  test("prices an order, says so in the address, and opens the customers that lose", async ({
    page,
  }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/value/profit");
    await expect(app.main.getByText(/又亏掉/)).toBeVisible();
    await expect(app.main.getByText(/21家亏损客户共亏/)).toBeVisible();
    const cost = app.main.getByRole("spinbutton", { name: "每次订单的成本" });
    await cost.fill("200");
    await cost.press("Enter");
    await expect(page).toHaveURL(/whale\.perOrder=200/);
    await expect(app.main.getByText(/21家亏损客户共亏/)).toHaveCount(0);
    await app.main.getByRole("button", { name: "打开全部亏损客户" }).click();
    await expect(page).toHaveURL(/cell=whale%3Aloss.*whale\.perOrder=200/);
    await expect(app.main.getByRole("button", { name: "不再只看：亏损的客户" })).toBeVisible();
  });

  test("draws no whale without profit, and tries one that is marked as assumed", async ({
    page,
  }) => {
    const app = new AppPage(page);
    const rows = Array.from(
      { length: 40 },
      (_, i) => `客户${i % 12},2025-0${1 + (i % 9)}-11,${60 + i * 7},S${i}`,
    );
    await app.importText("订单.csv", ["客户名称,日期,金额,单号", ...rows]);
    await app.open("/value/profit");
    await expect(app.main.getByText(/不画鲸鱼曲线/)).toBeVisible();
    await expect(app.main.getByText("还差“成本”或“毛利”一列")).toBeVisible();
    await expect(app.main.locator("svg[role=img], .canvas")).toHaveCount(0);
    await app.main.getByLabel("毛利率").fill("20");
    await app.main.getByLabel("毛利率").press("Enter");
    await expect(app.main.getByText(/销售额曲线换个名字/)).toBeVisible();
    await app.main.getByLabel("每单成本").fill("30");
    await app.main.getByLabel("每单成本").press("Enter");
    await expect(app.main.getByText(/毛利率20%是您的假定/)).toBeVisible();
    await expect(app.main.getByRole("heading", { name: "谁在赚钱，谁又把它亏掉？" })).toBeVisible();
  });
});
