import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test("a lost customer is written down on its page, counted by the causes, changed and taken back", async ({
  page,
}) => {
  const app = new AppPage(page);
  await app.openDemo();
  await app.open("/customers/0");
  await app.main.getByRole("button", { name: "登记流失" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("流失日期").fill("2025-10-20");
  await dialog.getByRole("radio", { name: "竞争流失" }).check();
  await dialog.getByLabel("具体原因").fill("价格");
  await dialog.getByLabel("流向哪个对手").fill("新来的对手");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toHaveCount(0);
  await app.open("/churn/why");
  await expect(app.main.getByRole("heading", { name: "手工登记的流失" })).toBeVisible();
  const list = app.main.getByRole("group", { name: "手工登记的流失客户" });
  await expect(list.getByText("新来的对手")).toBeVisible();
  // counted with the imported ones: once in the own list, and in the card of rivals
  await expect(app.main.getByText("新来的对手")).toHaveCount(2);
  await list.getByRole("row").nth(1).getByRole("button").click();
  await expect(dialog.getByRole("radio", { name: "竞争流失" })).toBeChecked();
  await dialog.getByRole("button", { name: "删除登记" }).click();
  await expect(app.main.getByText("新来的对手")).toHaveCount(0);
});
