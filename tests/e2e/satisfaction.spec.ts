import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test.describe("the satisfaction page", () => {
  test("has a section for each question, compares by a column, and opens the customers of a mark", async ({
    page,
  }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/satisfaction");
    const sections = app.main.getByRole("navigation", { name: "满意" });
    await expect(sections.getByRole("link").first()).toHaveText("推荐NPS");
    await expect(app.main.getByText(/净推荐值（NPS）为/)).toBeVisible();
    await expect(app.main.getByRole("heading", { name: "按“客户等级”比较" })).toBeVisible();
    await app.main.getByLabel("按什么比较").selectOption({ label: "区域" });
    await expect(page).toHaveURL(/nps\.by=region/);
    await expect(app.main.getByRole("heading", { name: "按“区域”比较" })).toBeVisible();
    await sections.getByRole("link", { name: "满意度", exact: true }).click();
    await expect(page).toHaveURL(/#\/satisfaction\/rating/);
    await expect(app.main.getByRole("heading", { name: "哪个触点最不满意？" })).toBeVisible();
    await expect(app.main.getByText(/“退换货”最弱/)).toBeVisible();
    await app.main
      .getByText(/打了最高的5分/)
      .getByRole("button")
      .first()
      .click();
    await expect(page).toHaveURL(/cell=csat%3Acsat-top/);
    await expect(app.main.getByRole("button", { name: "不再只看：打最高分的客户" })).toBeVisible();
  });

  test("makes an index of the parts, and weighs it in another way", async ({ page }) => {
    const app = new AppPage(page);
    await app.open();
    await page.locator(".door button").click();
    await page.locator("nav a[href*=satisfaction]").first().waitFor({ state: "attached" });
    await app.open("/satisfaction/index");
    await expect(app.main.getByText(/满意度指数（CSI）为/)).toBeVisible();
    await app.main.getByLabel("权重", { exact: true }).selectOption({ label: "等权重" });
    await expect(page).toHaveURL(/csi\.weights=equal/);
    await app.main
      .getByText(/失分最多的是/)
      .getByRole("button")
      .last()
      .click();
    await expect(page).toHaveURL(/cell=csi%3Acsi-item%3A0/);
    await expect(
      app.main.getByRole("button", { name: "不再只看：这一项低于中点的客户" }),
    ).toBeVisible();
  });

  test("says what customers get and give, puts an aspect elsewhere, and takes it back", async ({
    page,
  }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/satisfaction/delivered");
    await expect(app.main.getByText(/让渡价值为/)).toBeVisible();
    const finding = await app.main.getByText(/让渡价值为/).textContent();
    const table = app.main.getByRole("table", { name: /问卷里的项目/ });
    await table.getByText("对账开票").click();
    await page.getByLabel("价值或成本", { exact: true }).selectOption({ label: "服务价值" });
    await page.getByRole("button", { name: "保存" }).click();
    await expect(page.getByText(/已记下“对账开票”的归类/)).toBeVisible();
    await expect(app.main.getByText(/让渡价值为/)).not.toHaveText(finding ?? "");
    await page.reload();
    await expect(table.getByRole("row", { name: /对账开票.*服务价值.*您/ })).toBeVisible();
    await table.getByText("对账开票").click();
    await page.getByRole("button", { name: "恢复按词猜" }).click();
    await expect(app.main.getByText(/让渡价值为/)).toHaveText(finding ?? "");
    await page.getByRole("button", { name: "撤销" }).click();
    await expect(table.getByRole("row", { name: /对账开票.*服务价值.*您/ })).toBeVisible();
  });

  test("shows whether the top score stands apart, and follows what is asked", async ({ page }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/satisfaction/loyalty");
    await expect(app.main.getByText(/满分与众不同/)).toBeVisible();
    await app.main.getByLabel("每家的成本（0为不算）").fill("500");
    await app.main.getByLabel("每家的成本（0为不算）").blur();
    await expect(page).toHaveURL(/liftCost=500/);
    await expect(app.main.getByRole("columnheader", { name: "减去成本" })).toBeVisible();
    await app.main
      .getByText(/满分与众不同/)
      .getByRole("button")
      .first()
      .click();
    await expect(page).toHaveURL(/cell=loyalty-curve%3Aloyalty%3A5/);
    await expect(
      app.main.getByRole("button", { name: "不再只看：打5分、能跟踪的客户" }),
    ).toBeVisible();
  });

  test("puts customers into four types, and moves a cut", async ({ page }) => {
    const app = new AppPage(page);
    await app.open();
    await page.locator(".door button").click();
    await page.locator("nav a[href*=satisfaction]").first().waitFor({ state: "attached" });
    await app.open("/satisfaction/types");
    await expect(app.main.getByText(/（图利者）/)).toBeVisible();
    await app.main.getByLabel("满意：至少").fill("5");
    await app.main.getByLabel("满意：至少").blur();
    await expect(page).toHaveURL(/satisfiedFrom=5/);
    await expect(app.main.getByText(/5分起算满意/)).toBeVisible();
    await expect(app.main.getByText(/合同还没到期，要走有代价/)).toBeVisible();
    await app.main.getByLabel("转换成本看").selectOption("tenure");
    await app.main.getByLabel("转换成本高：至少").fill("12");
    await app.main.getByLabel("转换成本高：至少").blur();
    await expect(app.main.getByText(/往来满12个月，要走有代价/)).toBeVisible();
    await app.main.getByRole("button", { name: "囚禁者" }).click();
    await expect(page).toHaveURL(/cell=loyalty-types%3Aloyal-type%3Ahostage/);
    await expect(app.main.getByRole("button", { name: "不再只看：囚禁者" })).toBeVisible();
  });

  test("sets what has built up beside the last answer, and opens those let down", async ({
    page,
  }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/satisfaction/history");
    await expect(app.main.getByText(/家一向满意、这次失望/)).toBeVisible();
    await app.main.getByLabel("新答卷的权重").fill("0.5");
    await app.main.getByLabel("新答卷的权重").blur();
    await expect(page).toHaveURL(/satisfaction-history\.newWeight=0\.5/);
    await app.main.getByRole("button", { name: "这次失望" }).click();
    await expect(page).toHaveURL(/cell=satisfaction-history%3Abuilt%3Aslipped/);
    await expect(app.main.getByRole("button", { name: "不再只看：这次失望" })).toBeVisible();
  });

  test("says what drives satisfaction, by another method too, and opens who is dissatisfied with it", async ({
    page,
  }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/satisfaction/drivers");
    await expect(app.main.getByText(/影响最大的是/)).toBeVisible();
    await expect(app.main.getByRole("heading", { name: "先改哪一项？" })).toBeVisible();
    await expect(app.main.getByText(/Shapley，所有次序取平均/)).toBeVisible();
    await app.main.getByRole("radio", { name: "Johnson" }).check();
    await expect(page).toHaveURL(/drivers\.method=johnson/);
    await expect(app.main.getByText(/Johnson相对权重/)).toBeVisible();
    await app.main
      .getByText(/影响最大的是/)
      .getByRole("button")
      .nth(1)
      .click();
    await expect(page).toHaveURL(/cell=drivers%3Adriver-low%3A0/);
  });

  test("says whether word of mouth has a zone of tolerance, and opens who would recommend", async ({
    page,
  }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/satisfaction/mouth");
    await expect(app.main.getByText(/家愿意推荐/)).toBeVisible();
    await expect(app.main.getByText(/容忍区间/).first()).toBeVisible();
    await app.main.getByLabel("投诉跟踪").fill("90");
    await app.main.getByLabel("投诉跟踪").blur();
    await expect(page).toHaveURL(/word-of-mouth\.followDays=90/);
    await app.main
      .getByText(/家愿意推荐/)
      .getByRole("button")
      .first()
      .click();
    await expect(page).toHaveURL(/cell=word-of-mouth%3Amouth%3Arecommend/);
    await expect(app.main.getByRole("button", { name: "不再只看：愿意推荐的客户" })).toBeVisible();
  });

  test("says who is silent, compares by another column, and opens them", async ({ page }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/satisfaction/silence");
    await expect(app.main.getByText(/家沉默。/)).toBeVisible();
    await app.main.getByLabel("按什么比较").selectOption({ label: "区域" });
    await expect(page).toHaveURL(/non-response\.by=region/);
    await app.main.getByRole("button", { name: "打开全部沉默客户" }).click();
    await expect(page).toHaveURL(/cell=non-response%3Avoice%3Asilent/);
    await expect(app.main.getByRole("button", { name: "不再只看：没有作答的客户" })).toBeVisible();
  });

  test("says without a survey what to import", async ({ page }) => {
    const app = new AppPage(page);
    const rows = Array.from(
      { length: 40 },
      (_, i) => `客户${i % 12},2025-0${1 + (i % 9)}-11,${60 + i}`,
    );
    await app.importText("订单.csv", ["客户名称,日期,金额", ...rows]);
    await app.open("/satisfaction");
    await expect(app.main.getByText(/满意度调查|问卷/).first()).toBeVisible();
    await expect(app.main.getByRole("link", { name: /模板/ }).first()).toBeVisible();
  });
});
