import type { Page } from "@playwright/test";
import { NAVIGATION } from "../../src/page/app/navigation";
import { SECTIONS } from "../../src/page/pages/sections";
import { AppPage } from "./pages/app-page";
import { expect, expectAccessible, test } from "./support/test";

/** Every page and every section of one, so that none is forgotten; the first section is at the page's own address. */
const ADDRESSES = [
  ...NAVIGATION.flatMap(({ pages }) => pages),
  "settings",
  ...Object.entries(SECTIONS).flatMap(([page, sections]) =>
    sections.slice(1).map(({ id }) => `${page}/${id}`),
  ),
];
/** They are gone through in so many tests, side by side. */
const TESTS = 4;
const SHARES = Array.from({ length: TESTS }, (_, share) =>
  ADDRESSES.filter((_address, i) => i % TESTS === share),
);
const WIDE = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };

async function prefer(page: Page, theme: "light" | "dark", language: string): Promise<void> {
  const preferences = JSON.stringify({ language, theme, risingIsRed: false });
  await page.addInitScript((text) => {
    localStorage.setItem("clientele.preferences", text);
  }, preferences);
}

async function openDemo(page: Page): Promise<AppPage> {
  const app = new AppPage(page);
  await app.openDemo();
  return app;
}

/** Every answer is there and every chart is drawn. */
async function settled(page: Page, route: string): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`#/${route}`));
  await expect(page.locator("main h1").first()).toBeAttached();
  await expect(page.locator("main .skeleton, main [aria-busy=true]")).toHaveCount(0);
  await expect(page.locator("main .canvas:empty")).toHaveCount(0);
}

// The theme decides on contrast, the size on structure: two of the four combinations meet both.
for (const [theme, size, viewport] of [
  ["light", "wide", WIDE],
  ["dark", "on the phone", PHONE],
] as const) {
  test(`the first page passes axe in the ${theme} theme, ${size}`, async ({ page }) => {
    await prefer(page, theme, "zh-Hans");
    await page.setViewportSize(viewport);
    const app = new AppPage(page);
    await app.open();
    await app.heading.waitFor({ state: "attached" });
    await expectAccessible(page);
  });
  for (const [share, addresses] of SHARES.entries()) {
    test(`pages pass axe in the ${theme} theme, ${size} (${share + 1} of ${TESTS})`, async ({
      page,
    }) => {
      test.slow();
      await prefer(page, theme, "zh-Hans");
      await page.setViewportSize(viewport);
      const app = await openDemo(page);
      for (const route of addresses) {
        await app.open(`/${route}`);
        await settled(page, route);
        await expectAccessible(page);
      }
    });
  }
}

test("on the phone the pages without a place in the bar are behind its last one", async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  await openDemo(page);
  const bar = page.getByRole("navigation", { name: "页面" });
  await bar.getByRole("button", { name: "更多" }).click();
  const panel = page.getByRole("dialog", { name: "更多页面" });
  await expect(panel.getByRole("link", { name: "数据" })).toBeInViewport({ ratio: 1 });
  await panel.getByRole("link", { name: "投诉" }).click();
  await expect(page).toHaveURL(/#\/complaints/);
  await expect(panel).toBeHidden();
  await bar.getByRole("button", { name: "更多" }).press("Enter");
  await expect(panel.getByRole("link", { name: "投诉" })).toHaveAttribute("aria-current", "page");
});

for (const [share, addresses] of SHARES.entries()) {
  test(`no page is wider than the phone in the longest language (${share + 1} of ${TESTS})`, async ({
    page,
  }) => {
    test.slow();
    await prefer(page, "light", "en");
    await page.setViewportSize(PHONE);
    const app = await openDemo(page);
    for (const route of addresses) {
      await app.open(`/${route}`);
      await settled(page, route);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(tooWide, `${route}: pixels beyond the edge`).toBeLessThanOrEqual(0);
    }
  });
}

test("a panel that was left open closes with its page, and the address keeps what is drawn", async ({
  page,
}) => {
  await prefer(page, "light", "zh-Hans");
  const app = await openDemo(page);
  await app.open("/lifecycle");
  await settled(page, "lifecycle");
  await page
    .getByRole("group", { name: "账目" })
    .getByRole("radio", { name: "金额" })
    .press("Space");
  await expect(page).toHaveURL(/lifecycle\.measure=money/);
  await page.getByRole("button", { name: "+ 筛选" }).press("Enter");
  await expect(page.getByRole("dialog", { name: "添加筛选" })).toBeVisible();
  await app.open("/value");
  await settled(page, "value");
  await expect(page.getByRole("dialog", { name: "添加筛选" })).toBeHidden();
});

test("a sentence opens its customers with the keyboard, and the chip names the period", async ({
  page,
}) => {
  await prefer(page, "light", "zh-Hans");
  const app = await openDemo(page);
  await app.open("/lifecycle");
  await settled(page, "lifecycle");
  await app.main.locator("p [role=button]").first().press("Enter");
  await expect(page).toHaveURL(/#\/customers\?.*cell=lifecycle/);
  await expect(
    app.main.getByRole("button", { name: /不再只看：\d{4}年第\d季度新增的客户/ }),
  ).toBeVisible();
});
