import type { Locator, Page } from "@playwright/test";

/** The shell around every page: address, navigation, heading. Page models of single pages extend it. */
export class AppPage {
  readonly page: Page;
  readonly main: Locator;
  readonly heading: Locator;
  readonly navigation: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.heading = this.main.getByRole("heading", { level: 1 });
    this.navigation = page.getByRole("navigation").first();
  }

  /** Opens the app at a hash route, `""` for the start, and waits until it draws. */
  async open(route = ""): Promise<void> {
    await this.page.goto(route === "" ? "./" : `./#${route}`);
    await this.main.waitFor();
  }

  /** The hash routes that the navigation offers. */
  async routes(): Promise<string[]> {
    const links = await this.navigation.getByRole("link").all();
    const hrefs = await Promise.all(links.map((link) => link.getAttribute("href")));
    return hrefs.flatMap((href) => (href === null ? [] : [href.replace(/^.*#/, "")]));
  }
}
