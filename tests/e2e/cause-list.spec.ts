import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test("what a cause counts as is laid down, moves the fishbone, and is undone", async ({ page }) => {
  const app = new AppPage(page);
  await app.openDemo();
  await app.open("/complaints/causes");
  const list = app.main.getByRole("table", { name: "原因对照" });
  const line = list.getByRole("row", { name: /漏装少发/ });
  await expect(line).toContainText("按字词");
  await line.getByRole("button").click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("“漏装少发”算作什么")).toBeVisible();
  await dialog.getByLabel("鱼骨（人机料法环）").selectOption("machine");
  await dialog.getByLabel("责任").selectOption("customer");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(line).toContainText("您定的");
  await expect(line).toContainText("机");
  await page.reload();
  await expect(line).toContainText("您定的");
  await line.getByRole("button").click();
  await dialog.getByRole("button", { name: "删除" }).click();
  await expect(line).toContainText("按字词");
});
