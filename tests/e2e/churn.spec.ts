import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { openWorkbook } from "../../src/ingest/xlsx/workbook";
import { AppPage } from "./pages/app-page";
import { DataPage } from "./pages/data-page";
import { expect, test } from "./support/test";

async function openDemo(page: Page): Promise<AppPage> {
  const app = new AppPage(page);
  await app.openDemo();
  return app;
}

/** Saves a list; its file name and its rows without the head. */
async function savedList(page: Page, title: string): Promise<readonly [string, number]> {
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: `下载名单：${title}` }).click();
  const saved = await saving;
  const bytes = await readFile(await saved.path());
  const workbook = await openWorkbook(new Blob([new Uint8Array(bytes)]));
  let rows = 0;
  for await (const batch of workbook.rows(0, {})) rows += batch.rows.length;
  return [saved.suggestedFilename(), rows - 1];
}

async function importCsv(page: Page, name: string, lines: readonly string[]): Promise<AppPage> {
  const app = new AppPage(page);
  await app.importText(name, lines);
  return app;
}

/** One row a customer: those on a monthly plan leave early, the others stay. */
const SUBSCRIBERS = [
  "customerID,tenure,Contract,Churn",
  ...Array.from({ length: 120 }, (_, i) => {
    const isMonthly = i % 2 === 0;
    const left = isMonthly ? i % 6 !== 0 : i % 15 === 0;
    return `K${i},${isMonthly ? 1 + (i % 12) : 20 + (i % 40)},${isMonthly ? "Monthly" : "Yearly"},${left ? "Yes" : "No"}`;
  }),
];

/** Both plans at all ages; those on a monthly plan leave more often. */
const PLANS = [
  "customerID,tenure,Contract,Churn",
  ...Array.from({ length: 160 }, (_, i) => {
    const isMonthly = i % 3 !== 0;
    const left = isMonthly ? i % 5 < 3 : i % 7 === 0;
    return `K${i},${1 + ((i * 37) % 40)},${isMonthly ? "Monthly" : "Yearly"},${left ? "Yes" : "No"}`;
  }),
];

