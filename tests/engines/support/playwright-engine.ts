import { chromium, firefox, type Browser, type BrowserContext, type Page } from "playwright";
import { CHROMIUM_ARGS, findChromium, findFirefox } from "../../../scripts/lib/browsers.mjs";
import { expressionOf, type Engine, type EnginePage, type PageCode, type Target } from "./engine";

/** Chromium over its DevTools protocol. */
export async function startChromium(): Promise<Engine> {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: CHROMIUM_ARGS,
    ...(executablePath === null ? {} : { executablePath }),
  });
  return new PlaywrightEngine(browser, `Chromium ${browser.version()}`);
}

/** The distribution's Firefox over WebDriver BiDi; Playwright's own protocol needs its own build. */
export async function startFirefox(): Promise<Engine> {
  const executablePath = findFirefox();
  if (executablePath === null) throw new Error("no Firefox");
  const browser = await firefox.launch({
    executablePath,
    channel: "moz-firefox",
    firefoxUserPrefs: { "intl.accept_languages": "zh-CN" },
  });
  return new PlaywrightEngine(browser, `Firefox ${browser.version()}`);
}

class PlaywrightEngine implements Engine {
  readonly version: string;
  readonly #browser: Browser;

  constructor(browser: Browser, version: string) {
    this.#browser = browser;
    this.version = version;
  }

  async newPage(): Promise<EnginePage> {
    const context = await this.#browser.newContext({ locale: "zh-CN" });
    return new PlaywrightPage(context, await context.newPage());
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}

class PlaywrightPage implements EnginePage {
  readonly #context: BrowserContext;
  readonly #page: Page;
  readonly #complaints: string[] = [];

  constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.#page = page;
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") {
        this.#complaints.push(`${message.type()}: ${message.text()}`);
      }
    });
    page.on("pageerror", (error) => this.#complaints.push(`uncaught: ${error.message}`));
  }

  async open(url: string): Promise<void> {
    await this.#page.goto(url);
  }

  async reload(): Promise<void> {
    await this.#page.reload();
  }

  run<A extends readonly unknown[], R>(code: PageCode<A, R>, ...args: A): Promise<R> {
    return this.#page.evaluate<R>(expressionOf(code, args));
  }

  async click({ css, text }: Target): Promise<void> {
    const found = this.#page.locator(css).filter(text === undefined ? {} : { hasText: text });
    await found.first().click();
  }

  async choose(css: string, files: readonly string[]): Promise<void> {
    await this.#page
      .locator(css)
      .first()
      .setInputFiles([...files]);
  }

  async select(css: string, value: string): Promise<void> {
    await this.#page.locator(css).first().selectOption(value);
  }

  complaints(): readonly string[] {
    return this.#complaints;
  }

  close(): Promise<void> {
    return this.#context.close();
  }
}
