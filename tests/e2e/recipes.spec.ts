import { DataPage } from "./pages/data-page";
import { expect, expectAccessible, test } from "./support/test";

const JANUARY =
  "单号,客户名称,下单日期,金额,仓库\nSO1,苏南恒信,2025-01-05,100,东\nSO2,宁波博雅,2025-01-06,200,西\n";
const FEBRUARY =
  "单号,客户名称,下单日期,金额,仓库\nSO2,宁波博雅,2025-01-06,250,西\nSO3,台州宏图,2025-02-06,300,东\n";

async function imported(data: DataPage, name: string, text: string): Promise<void> {
  await data.chooseText({ name, text });
  await data.store();
}

test.describe("recipes", () => {
  test("map next month's file by itself and can be forgotten", async ({ page }) => {
    const data = new DataPage(page);
    await data.open();
    await data.chooseText({ name: "一月.csv", text: JANUARY });
    await data.fieldOf("仓库").selectOption("region");
    await data.store();
    await data.chooseText({ name: "二月.csv", text: FEBRUARY });
    await expect(data.main.getByText(/按上次的对应读入（一月.csv/)).toBeVisible();
    await expect(data.fieldOf("仓库")).toHaveValue("region");
    await expectAccessible(page);
    await data.main.getByRole("button", { name: "不用上次的，重新识别" }).click();
    await expect(data.fieldOf("仓库")).not.toHaveValue("region");
    await data.main.getByRole("button", { name: "移除 二月.csv" }).click();
    await data.main.getByRole("button", { name: "忘掉 一月.csv 的对应" }).click();
    await expect(data.main.getByText("还没有。导入一次后就会记住。")).toBeVisible();
    await page.getByRole("button", { name: "恢复" }).click();
    await expect(data.main.getByRole("button", { name: "忘掉 一月.csv 的对应" })).toBeVisible();
  });
});

test.describe("an import into data that are there", () => {
  test("shows what changes before it happens, and updates by order number", async ({ page }) => {
    const data = new DataPage(page);
    await data.open();
    await imported(data, "一月.csv", JANUARY);
    await data.chooseText({ name: "二月.csv", text: FEBRUARY });
    await data.mode("按编号更新").check();
    const row = data.differences.getByRole("row", { name: /^订单明细/ });
    await expect(row).toContainText("2 → 3行");
    await expect(row).toContainText("300 → 650");
    await data.main.getByText("看订单明细的变化").click();
    await expect(data.main.getByRole("cell", { name: "200 → 250" })).toBeVisible();
    await expectAccessible(page);
    await data.store();
    await expect(data.tableSummary("订单明细")).toContainText("3行");
  });

  test("asks before more than half of the data go", async ({ page }) => {
    const data = new DataPage(page);
    await data.open();
    const many = Array.from({ length: 10 }, (_, i) => `SO${i + 10},客户${i},2025-01-05,10,东`);
    await imported(data, "全年.csv", `单号,客户名称,下单日期,金额,仓库\n${many.join("\n")}\n`);
    await data.chooseText({ name: "一月.csv", text: JANUARY });
    await data.mode("换掉原来的").check();
    await expect(data.differences).toBeVisible();
    await data.importButton.click();
    const question = page.getByRole("dialog", { name: "数据会少一大半" });
    await expect(question).toContainText("订单明细现在有10行，导入后只剩2行");
    await question.getByRole("button", { name: "先不导入" }).click();
    await expect(data.tableSummary("订单明细")).toContainText("10行");
    await data.importButton.click();
    await question.getByRole("button", { name: "确实要这样导入" }).click();
    await data.report.waitFor();
    await expect(data.tableSummary("订单明细")).toContainText("2行");
  });

  test("counts repeated rows and leaves them out when asked", async ({ page }) => {
    const data = new DataPage(page);
    await data.open();
    await imported(data, "一月.csv", JANUARY);
    await data.chooseText({ name: "重发.csv", text: `${JANUARY}SO9,新客户,2025-01-09,5,东\n` });
    await expect(data.main.getByText("2行和已有的数据完全相同。")).toBeVisible();
    await data.main.getByRole("radio", { name: "去掉重复的" }).check();
    const row = data.differences.getByRole("row", { name: /^订单明细/ });
    await expect(row).toContainText("2 → 3行");
    await data.store();
    await expect(data.report).toHaveText("已导入1行");
  });

  test("takes any import back, and brings it again", async ({ page }) => {
    const data = new DataPage(page);
    await data.open();
    await imported(data, "一月.csv", JANUARY);
    await imported(data, "三月.csv", "单号,客户名称,下单日期,金额,仓库\nSO5,甲,2025-03-01,1,东\n");
    await imported(data, "四月.csv", "单号,客户名称,下单日期,金额,仓库\nSO6,乙,2025-04-01,1,东\n");
    await data.main.getByRole("button", { name: "撤销 三月.csv 的导入" }).click();
    const question = page.getByRole("dialog", { name: "撤销 三月.csv 的导入？" });
    await expect(question).toContainText("这次导入的1行会从数据里拿掉");
    await question.getByRole("button", { name: "撤销导入" }).click();
    await expect(page.getByText("已撤销 三月.csv 的导入。")).toBeVisible();
    await expect(data.tableSummary("订单明细")).toContainText("3行");
    await data.main.getByRole("button", { name: "恢复刚才撤销的导入" }).click();
    await expect(data.tableSummary("订单明细")).toContainText("4行");
  });
});
