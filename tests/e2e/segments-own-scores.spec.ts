import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test("rules of one's own segments ask for rhythm, relation, answers and complaints", async ({
  page,
}) => {
  const app = new AppPage(page);
  await app.openDemo();
  await app.open("/segments/own");
  await app.main.getByRole("button", { name: "新建细分" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("名称").fill("该问一声");
  const field = dialog.getByLabel("第1个条件看什么");
  await field.selectOption({ label: "未结投诉数" });
  await dialog.getByLabel("第1个条件从").fill("1");
  await expect(dialog.getByText(/符合的客户：\d+家/)).toBeVisible();
  await field.selectOption({ label: "最近一次满意度（折算成0–100%）" });
  await dialog.getByLabel("第1个条件到").fill("50");
  await expect(dialog.getByText(/符合的客户：\d+家/)).toBeVisible();
  await field.selectOption({ label: "关系阶段" });
  await dialog.getByLabel("第1个条件选哪些").selectOption({ label: "退化期" });
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(app.main.getByText(/关系阶段是“?退化期/)).toBeVisible();
});

test("rules of one's own segments ask models, say up to which day, and filter other pages", async ({
  page,
}) => {
  const app = new AppPage(page);
  await app.openDemo();
  await app.open("/segments/own");
  await app.main.getByRole("button", { name: "新建细分" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("名称").fill("贵而不稳");
  const field = dialog.getByLabel("第1个条件看什么");
  await field.selectOption({ label: "未来12个月价值（CLV）" });
  await dialog.getByLabel("第1个条件从").fill("10000");
  await expect(dialog.getByText(/符合的客户：\d+家/)).toBeVisible();
  await expect(dialog.getByText(/由模型按默认设置算出，数据截至2025年11月30日/)).toBeVisible();
  await dialog.getByRole("button", { name: "加一个条件" }).click();
  await dialog.getByLabel("第2个条件看什么").selectOption({ label: "健康分（0–100）" });
  await dialog.getByLabel("第2个条件到").fill("60");
  await expect(dialog.getByText(/符合的客户：\d+家/)).toBeVisible();
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(app.main.getByText(/其中“贵而不稳”的\d+家客户带来/)).toBeVisible();
  await app.main.getByRole("button", { name: "看“贵而不稳”的客户" }).click();
  await expect(page).toHaveURL(/y\.customers\.segment/);
  await expect(app.main.getByText(/\d+家客户/).first()).toBeVisible();
});
