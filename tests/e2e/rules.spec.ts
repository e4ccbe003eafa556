import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test("the definitions in force follow what is set on the pages they are of", async ({ page }) => {
  const app = new AppPage(page);
  await app.openDemo();
  await app.open("/churn/rules");
  const list = app.main.getByRole("table");
  await expect(list.getByRole("row", { name: /^流失窗口/ })).toContainText(
    "按本公司的下单间隔算出",
  );
  await expect(list.getByRole("row", { name: /^健康分的权重/ })).toContainText("下单节奏15");
  await list
    .getByRole("row", { name: /^流失窗口/ })
    .getByRole("link")
    .click();
  const window = app.main.getByRole("spinbutton", { name: "流失窗口" });
  await window.fill("80");
  await window.press("Enter");
  await expect(page).toHaveURL(/windowDays=80/);
  await app.main.getByRole("link", { name: "口径" }).click();
  await expect(list.getByRole("row", { name: /^流失窗口/ })).toContainText("80天，自己设的");
});
