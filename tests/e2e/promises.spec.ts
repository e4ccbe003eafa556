import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test("a promise to pay that was broken lifts the customer, and can be taken back", async ({
  page,
}) => {
  const app = new AppPage(page);
  await app.openDemo();
  await app.open("/churn/credit");
  await expect(app.main.getByText(/家有账可查的客户里/)).toBeVisible();
  const steps = app.main.getByRole("group", { name: /^2级以上的客户/ });
  await expect(steps.getByRole("columnheader", { name: "承诺落空" })).toHaveCount(0);
  await app.main.getByRole("button", { name: "登记付款承诺" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("客户").fill("岫浦新材料");
  await dialog.getByRole("list").getByRole("button").first().click();
  await dialog.getByLabel("答应付多少").fill("9,999,999");
  await dialog.getByLabel("哪天许诺的").fill("2025-09-01");
  await dialog.getByLabel("约定哪天付").fill("2025-09-30");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toHaveCount(0);
  const list = app.main.getByRole("group", { name: "登记的付款承诺和兑现情况" });
  await expect(list.getByRole("row").nth(1)).toContainText("落空");
  await expect(app.main.getByText(/到期的1笔付款承诺，0笔兑现，/)).toBeVisible();
  await expect(steps.getByRole("row", { name: /岫浦新材料/ })).toContainText("评估信用");
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(app.main.getByText(/到期的1笔付款承诺/)).toHaveCount(0);
});
