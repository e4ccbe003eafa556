import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test("a field of the cohorts is followed through the periods, and cohorts are told apart by a column", async ({
  page,
}) => {
  const app = new AppPage(page);
  await app.openDemo();
  await app.open("/lifecycle");
  const fields = app.main.getByRole("group", { name: "新客留得住吗？" });
  // The arrow keys stop at every field, the sizes first; Enter follows it.
  await fields.press("ArrowRight");
  await fields.press("ArrowRight");
  await fields.press("ArrowRight");
  await fields.press("Enter");
  await expect(app.main.getByRole("combobox", { name: "第几期" })).toHaveValue("2");
  await app.main.getByRole("combobox", { name: "第几期" }).selectOption("3");
  await expect(
    app.main.getByRole("heading", { name: /^3(个月|季)后：越新的群留得越好吗/ }),
  ).toBeVisible();
  await app.main.getByRole("combobox", { name: "按什么分群" }).selectOption({ label: "区域" });
  await expect(page).toHaveURL(/cohorts\.by=region/);
  await expect(app.main.getByRole("heading", { name: "按“区域”看：谁留得住？" })).toBeVisible();
  await expect(
    app.main.getByRole("heading", { name: /^3(个月|季)后：哪一组留得好/ }),
  ).toBeVisible();
  await app.main.getByRole("button", { name: /^打开.*后留下的/ }).click();
  await expect(page).toHaveURL(/cell=cohorts%3Acohort-group/);
});
