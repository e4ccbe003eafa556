import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test.describe("the complaints page", () => {
  test("finds the slow owner and the stuck cases of the demo, and opens who is behind them", async ({
    page,
  }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/complaints");
    await expect(app.main.getByText(/小时内首次回复的占/).first()).toBeVisible();
    await expect(app.main.getByText(/负责人许嘉禾只有.*按时/)).toBeVisible();
    await expect(app.main.getByRole("heading", { name: "卡在哪一步？" })).toBeVisible();
    await app.main.getByRole("radio", { name: "工作小时" }).check({ force: true });
    await expect(page).toHaveURL(/sla\.clock=working/);
    const off = app.main.getByLabel("另外放假的日子");
    await off.fill("2025-11-03~2025-11-07");
    await off.press("Tab");
    await expect(page).toHaveURL(/sla\.daysOff=2025-11-03/);
    await app.main.getByRole("button", { name: "打开这些客户" }).click();
    await expect(page).toHaveURL(/cell=sla%3Acomplaint%3Astuck/);
    await expect(app.main.getByRole("button", { name: "不再只看：投诉卡住的客户" })).toBeVisible();
  });

  test("finds the bad batch under its own address and opens its complaints, then their customers", async ({
    page,
  }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/complaints");
    await app.main.getByRole("link", { name: "原因" }).click();
    await expect(page).toHaveURL(/#\/complaints\/causes/);
    await expect(app.main.getByText(/绝缘层开裂集中在批次B2505-01/)).toBeVisible();
    await expect(app.main.getByRole("heading", { name: "鱼骨图" })).toBeVisible();
    const rates = app.main.getByRole("table", { name: "批次、投诉、销售行和每千行投诉数" });
    await expect(rates.getByRole("row", { name: /B2505-01.*偏高/ })).toHaveCount(1);
    await app.main.getByRole("button", { name: /家还没投诉/ }).click();
    await expect(
      app.main.getByRole("button", { name: "不再只看：买过批次B2505-01、还没投诉的客户" }),
    ).toBeVisible();
    await app.open("/complaints/causes");
    await app.main
      .getByRole("table", { name: "批次、件数和主要原因" })
      .getByRole("button", { name: "B2505-01" })
      .click();
    await expect(page).toHaveURL(/complaints\/cases.*cell=complaint-causes%3Acomplaint-batch/);
    await expect(app.main.getByText(/投诉过批次B2505-01的客户：\d+件投诉/)).toBeVisible();
    await app.main.getByRole("table").getByRole("row").nth(1).getByRole("button").click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText("B2505-01")).toBeVisible();
    await page.keyboard.press("Escape");
    await app.main.getByRole("button", { name: "看这些客户" }).click();
    await expect(page).toHaveURL(/customers.*cell=complaint-causes%3Acomplaint-batch/);
    await expect(
      app.main.getByRole("button", { name: "不再只看：投诉过批次B2505-01的客户" }),
    ).toBeVisible();
  });

  test("sets service standards against what was measured, before and after a change", async ({
    page,
  }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/complaints/service");
    await expect(app.main.getByText(/项服务标准里/)).toBeVisible();
    await expect(app.main.getByRole("row", { name: /订单准时到货.*未达标/ })).toBeVisible();
    await expect(app.main.getByText("回复越快，客户越留得住吗？")).toBeVisible();
    const standard = app.main.getByLabel("投诉24小时内首次回复的标准（%）");
    await standard.fill("10");
    await standard.press("Tab");
    await expect(page).toHaveURL(/service\.responseStandard=0\.1/);
    await expect(app.main.getByRole("row", { name: /首次回复.*达标/ })).toBeVisible();
    const change = app.main.getByLabel("改进从哪天开始");
    await change.fill("2025-03-01");
    await change.press("Tab");
    await expect(app.main.getByText(/2025\/3\/1前后|2025\/3\/1之后/).first()).toBeVisible();
    await app.main.getByRole("button", { name: /次没做到“订单准时到货”/ }).click();
    await expect(
      app.main.getByRole("button", { name: "不再只看：没做到“订单准时到货”的客户" }),
    ).toBeVisible();
  });

  test("follows customers after a complaint, and claims no difference that the demo does not have", async ({
    page,
  }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/complaints");
    await app.main.getByRole("link", { name: "投诉之后" }).click();
    await expect(app.main.getByText(/看不出处理结果和留存有关系/)).toBeVisible();
    await expect(app.main.getByRole("heading", { name: "投诉以后，客户留了多久？" })).toBeVisible();
    await app.main
      .getByRole("table", { name: /按投诉结果/ })
      .getByRole("button", { name: "处理好" })
      .click();
    await expect(
      app.main.getByRole("button", { name: "不再只看：投诉后流失的客户：处理好" }),
    ).toBeVisible();
  });

  test("finds what comes before complaints, and opens who shows it now", async ({ page }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/complaints");
    await app.main.getByRole("link", { name: "先兆" }).click();
    const signs = app.main.getByRole("table", { name: "先兆、投诉比例和眼下的客户" });
    await expect(signs.getByRole("row", { name: /到货晚.*▲ 先兆/ })).toBeVisible();
    await signs.getByRole("button", { name: "到货晚" }).click();
    await expect(
      app.main.getByRole("button", { name: "不再只看：眼下有先兆“到货晚”、还没投诉的客户" }),
    ).toBeVisible();
  });

  test("says what to import when there are no complaints", async ({ page }) => {
    const app = new AppPage(page);
    const rows = Array.from(
      { length: 20 },
      (_, i) => `客户${i % 6},2025-0${1 + (i % 9)}-11,${60 + i}`,
    );
    await app.importText("订单.csv", ["客户名称,日期,金额", ...rows]);
    await app.open("/complaints");
    await expect(app.main.getByText(/投诉/).first()).toBeVisible();
    await expect(app.main.getByRole("link", { name: /模板/ }).first()).toHaveAttribute(
      "href",
      /complaints/,
    );
  });
});
