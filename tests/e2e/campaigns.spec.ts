import type { Page } from "@playwright/test";
import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

async function openDemo(page: Page): Promise<AppPage> {
  const app = new AppPage(page);
  await app.openDemo();
  return app;
}

const SAVE = "保存这次行动";

test.describe("campaigns", () => {
  test("keeps the list with its control, waits for the data, and takes it back", async ({
    page,
  }) => {
    const app = await openDemo(page);
    await app.open("/churn/campaigns");
    await expect(app.main.getByText("还没有保存过行动")).toBeVisible();
    await app.open("/churn/back");
    await app.main.getByRole("button", { name: SAVE }).click();
    const form = page.getByRole("dialog");
    await expect(form.getByText(/^联系\d+家，对照\d+家。/)).toBeVisible();
    await form.getByLabel("名称").fill("冬季赢回");
    await form.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.getByText("已保存行动“冬季赢回”。")).toBeVisible();
    await app.main.getByRole("link", { name: "已保存1次，看结果" }).click();
    await expect(page).toHaveURL(/#\/churn\/campaigns/);
    await expect(app.main.getByText("保存了1次行动，还没有一次有结果，1次还要等。")).toBeVisible();
    await expect(app.main.getByRole("heading", { name: "冬季赢回" })).toBeVisible();
    await expect(app.main.getByText(/还要等365天：数据只到.*现在不下结论/)).toBeVisible();
    await page.reload();
    await app.main.getByRole("button", { name: "删除行动“冬季赢回”" }).click();
    await expect(app.main.getByText("还没有保存过行动")).toBeVisible();
    await page.getByRole("button", { name: "撤销" }).click();
    await expect(app.main.getByRole("heading", { name: "冬季赢回" })).toBeVisible();
    await app.main.getByRole("button", { name: /^打开对照的\d+家/ }).click();
    await expect(page).toHaveURL(/cell=campaign-readout%3Acampaign%3A.*%3Aalone/);
    await expect(
      app.main.getByRole("button", { name: "不再只看：一次行动里留作对照的客户" }),
    ).toBeVisible();
  });

  test("reads a campaign of last spring out from the orders since", async ({ page }) => {
    const app = await openDemo(page);
    await app.open("/churn/worth?targeting.holdout=0.4");
    await app.main.getByRole("button", { name: SAVE }).click();
    const form = page.getByRole("dialog");
    await expect(form.getByText(/^联系\d+家，对照\d+家。/)).toBeVisible();
    await form.getByLabel("名称").fill("春季挽留");
    await form.getByLabel("开始联系的日子").fill("2025-03-01");
    await expect(form.getByText(/名单是按2025年11月30日为止的数据排的/)).toBeVisible();
    await form.getByLabel("观察期（天）").fill("两个月");
    await form.getByRole("button", { name: "保存", exact: true }).click();
    await expect(form.getByText("请填名称、日期，以及1到1095之间的整天数。")).toBeVisible();
    await form.getByLabel("观察期（天）").fill("60");
    await form.getByRole("button", { name: "保存", exact: true }).click();
    await app.main.getByRole("link", { name: "已保存1次，看结果" }).click();
    await expect(app.main.getByText(/^保存了1次行动，1次有了结果/)).toBeVisible();
    await expect(app.main.getByText(/^一次没买的：联系的.*，对照.*。$/)).toBeVisible();
    await expect(
      app.main.getByText(/^(有用：|适得其反：|看不出有没有用：).*个百分点.*/),
    ).toBeVisible();
  });
});