test.describe("the churn page", () => {
  test("tells from one row a customer how long they stay, and compares plans", async ({ page }) => {
    const app = await importCsv(page, "customers.csv", SUBSCRIBERS);
    await app.open("/churn");
    await expect(app.main.getByRole("heading", { name: "客户能留多久？" })).toBeVisible();
    await expect(app.main.getByText(/家客户里，.*已经流失/)).toBeVisible();
    await expect(page.getByRole("button", { name: /截止/ })).toHaveCount(0);
    await app.main.getByLabel("分组比较").selectOption({ label: "Contract" });
    await expect(page).toHaveURL(/survival\.group=/);
    await expect(app.main.getByText(/按“Contract”分，差别显著/)).toBeVisible();
    await expect(app.main.getByRole("heading", { name: "按“Contract”比较" })).toBeVisible();
    await app.main
      .getByRole("row", { name: /Monthly/ })
      .getByRole("button")
      .click();
    await expect(page).toHaveURL(/cell=survival%3Agroup%3A\d/);
  });

  test("takes a file that names nobody once it is told that each row is a customer", async ({
    page,
  }) => {
    const app = new AppPage(page);
    await app.open("/data");
    const lines = Array.from({ length: 60 }, (_, i) => `${1 + ((i * 7) % 52)},${i % 2},${i % 3}`);
    await page
      .locator("main input[type=file]")
      .first()
      .setInputFiles({
        name: "释放.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(["周数,再犯,资助", ...lines].join("\n")),
      });
    await app.main.getByLabel("这是什么").selectOption("customers");
    await app.main.getByRole("button", { name: "按行号导入" }).click();
    await expect(app.main.getByText("每一行算一家客户，称作“释放 #行号”。")).toBeVisible();
    await app.main.getByRole("button", { name: /^导入60行$/ }).click();
    await expect(app.main).toContainText("已导入");
    await app.open("/customers");
    await expect(app.main.getByText("释放 #2", { exact: true })).toBeVisible();
  });

  test("counts silence by a window that the reader can set", async ({ page }) => {
    const app = await openDemo(page);
    await app.open("/churn");
    // The demo has contracts and exits, which come first.
    await expect(app.main.getByText(/流失以合同和流失记录为准/)).toBeVisible();
    await app.main.getByLabel("依据").selectOption({ label: "沉默天数" });
    const window = app.main.getByRole("spinbutton", { name: "流失窗口" });
    await window.fill("240");
    await window.press("Enter");
    await expect(page).toHaveURL(/survival\.windowDays=240/);
    await expect(app.main.getByText("超过240天没有下单就算流失。")).toBeVisible();
    await app.main.getByRole("button", { name: "打开已流失的客户" }).click();
    await expect(page).toHaveURL(/cell=survival%3Alost/);
    await expect(page).toHaveURL(/survival\.windowDays=240/);
    await expect(app.main.getByRole("button", { name: "不再只看：已流失的客户" })).toBeVisible();
  });

  test("says what hastens leaving, all else alike, and how long a profile would stay", async ({
    page,
  }) => {
    const app = await importCsv(page, "customers.csv", PLANS);
    await app.open("/churn/factors");
    await expect(app.main.getByText(/“Contract”为“Yearly”的客户（与“Monthly”相比）/)).toBeVisible();
    await expect(
      app.main.getByRole("heading", { name: "什么加快流失，什么留住客户？" }),
    ).toBeVisible();
    await expect(app.main.getByText(/这样的客户满.*还在的可能是/)).toBeVisible();
    await app.main.getByLabel("Contract").selectOption({ label: "Yearly" });
    await app.main.getByRole("button", { name: "表格" }).first().click();
    await expect(app.main.getByRole("row", { name: /Contract：Yearly/ })).toBeVisible();
    await app.main.getByRole("button", { name: /^低\d+%$/ }).click();
    await expect(page).toHaveURL(/cell=cox%3Afactor%3A0/);
    await expect(
      app.main.getByRole("button", { name: "不再只看：第1个流失因素的客户" }),
    ).toBeVisible();
  });

  test("says what is missing instead of drawing a curve of nothing", async ({ page }) => {
    const app = await importCsv(page, "客户.csv", [
      "客户编号,客户名称,区域",
      "C1,甲公司,华东",
      "C2,乙公司,华南",
    ]);
    await app.open("/churn");
    await expect(app.main.getByText("还看不出客户何时流失")).toBeVisible();
    await expect(app.main.getByText(/需要其中之一/)).toBeVisible();
    await expect(app.main.locator("svg[role=img], .canvas")).toHaveCount(0);
  });

  test("says why customers left and to whom, and opens those whom a rival took", async ({
    page,
  }) => {
    const app = await openDemo(page);
    await app.open("/churn/why");
    await expect(app.main.getByText(/投向“岚桥电工”的最多/)).toBeVisible();
    await app.main.getByRole("button", { name: "11家", exact: true }).click();
    await expect(page).toHaveURL(/cell=churn-causes%3Acompetitor%3A0/);
  });

  test("says who will leave from orders alone, and opens customers at risk", async ({ page }) => {
    const app = await openDemo(page);
    await app.open("/churn/who");
    await expect(app.main.getByText(/按这个模型大约会流失/)).toBeVisible();
    await expect(app.main.getByRole("heading", { name: "模型档案" })).toBeVisible();
    const many = Number(/(\d+)家现有客户按/.exec(await app.main.innerText())?.[1]);
    const [name, rows] = await savedList(page, "先看谁？");
    expect(name).toMatch(/^流失风险名单-\d{4}-\d\d-\d\d\.xlsx$/);
    expect(rows).toBe(many);
    const take = app.main.getByRole("button", { name: /^接手/ });
    await expect(take).toHaveCount(20);
    await app.main.getByRole("button", { name: "再看30家" }).click();
    await expect(take).toHaveCount(50);
    await take.first().click();
    await expect(take).toHaveCount(49);
    await expect(page).toHaveURL(/churn\/who/);
    await app.main.getByRole("button", { name: "打开全部高风险客户" }).click();
    await expect(page).toHaveURL(/cell=churn-model%3Aat-risk/);
    await expect(
      app.main.getByRole("button", { name: "不再只看：流失风险高的客户" }),
    ).toBeVisible();
  });

  test("says whom to call, what it brings, and what it assumed; shares the window with the model", async ({
    page,
  }) => {
    const app = await openDemo(page);
    await app.open("/churn/who");
    const window = app.main.getByRole("spinbutton", { name: "流失窗口" });
    await window.fill("80");
    await window.press("Enter");
    await expect(page).toHaveURL(/churn-model\.windowDays=80/);
    await app.main.getByRole("link", { name: "值得挽留" }).click();
    await expect(page).toHaveURL(/#\/churn\/worth\?.*churn-model\.windowDays=80/);
    await expect(app.main.getByText(/^先联系前\d+家/)).toBeVisible();
    await expect(app.main.getByText(/风险高不等于值得联系/)).toBeVisible();
    await expect(app.main.getByText(/优惠：假定/)).toBeVisible();
    const many = Number(/先联系前(\d+)家/.exec(await app.main.innerText())?.[1]);
    const [name, rows] = await savedList(page, "先联系谁？");
    expect(name).toMatch(/^挽留名单-\d{4}-\d\d-\d\d\.xlsx$/);
    expect(rows).toBe(many);
    const offer = app.main.getByRole("spinbutton", { name: "每家优惠" });
    await offer.fill("300");
    await offer.press("Enter");
    await expect(page).toHaveURL(/targeting\.offer=300/);
    await expect(app.main.getByText(/优惠：假定/)).toHaveCount(0);
    await app.main.getByRole("button", { name: /打开对照的/ }).click();
    await expect(page).toHaveURL(/cell=targeting%3Aleft-alone.*churn-model\.windowDays=80/);
    await expect(
      app.main.getByRole("button", { name: "不再只看：挽留名单上留作对照的客户" }),
    ).toBeVisible();
  });

  test("reads a campaign out", async ({ page }) => {
    const app = await openDemo(page);
    await app.open(
      "/churn/worth?targeting.contacted=900&targeting.contactedLeft=90&targeting.alone=300",
    );
    const left = app.main.getByRole("spinbutton", { name: "没联系的里面流失" });
    await left.fill("60");
    await left.press("Enter");
    await expect(app.main.getByText(/有用：少流失10%/)).toBeVisible();
  });

  test("warns early, with reasons, by weights that the reader can set", async ({ page }) => {
    const app = await openDemo(page);
    await app.open("/churn/warning");
    await expect(app.main.getByRole("heading", { name: "今天先联系谁？" })).toBeVisible();
    await expect(app.main.getByText(/回头检验：用/)).toBeVisible();
    await expect(app.main.getByText("合计100", { exact: true })).toBeVisible();
    const weight = app.main.getByRole("spinbutton", { name: "下单节奏" });
    await weight.fill("60");
    await weight.press("Enter");
    await expect(page).toHaveURL(/health\.rhythm=60/);
    await expect(app.main.getByText(/合计145，不是100/)).toBeVisible();
    await app.main.getByRole("button", { name: "打开全部" }).click();
    await expect(page).toHaveURL(/cell=health%3Ahealth-call.*health\.rhythm=60/);
    await expect(
      app.main.getByRole("button", { name: "不再只看：健康分低于70的客户" }),
    ).toBeVisible();
  });

  test("names who still buys but less, with the money, by limits that the reader can set", async ({
    page,
  }) => {
    const app = await openDemo(page);
    await app.open("/churn/less");
    await expect(app.main.getByText(/还在买，但不到自己平常的50%，少买了/)).toBeVisible();
    await expect(app.main.getByRole("heading", { name: "谁买得少了？" })).toBeVisible();
    await expect(app.main.getByRole("heading", { name: "已经停了的客户" })).toBeVisible();
    const ratio = app.main.getByRole("spinbutton", { name: "少到平常的" });
    await ratio.fill("30");
    await ratio.press("Enter");
    await expect(page).toHaveURL(/partial-loss\.ratio=0\.3/);
    await expect(app.main.getByText(/不到自己平常的30%/)).toBeVisible();
    await app.main
      .getByRole("button", { name: /打开这\d+家/ })
      .first()
      .click();
    await expect(page).toHaveURL(/cell=partial-loss%3Aless.*partial-loss\.ratio=0\.3/);
    await expect(app.main.getByRole("button", { name: "不再只看：买得少了的客户" })).toBeVisible();
  });

  test("says whom to win back, and keeps attempts with their results", async ({ page }) => {
    const app = await openDemo(page);
    await app.open("/churn/back");
    await expect(app.main.getByText(/^现在流失的有\d+家/)).toBeVisible();
    await expect(app.main.getByRole("heading", { name: "走了以后，多久会回来？" })).toBeVisible();
    await expect(app.main.getByText(/还没有记过/)).toBeVisible();
    const many = Number(/名单共(\d+)家/.exec(await app.main.innerText())?.[1]);
    const [file, rows] = await savedList(page, "先赢回谁？");
    expect(file).toMatch(/^赢回名单-\d{4}-\d\d-\d\d\.xlsx$/);
    expect(rows).toBe(many);
    await app.main.getByRole("button", { name: "记一次尝试", exact: true }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel("找客户").fill("上海");
    await form.getByRole("list", { name: "客户" }).getByRole("button").first().click();
    await form.getByLabel("方式").fill("电话");
    await form.getByLabel("花费").fill("30");
    await form.getByRole("button", { name: "记下" }).click();
    await expect(app.main.getByText(/记了1次：挽回0，未挽回0，待定1。/)).toBeVisible();
    await app.main.getByLabel(/的结果$/).selectOption({ label: "挽回" });
    await expect(app.main.getByText(/挽回1，未挽回0，待定0。/)).toBeVisible();
    await expect(app.main.getByText(/有结果的才1次，太少/)).toBeVisible();
    await page.reload();
    await expect(app.main.getByText(/挽回1，未挽回0，待定0。/)).toBeVisible();
    await app.main.getByRole("button", { name: /^删除.*的这次尝试$/ }).click();
    await expect(app.main.getByText(/还没有记过/)).toBeVisible();
    await page.getByRole("button", { name: "撤销" }).click();
    await expect(app.main.getByText(/挽回1，未挽回0，待定0。/)).toBeVisible();
  });

  test("notes an attempt on somebody of the win-back list, without opening the customer", async ({
    page,
  }) => {
    const app = await openDemo(page);
    await app.open("/churn/back");
    const button = app.main.getByRole("button", { name: /^给.+记一次尝试$/ }).first();
    const label = await button.getAttribute("aria-label");
    await button.click();
    const form = page.getByRole("dialog");
    await expect(form.getByText(`客户: ${label?.slice(1, -5)}`)).toBeVisible();
    await form.getByLabel("方式").fill("电话");
    await form.getByRole("button", { name: "记下" }).click();
    await expect(form).toHaveCount(0);
    await expect(page).toHaveURL(/churn\/back/);
    await expect(app.main.getByText(/记了1次：挽回0，未挽回0，待定1。/)).toBeVisible();
  });

  test("says nothing of sales where the data have no orders", async ({ page }) => {
    const app = await importCsv(page, "customers.csv", PLANS);
    await app.open("/customers");
    const row = app.main.getByRole("row", { name: /K0/ }).first();
    await expect(row).toBeVisible();
    await expect(row).not.toContainText("0天");
    await expect(app.main.getByRole("status").first()).not.toContainText("销售额");
    await app.open("/customers/0");
    await expect(app.main.getByRole("heading", { name: "K0" })).toBeVisible();
    for (const label of ["本期销售额", "下单天数"]) {
      const fact = app.main.locator("dl > div").filter({ hasText: label }).first();
      await expect(fact).toContainText("–");
      await expect(fact).not.toContainText("0");
    }
  });

  test("compares the causes of groups, and opens whom a group lost to one", async ({ page }) => {
    const app = await openDemo(page);
    await app.open("/churn/why");
    await app.main.getByLabel("分组比较").selectOption({ label: "区域" });
    await expect(page).toHaveURL(/churn-causes\.group=/);
    await expect(app.main.getByText(/按“区域”分.*Gray检验/)).toBeVisible();
    await app.main.getByLabel("原因", { exact: true }).selectOption({ label: "竞争流失" });
    await app.main
      .getByRole("table", { name: "各组因“竞争流失”流失的比例" })
      .getByRole("row", { name: /浙北/ })
      .getByRole("button")
      .click();
    await expect(page).toHaveURL(/cell=churn-causes%3Acause-group-lost%3A\d%3Acompetition/);
    await expect(page.getByText(/第\d组里因“竞争流失”流失的客户/)).toBeVisible();
  });

  test("proposes a step of the credit ladder for each account, and opens those on it", async ({
    page,
  }) => {
    const app = await openDemo(page);
    await app.open("/churn/credit");
    await expect(app.main.getByText(/家有账可查的客户里/)).toBeVisible();
    await expect(app.main.getByText(/被动流失的.*离开那天已在3、4级/)).toBeVisible();
    await app.main.getByLabel("宽限").fill("0");
    await app.main.getByLabel("宽限").press("Enter");
    await expect(page).toHaveURL(/credit-ladder\.graceDays=0/);
    await app.main
      .getByRole("row", { name: /被动流失/ })
      .getByRole("button")
      .click();
    await expect(page).toHaveURL(/cell=credit-ladder%3Acredit-lost-high%3Ainvoluntary/);
    await expect(page.getByText("被动流失、离开那天在3、4级的客户")).toBeVisible();
  });

  test("parts the win-back list at random, and reads out a finished round", async ({ page }) => {
    const app = await openDemo(page);
    await app.open("/churn/back");
    await expect(app.main.getByText(/一年内会回来/)).toBeVisible();
    for (const [label, count] of [
      ["联系了", "70"],
      ["联系过的里面回来", "56"],
      ["没联系（对照）", "80"],
      ["没联系的里面回来", "48"],
    ] as const) {
      await app.main.getByLabel(label, { exact: true }).fill(count);
      await app.main.getByLabel(label, { exact: true }).press("Enter");
    }
    await expect(app.main.getByText(/有用：多回来20%（95%区间5.2%至33%）/)).toBeVisible();
    await app.main.getByRole("button", { name: /打开对照的/ }).click();
    await expect(page).toHaveURL(/cell=winback%3Aback%3Aleft-alone/);
  });

  test("compares segments of one's own, and says when one already knows who has gone", async ({
    page,
  }) => {
    const app = await openDemo(page);
    await app.open("/segments/own");
    await app.main.getByRole("button", { name: "新建细分" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("名称").fill("重点");
    await dialog.getByLabel("第1个条件看什么").selectOption({ label: "等级" });
    await dialog.getByLabel("第1个条件选哪些").selectOption("a");
    await dialog.getByRole("button", { name: "保存" }).click();
    await expect(dialog).toHaveCount(0);
    await app.open("/churn/why");
    await app.main.getByLabel("分组比较").selectOption({ label: "重点" });
    await expect(app.main.getByRole("heading", { name: "按“重点”分，差在哪里？" })).toBeVisible();
    await expect(app.main.getByText(/“重点”是按今天的分数/)).toBeVisible();
    await app.main.getByLabel("分组比较").selectOption({ label: "区域" });
    await expect(app.main.getByText(/是按今天的分数/)).toHaveCount(0);
    await app.open("/churn/factors");
    await app.main.getByLabel("在同类里比较").selectOption({ label: "重点" });
    await expect(app.main.getByText(/“重点”是按今天的分数/)).toBeVisible();
  });

  test("says how customers differ from those it learnt from", async ({ page }) => {
    const app = await openDemo(page);
    await app.open("/churn/who");
    await expect(app.main.getByRole("heading", { name: "学完以后，客户变了吗？" })).toBeVisible();
    await expect(app.main.getByText(/^可能性的分布.*（PSI [\d.]+/)).toBeVisible();
    await expect(app.main.getByText(/还没有上一次可比/)).toBeVisible();
  });

  test("says after the next import what it said before, and what has moved", async ({ page }) => {
    const header = "customerID,tenure,Contract,Churn";
    const month = (letter: string, later: number): readonly string[] =>
      Array.from({ length: 400 }, (_, i) => {
        const isMonthly = i % 3 !== 0;
        const left = isMonthly ? i % 5 < 3 : i % 7 === 0;
        const tenure = later + 1 + ((i * 37) % 40);
        return `${letter}${i},${tenure},${isMonthly ? "Monthly" : "Yearly"},${left ? "Yes" : "No"}`;
      });
    const app = await importCsv(page, "customers.csv", [header, ...month("K", 0)]);
    await app.open("/churn/who");
    await expect(app.main.getByText(/还没有上一次可比/)).toBeVisible();
    await page.reload();
    await expect(app.main.getByText(/还没有上一次可比/)).toBeVisible();
    const files = new DataPage(page);
    await files.open();
    const text = [header, ...month("L", 30)].join("\n");
    await files.chooseText({ name: "customers-2.csv", text });
    await files.store();
    await app.open("/churn/who");
    await expect(app.main.getByRole("heading", { name: "和上一批数据比，变了吗？" })).toBeVisible();
    await expect(app.main.getByText(/AUC上次.*这次.*变化明显：在网月数/)).toBeVisible();
    await expect(app.main.getByText(/用了400家/)).toBeVisible();
  });
});
