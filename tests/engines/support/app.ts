import path from "node:path";
import { expect } from "vitest";
import type { EnginePage } from "./engine";

const DATA = path.resolve(import.meta.dirname, "../../../../shared/data");
/** The slowest engine here needs some seconds for its first start. */
const PATIENCE_MS = 60_000;
const IMPORT = /导入[\d,]+行/u;

/** The app as a user of any engine meets it, in Simplified Chinese. */
export class App {
  readonly #page: EnginePage;
  readonly #url: string;

  constructor(page: EnginePage, url: string) {
    this.#page = page;
    this.#url = url;
  }

  async open(route = ""): Promise<void> {
    await this.#page.open(route === "" ? this.#url : `${this.#url}#${route}`);
    await this.until(() => document.querySelector("main h1") !== null, true);
  }

  async reload(): Promise<void> {
    await this.#page.reload();
    await this.until(() => document.querySelector("main h1") !== null, true);
  }

  /** Waits until code in the page gives this value. */
  async until<T>(code: () => T | Promise<T>, value: T): Promise<void> {
    await expect.poll(() => this.#page.run(code), { timeout: PATIENCE_MS }).toEqual(value);
  }

  /** Waits until the text of the page contains the pattern. */
  async shows(pattern: RegExp): Promise<void> {
    await expect
      .poll(() => this.text(), { timeout: PATIENCE_MS, message: `shows ${pattern.source}` })
      .toMatch(pattern);
  }

  text(): Promise<string> {
    return this.#page.run(() => document.querySelector("main")?.innerText ?? "");
  }

  /** Waits until the service worker has stored every file, so that the next load needs no network. */
  async installed(): Promise<void> {
    await this.until(
      () => navigator.serviceWorker.ready.then((ready) => ready.active?.state),
      "activated",
    );
  }

  /** Gives files of the shared data folder to the data page, by their path below it. */
  async choose(...files: readonly string[]): Promise<void> {
    await this.open("/data");
    await this.#page.choose(
      "main input[type=file]",
      files.map((file) => path.join(DATA, file)),
    );
  }

  /** Says what the open sheet is. */
  async readAs(table: string): Promise<void> {
    await this.#choice("main .panel .line select", table);
  }

  /** Maps a column by hand. */
  async map(column: string, field: string): Promise<void> {
    await this.#choice(`select[aria-label="“${column}”对应的字段"]`, field);
  }

  /** Not while the page works something out: a change then ends the reading, and a loaded machine may be slow to do so. */
  async #choice(css: string, value: string): Promise<void> {
    const isThere = (selector: string): boolean =>
      document.querySelector(selector) !== null &&
      document.querySelector("main [aria-busy=true]") === null;
    await expect.poll(() => this.#page.run(isThere, css), { timeout: PATIENCE_MS }).toBe(true);
    await this.#page.select(css, value);
  }

  async press(text: RegExp): Promise<void> {
    await this.#page.click({ css: "main button", text });
  }

  /**
   * Imports what is chosen once the page offers so many rows, and waits for its report.
   *
   * @param stored where a row becomes several: one an answer of a survey
   */
  async store(rows: string, stored = rows): Promise<void> {
    await this.shows(new RegExp(`导入${rows}行`));
    await this.until(isImportEnabled, true);
    await this.press(IMPORT);
    await this.shows(new RegExp(`已导入${stored}行`));
  }

  /** What a page of the app says in sentences and tables, charts aside, up to the end of the pattern. */
  async facts(route: string, pattern: RegExp): Promise<string> {
    await this.open(route);
    // what matched is what is told: asked again, the page may be drawing a chart anew
    let text = "";
    const said = async (): Promise<string> => (text = await this.#page.run(sentencesAndCells));
    await expect.poll(said, { timeout: PATIENCE_MS, message: route }).toMatch(pattern);
    return pattern.exec(text)?.[0] ?? "";
  }
}

/** Empty while a chart is still being drawn. */
function sentencesAndCells(): string {
  const parts = document.querySelectorAll<HTMLElement>("main :is(h1, p, caption, th, td)");
  // engines break lines between parts of a cell where they like
  const texts = Array.from(parts, (part) => part.innerText.replace(/\s+/gu, ""));
  return texts.includes("正在绘制…") ? "" : texts.join(" | ");
}

/** Also nothing is worked out any more: what appears above the button moves it away from under the pointer. */
function isImportEnabled(): boolean {
  if (document.querySelector("main [aria-busy=true]") !== null) return false;
  const buttons = [...document.querySelectorAll<HTMLButtonElement>("main button")];
  const found = buttons.find((button) => /^导入[\d,]+行$/.test(button.textContent.trim()));
  return found?.disabled === false;
}
