import type { Locator, Page } from "@playwright/test";
import { AppPage } from "./app-page";

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** Import, what is stored, and the way back. In Simplified Chinese unless a spec says otherwise. */
export class DataPage extends AppPage {
  readonly importButton: Locator;
  readonly report: Locator;
  /** What the import would change, table by table. */
  readonly differences: Locator;

  constructor(page: Page) {
    super(page);
    this.importButton = this.main.getByRole("button", { name: /^导入/ });
    this.differences = this.main.getByRole("group", { name: "各表的变化" });
    this.report = this.main.getByRole("heading", { name: /^已导入|^没有变化/ });
  }

  override async open(): Promise<void> {
    await super.open("/data");
    await this.heading.waitFor();
  }

  /** Chooses files of the shared data folder by their path below it. */
  async choose(...paths: readonly string[]): Promise<void> {
    await this.#input().setInputFiles(paths.map((path) => `../shared/data/${path}`));
  }

  async chooseText(...files: readonly TextFile[]): Promise<void> {
    await this.#input().setInputFiles(
      files.map(({ name, text }) => ({
        name,
        mimeType: "text/csv",
        buffer: Buffer.from(text, "utf8"),
      })),
    );
  }

  /** Pastes text as a spreadsheet program's copy arrives. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((copied) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", copied);
      document.body.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
    }, text);
  }

  file(name: string): Locator {
    return this.main.getByRole("region", { name });
  }

  /** What the open sheet is read as. */
  get kind(): Locator {
    return this.main.getByRole("combobox", { name: "这是什么" });
  }

  fieldOf(column: string): Locator {
    return this.main.getByRole("combobox", { name: `“${column}”对应的字段` });
  }

  /** The choice of how an import meets the data that are there. */
  mode(name: string): Locator {
    return this.main.getByRole("radio", { name: new RegExp(`^${name}`) });
  }

  /** The stored table of this name, with its number of rows. */
  tableSummary(name: string): Locator {
    return this.main.locator("summary").filter({ hasText: name }).filter({ hasText: /\d行/ });
  }

  /** Imports what is chosen and waits for the report. */
  async store(): Promise<void> {
    await this.importButton.click();
    await this.report.waitFor();
  }

  #input(): Locator {
    return this.main.locator("input[type=file]").first();
  }
}
