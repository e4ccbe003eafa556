import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test("who is due and overdue is listed by money and opened", async ({ page }) => {
  const app = new AppPage(page);
  await app.openDemo();
  await app.open("/lifecycle");
  const sections = app.main.getByRole("navigation", { name: "生命周期" });
  await sections.getByRole("link", { name: "下次下单" }).click();
  await expect(page).toHaveURL(/#\/lifecycle\/next-order/);
  await expect(app.main.getByText(/按自己的节奏早该下单/)).toBeVisible();
  const ahead = app.main.getByRole("spinbutton", { name: "多少天内算快到" });
  await ahead.fill("30");
  await ahead.press("Enter");
  await expect(app.main.getByText(/今后30天预计有/)).toBeVisible();
  await app.main.getByRole("button", { name: "打开全部逾期客户" }).click();
  await expect(page).toHaveURL(/cell=next-order%3Anext%3Aoverdue/);
  await expect(
    app.main.getByRole("button", { name: "不再只看：下次下单“逾期”的客户" }),
  ).toBeVisible();
});
