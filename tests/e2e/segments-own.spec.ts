import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test.describe("segments of the reader's own", () => {
  test("are made of rules with live counts, kept over a reload, opened, filtered by and compared", async ({
    page,
  }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/segments/own");
    await expect(app.main.getByText("还没有自建细分")).toBeVisible();
    await app.main.getByRole("button", { name: "新建细分" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("名称").fill("重点");
    await dialog.getByLabel("第1个条件看什么").selectOption({ label: "等级" });
    await dialog.getByLabel("第1个条件选哪些").selectOption("a");
    await expect(dialog.getByText(/符合的客户：\d+家/)).toBeVisible();
    await dialog.getByRole("button", { name: "加一个条件" }).click();
    await dialog.getByLabel("第2个条件从").fill("1");
    await dialog.getByRole("button", { name: "保存" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(app.main.getByText(/其中“重点”的\d+家客户带来/)).toBeVisible();
    await page.reload();
    await expect(app.main.getByText(/其中“重点”的\d+家客户带来/)).toBeVisible();

    await app.main.getByRole("button", { name: "看“重点”的客户" }).click();
    await expect(page).toHaveURL(/y\.customers\.segment/);
    await expect(page.getByRole("button", { name: /自建细分\s*重点/ })).toBeVisible();
    await app.main.getByRole("button", { name: "存为细分" }).click();
    await dialog.getByLabel("名称").fill("现在的重点");
    await dialog.getByRole("button", { name: "保存" }).click();
    await expect(dialog).toHaveCount(0);

    await page.getByRole("button", { name: "移除筛选：自建细分" }).click();
    await app.open("/segments/own");
    await app.main.getByRole("button", { name: "合并两个细分" }).click();
    await dialog.getByLabel("名称").fill("没有变动");
    await dialog.getByRole("radio", { name: "差集：在前不在后" }).check();
    await dialog.getByLabel("前一个").selectOption({ label: "重点" });
    await dialog.getByLabel("后一个").selectOption({ label: "现在的重点" });
    await expect(dialog.getByText("现在没有客户符合，可以放宽条件。")).toBeVisible();
    await dialog.getByRole("button", { name: "保存" }).click();
    await expect(app.main.getByText("在“重点”但不在“现在的重点”")).toBeVisible();
    await app.main.getByRole("button", { name: "删除“没有变动”" }).click();
    await expect(app.main.getByText("在“重点”但不在“现在的重点”")).toHaveCount(0);
    await page.getByRole("button", { name: "撤销" }).last().click();
    await expect(app.main.getByText("在“重点”但不在“现在的重点”")).toBeVisible();

    await app.open("/segments/menu");
    await app.main.getByRole("button", { name: "加一项服务" }).click();
    await dialog.getByLabel("服务", { exact: true }).fill("上门拜访");
    await dialog.getByLabel("A得到什么").fill("每月一次");
    await dialog.getByLabel("A每家一年的成本").fill("12,000");
    await dialog.getByRole("button", { name: "保存" }).click();
    await expect(
      app.main.getByText(/1项服务在这段时间里要花.*B和C还没有写能得到什么/),
    ).toBeVisible();
    await expect(app.main.getByText("每月一次（¥1.2万/年）")).toBeVisible();
    await expect(app.main.getByText(/对照菜单，\d+家多给了，\d+家少给了/)).toBeVisible();
    await app.main
      .getByRole("button", { name: /存为细分并打开：A：服务/ })
      .first()
      .click();
    await expect(page).toHaveURL(/y\.customers\.segment/);
    await expect(page.getByRole("button", { name: /自建细分\s*A：服务/ })).toBeVisible();
    await page.getByRole("button", { name: "移除筛选：自建细分" }).click();

    await app.open("/segments/compare");
    await app.main.getByLabel("按什么分").selectOption({ label: "重点" });
    await expect(page).toHaveURL(/cross-tab\.rows=segment/);
    await expect(app.main.getByText(/重点/).first()).toBeVisible();
  });
});
