import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test("a reason that nobody understands is classified, the causes follow, and it is taken back", async ({
  page,
}) => {
  const app = new AppPage(page);
  await app.openDemo();
  await app.open("/customers/0");
  await app.main.getByRole("button", { name: "登记流失" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("流失日期").fill("2025-10-20");
  await dialog.getByLabel("具体原因").fill("H-07");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toHaveCount(0);
  await app.open("/churn/why");
  const list = app.main.getByRole("group", { name: "流失记录里的各种说法和归类" });
  // What is not understood comes first.
  const unread = list.getByRole("row").nth(1);
  await expect(unread).toContainText("H-07");
  await expect(unread).toContainText("认不出");
  const causes = app.main.getByRole("group", { name: "各种原因的客户数、比例、区间和金额" });
  await expect(causes.getByRole("row", { name: /^原因不明/ })).toHaveCount(1);
  await unread.getByRole("button").click();
  await dialog.getByRole("radio", { name: "过失流失" }).check();
  await dialog.getByLabel("Keaveney八因").selectOption({ label: "价格" });
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(causes.getByRole("row", { name: /^原因不明/ })).toHaveCount(0);
  await page.getByRole("button", { name: "撤销" }).last().click();
  await expect(causes.getByRole("row", { name: /^原因不明/ })).toHaveCount(1);
});
