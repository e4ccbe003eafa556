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

  /** Starts the demo from the welcome page and waits until its data are there. */
  async openDemo(): Promise<void> {
    await this.open();
    await this.page.locator(".door button").click();
    await this.#data();
  }

  /** Imports a text file from the welcome page as it is proposed, and waits until its data are there. */
  async importText(name: string, lines: readonly string[]): Promise<void> {
    await this.open();
    await this.page
      .locator("input[type=file]")
      .first()
      .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) });
    await this.page.locator("button.primary:enabled").last().click();
    await this.#data();
  }

  /** With data the navigation offers the pages that show them. */
  async #data(): Promise<void> {
    await this.page.locator("nav a[href*=value]").first().waitFor({ state: "attached" });
  }

  /** The hash routes that the navigation offers. */
  async routes(): Promise<string[]> {
    const links = await this.navigation.getByRole("link").all();
    const hrefs = await Promise.all(links.map((link) => link.getAttribute("href")));
    return hrefs.flatMap((href) => (href === null ? [] : [href.replace(/^.*#/, "")]));
  }
}
