import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test("the stages of the relationship are told, their limits changed, and their customers opened", async ({
  page,
}) => {
  const app = new AppPage(page);
  await app.openDemo();
  await app.open("/lifecycle");
  const sections = app.main.getByRole("navigation", { name: "生命周期" });
  await sections.getByRole("link", { name: "关系阶段" }).click();
  await expect(page).toHaveURL(/#\/lifecycle\/relation/);
  await expect(app.main.getByText(/考察期客户/).first()).toBeVisible();
  const orders = app.main.getByRole("spinbutton", { name: "形成期：下单满" });
  await orders.fill("4");
  await orders.press("Enter");
  await expect(page).toHaveURL(/relation-stages\.formOrders=4/);
  const stages = app.main.getByRole("table", { name: "客户在哪个阶段，怎样往前走？" });
  await expect(stages.getByText("下单不到4天")).toBeVisible();
  await stages.getByRole("button", { name: "退化期" }).click();
  await expect(page).toHaveURL(/cell=relation-stages%3Arelation%3Adecline/);
});
