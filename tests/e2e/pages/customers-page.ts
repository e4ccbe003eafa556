import type { Locator, Page } from "@playwright/test";
import { AppPage } from "./app-page";

/** The customer table, and the page of one customer. */
export class CustomersPage extends AppPage {
  readonly search: Locator;
  readonly rows: Locator;

  constructor(page: Page) {
    super(page);
    this.search = this.main.getByRole("searchbox", { name: "搜索客户" });
    this.rows = this.main.getByRole("grid", { name: "客户表" }).getByRole("row");
  }

  override async open(query = ""): Promise<void> {
    await super.open(`/customers${query}`);
    await this.heading.waitFor();
  }
}

/** Ctrl+K. */
export class PalettePage {
  readonly field: Locator;
  readonly options: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.field = page.getByRole("combobox", { name: "搜索客户、页面和操作" });
    this.options = page.getByRole("dialog").getByRole("option");
  }

  async open(): Promise<void> {
    await this.#page.keyboard.press("Control+k");
    await this.field.waitFor();
  }
}
