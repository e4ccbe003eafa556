import { AppPage } from "./pages/app-page";
import { expect, test } from "./support/test";

test.describe("segments: attractiveness", () => {
  test("names the first group, follows the weights, groups by a column and opens who was lost", async ({
    page,
  }) => {
    const app = new AppPage(page);
    await app.openDemo();
    await app.open("/segments/attractiveness");
    await expect(app.main.getByText(/按现在的权重，.*最值得投入/)).toBeVisible();
    const size = app.main.getByRole("spinbutton", { name: "规模" });
    await size.fill("100");
    await size.press("Enter");
    await expect(page).toHaveURL(/attractiveness\.size=100/);
    await app.main.getByLabel("按什么分").selectOption({ label: "等级（期初）" });
    await expect(page).toHaveURL(/attractiveness\.by=grade/);
    await app.main
      .getByRole("button", { name: /里流失的客户/ })
      .first()
      .click();
    await expect(page).toHaveURL(/cell=attractiveness%3Aattractive-lost/);
    await expect(
      app.main.getByRole("button", { name: /不再只看：吸引力第\d+的客户群里流失的客户/ }),
    ).toBeVisible();
  });
});
