import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test("today says what the other pages found, and leads to them and to the customers behind", async ({
  page,
}) => {
  const app = new AppPage(page);
  await app.openDemo();
  const briefs = page.getByRole("list", { name: "其他页面的要点" });
  await expect(briefs.getByRole("listitem")).toHaveText([
    /流失预警.*最该先联系/s,
    /赢回.*预计净赚/s,
    /投诉.*还没解决/s,
    /净推荐值.*份回答/s,
  ]);
  await briefs.getByRole("link", { name: "投诉时效" }).click();
  await expect(page).toHaveURL(/#\/complaints/);
  await expect(page.locator("main")).toContainText("还没解决");
  await page.goBack();
  await briefs
    .getByRole("button", { name: /^\d+件$/ })
    .first()
    .press("Enter");
  await expect(page).toHaveURL(/#\/customers\?.*cell=sla/);
  await expect(page.getByRole("row").nth(1)).toBeVisible();
});

test("today has no brief of what was not imported", async ({ page }) => {
  const app = new AppPage(page);
  await app.open("/data");
  await page
    .locator("main input[type=file]")
    .first()
    .setInputFiles({ name: "orders.csv", mimeType: "text/csv", buffer: Buffer.from(ORDERS) });
  await page.getByRole("button", { name: /^导入\d+行$/ }).click();
  await expect(page.locator("main")).toContainText("已导入");
  await app.open("/today");
  await expect(page.locator("main")).toContainText("销售额");
  const briefs = page.getByRole("list", { name: "其他页面的要点" });
  await expect(briefs.getByRole("link", { name: /投诉|满意|推荐/ })).toHaveCount(0);
});

test("today tells what a survey says where there are no orders", async ({ page }) => {
  const app = new AppPage(page);
  await app.open("/data");
  await page
    .locator("main input[type=file]")
    .first()
    .setInputFiles({ name: "nps.csv", mimeType: "text/csv", buffer: Buffer.from(ANSWERS) });
  await page.getByRole("button", { name: /^导入\d+行$/ }).click();
  await expect(page.locator("main")).toContainText("已导入");
  await app.open("/today");
  await expect(page.getByRole("list", { name: "其他页面的要点" })).toContainText("份回答");
});

test("today tells who leaves where there are customers alone", async ({ page }) => {
  const app = new AppPage(page);
  await app.open("/data");
  await page
    .locator("main input[type=file]")
    .first()
    .setInputFiles({ name: "customers.csv", mimeType: "text/csv", buffer: Buffer.from(STAYS) });
  await page.getByRole("button", { name: /^导入\d+行$/ }).click();
  // Where they have the most to say is churn.
  await page.getByRole("link", { name: "看流失" }).click();
  await expect(page).toHaveURL(/#\/churn/);
  await app.open("/today");
  const briefs = page.getByRole("list", { name: "其他页面的要点" });
  await expect(briefs).toContainText("60家客户里，20家已经流失");
  await briefs.getByRole("button", { name: "20家" }).click();
  await expect(page).toHaveURL(/cell=survival%3Alost/);
});

const STAYS = ["客户,在网月数,是否流失"]
  .concat(
    Array.from(
      { length: 60 },
      (_, i) => `客户${i},${1 + ((i * 7) % 52)},${i % 3 === 0 ? "是" : "否"}`,
    ),
  )
  .join("\n");
const ANSWERS = ["客户,您有多大可能推荐我们(0-10)"]
  .concat(Array.from({ length: 40 }, (_, i) => `客户${i},${i % 11}`))
  .join("\n");
const ORDERS = ["客户,日期,金额", "甲,2025-01-05,100", "乙,2025-02-05,50", "甲,2025-03-05,70"].join(
  "\n",
);
