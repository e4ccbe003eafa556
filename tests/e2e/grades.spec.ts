import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test.describe("grades", () => {
  test("say why, open their customers, and compare two periods", async ({ page }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/value/grades");
    await expect(app.main.getByText(/A级\d+家/).first()).toBeVisible();
    await expect(app.main.getByRole("heading", { name: "客户在各级之间怎么流动？" })).toBeVisible();
    await app.main
      .getByRole("button", { name: /^\d+家$/ })
      .first()
      .click();
    await expect(page).toHaveURL(/cell=grades%3A/);
  });

  test("given by hand stand above the rule, with their reason, and are taken back", async ({
    page,
  }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/customers/0");
    const card = app.main.getByRole("region", { name: "级别" });
    await card.getByRole("button", { name: "改定级别" }).click();
    await card.getByRole("radio", { name: "A级" }).check();
    await card.getByLabel("理由").fill("战略合作");
    await card.getByRole("button", { name: "改定", exact: true }).click();
    await expect(card.getByText(/人工改定为A级.*战略合作/)).toBeVisible();
    await app.open("/value/grades");
    await expect(app.main.getByText(/人工改定1家/)).toBeVisible();
    await expect(app.main.getByText("战略合作")).toBeVisible();
    await app.open("/customers/0");
    await card.getByRole("button", { name: "撤回改定" }).click();
    await expect(card.getByText(/战略合作/)).toHaveCount(0);
  });

  test("are held against the policy that is written here", async ({ page }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/value/grades");
    await expect(app.main.getByText("政策还没有写过", { exact: false })).toBeVisible();
    const rule = app.main.getByRole("form", { name: "A级" });
    await rule.getByLabel(/欠款上限/).fill("1");
    await rule.getByRole("button", { name: "保存政策" }).click();
    await expect(app.main.getByText(/欠款上限¥1/).first()).toBeVisible();
    await expect(app.main.getByText("政策还没有写过", { exact: false })).toHaveCount(0);
  });
});

test.describe("core customers", () => {
  test("are named with their tests, and the three kinds open", async ({ page }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/value/core");
    await expect(app.main.getByRole("heading", { name: "谁是核心客户？" })).toBeVisible();
    await expect(app.main.getByRole("heading", { name: "谁最有价值，往哪走？" })).toBeVisible();
    await app.main.getByRole("button", { name: /^\d+家核心客户$/ }).click();
    await expect(page).toHaveURL(/cell=core-customers%3Acore/);
    await expect(app.main.getByRole("button", { name: "不再只看：核心客户" })).toBeVisible();
  });
});

test.describe("steadiness", () => {
  test("crosses value with demand, tries the grades, and opens its cells", async ({ page }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/value/steadiness");
    await expect(app.main.getByRole("heading", { name: "哪些客户又大又稳？" })).toBeVisible();
    await expect(app.main.getByRole("heading", { name: "分级有多稳？" })).toBeVisible();
    await app.main.getByRole("button", { name: "切点±5%" }).click();
    await expect(page).toHaveURL(/cell=xyz%3Achanged%3Acut/);
    await expect(
      app.main.getByRole("button", { name: "不再只看：切点±5%会变级的客户" }),
    ).toBeVisible();
  });
});
