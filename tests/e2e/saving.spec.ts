import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test.describe("the saving board", () => {
  test("takes a warned customer with one press, moves it to its end, and keeps that over a reload", async ({
    page,
  }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/churn/saving");
    await expect(app.main.getByText("还没有正在挽救的客户")).toBeVisible();
    await app.main.getByRole("button", { name: /^接手/ }).first().click();
    const warned = app.main.getByRole("region", { name: "预警 1" });
    await expect(warned.getByRole("listitem")).toHaveCount(1);
    const name = await warned.getByRole("listitem").getByRole("button").first().innerText();
    await warned.getByRole("button", { name: `开始挽救：${name}` }).click();
    const saving = app.main.getByRole("region", { name: "挽救中 1" });
    await saving.getByRole("button", { name, exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("负责人").fill("赵一一");
    await expect(dialog.getByRole("link", { name: "流失可能性" })).toBeVisible();
    await expect(dialog.getByText(/^扣分最多的：/)).toBeVisible();
    // The reasons of the reason list are offered, and a reason brings what helps against it.
    await expect(dialog.locator('datalist option[value="投诉无人处理"]')).toHaveCount(1);
    await dialog.getByLabel("流失原因").fill("投诉无人处理");
    await expect(dialog.getByText(/^算我方过失：/)).toBeVisible();
    await dialog.getByLabel("流失原因").fill("价格");
    await dialog.getByLabel("下一步", { exact: true }).fill("上门拜访");
    await dialog.getByLabel("哪天之前").fill("2025-11-20");
    await dialog.getByRole("button", { name: "保存" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(saving.getByText(/下一步：上门拜访.*已过/)).toBeVisible();
    await page.reload();
    await expect(saving.getByText("负责人：赵一一")).toBeVisible();
    await app.open("/today");
    await expect(app.main.getByText(/1家要挽救的客户，下一步今天到期或已经过期/)).toBeVisible();
    await app.main.getByRole("link", { name: "挽救", exact: true }).click();
    await saving.getByRole("button", { name: `挽回了：${name}` }).click();
    const ended = app.main.getByRole("region", { name: "已结束 1" });
    await expect(ended.getByRole("listitem")).toHaveCount(1);
    await expect(app.main.getByRole("heading", { name: "挽救得怎么样？" })).toBeVisible();
    await page.getByRole("button", { name: "撤销" }).last().click();
    await expect(saving.getByRole("listitem")).toHaveCount(1);
  });

  test("asks of whoever was lost to write the loss down, has them wait no more, and keeps the keyboard near", async ({
    page,
  }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/churn/saving");
    const waiting = app.main.getByRole("table", { name: "等待接手的预警客户" });
    const take = waiting.getByRole("button", { name: /^接手/ });
    const name = (await take.first().getAttribute("aria-label"))?.replace("接手", "") ?? "";
    await take.first().press("Enter");
    await expect(take.first()).toBeFocused();
    const warned = app.main.getByRole("region", { name: "预警 1" });
    await warned.getByRole("button", { name: `开始挽救：${name}` }).press("Enter");
    const saving = app.main.getByRole("region", { name: "挽救中 1" });
    await expect(saving.getByRole("button", { name, exact: true })).toBeFocused();
    await saving.getByRole("button", { name, exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "流失", exact: true }).check();
    await dialog.getByLabel("流失原因").fill("投诉无人处理");
    await dialog.getByRole("button", { name: "登记流失" }).click();
    await expect(dialog.getByRole("heading", { name: `登记流失：${name}` })).toBeVisible();
    await expect(dialog.getByLabel("具体原因")).toHaveValue("投诉无人处理");
    await dialog.getByRole("button", { name: "保存" }).click();
    await expect(dialog).toHaveCount(0);
    const ended = app.main.getByRole("region", { name: "已结束 1" });
    await expect(ended.getByRole("listitem")).toHaveCount(1);
    await expect(ended.getByRole("button", { name: /^登记流失/ })).toHaveCount(0);
    await expect(waiting.getByText(name)).toHaveCount(0);
    await expect(app.main.getByText(/另有1家挽救过、已有结果，先不排/)).toBeVisible();
    // A phone opens on the first phase in which there is anybody.
    await page.setViewportSize({ width: 390, height: 844 });
    await page.reload();
    await expect(ended).toBeVisible();
    await app.open("/churn/why");
    await expect(app.main.getByRole("table", { name: "手工登记的流失客户" })).toContainText(name);
    await app.open("/churn/saving");
    await ended.getByRole("button", { name, exact: true }).click();
    await dialog.getByRole("button", { name: "打开客户" }).click();
    const told = app.main.getByRole("region", { name: "流失记录" });
    await expect(told.getByText("原因：投诉无人处理")).toBeVisible();
  });

  test("is offered beside warnings and on the page of a customer, and shows one phase on a phone", async ({
    page,
  }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/churn/warning");
    await app.main.getByRole("button", { name: /^接手/ }).first().click();
    await expect(app.main.getByRole("link", { name: "在挽救板上" })).toBeVisible();
    await app.open("/churn/saving");
    const card = app.main.getByRole("region", { name: "预警 1" }).getByRole("listitem");
    await card.getByRole("button").first().click();
    await page.getByRole("dialog").getByRole("button", { name: "打开客户" }).click();
    const signs = app.main.getByRole("region", { name: "会不会流失？" });
    for (const name of ["流失可能性", "健康分"])
      await expect(signs.getByRole("link", { name })).toBeVisible();
    await expect(signs.getByText(/^指接下来.*天一单也不下/)).toBeVisible();
    await app.open("/customers/0");
    // Silent for long: nothing is foretold of who has left.
    await expect(signs.getByText(/^现在说不出/)).toBeVisible();
    await app.main.getByRole("button", { name: "放进挽救板" }).click();
    await app.main.getByRole("link", { name: "在挽救板上" }).click();
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(app.main.getByRole("region", { name: "预警 2" })).toBeVisible();
    await expect(app.main.getByRole("region", { name: "挽救中 0" })).toHaveCount(0);
    await app.main.getByRole("radio", { name: "挽救中 0" }).check();
    await expect(app.main.getByRole("region", { name: "挽救中 0" })).toBeVisible();
  });
});
