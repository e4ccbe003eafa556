import { findWebKit, type WebKitPrograms } from "../../../scripts/lib/browsers.mjs";
import { expressionOf, type Engine, type EnginePage, type PageCode, type Target } from "./engine";
import { WebDriver } from "./webdriver";

/** Longest that a script in the page may take. */
const SCRIPT_PATIENCE_MS = 120_000;

interface Created {
  readonly sessionId: string;
  readonly capabilities: { readonly browserVersion: string };
}

/** WebKitGTK's MiniBrowser under its own driver, on a display that nobody sees. */
export async function startWebKit(): Promise<Engine> {
  const programs = findWebKit();
  if (programs === null) throw new Error("no WebKitGTK");
  const driver = await WebDriver.start((port) => [
    programs.display,
    "-a",
    programs.driver,
    `--port=${port}`,
  ]);
  try {
    const probe = await newSession(driver, programs);
    await driver.call("DELETE", `/session/${probe.sessionId}`);
    return new WebKitEngine(driver, programs, `WebKitGTK ${probe.capabilities.browserVersion}`);
  } catch (error) {
    driver.stop();
    throw error;
  }
}

async function newSession(driver: WebDriver, programs: WebKitPrograms): Promise<Created> {
  const created = await driver.call("POST", "/session", {
    capabilities: {
      alwaysMatch: {
        browserName: "MiniBrowser",
        "webkitgtk:browserOptions": { binary: programs.browser, args: ["--automation"] },
      },
    },
  });
  return created as Created;
}

class WebKitEngine implements Engine {
  readonly version: string;
  readonly #driver: WebDriver;
  readonly #programs: WebKitPrograms;

  constructor(driver: WebDriver, programs: WebKitPrograms, version: string) {
    this.#driver = driver;
    this.#programs = programs;
    this.version = version;
  }

  async newPage(): Promise<EnginePage> {
    const { sessionId } = await newSession(this.#driver, this.#programs);
    const session = `/session/${sessionId}`;
    await this.#driver.call("POST", `${session}/timeouts`, { script: SCRIPT_PATIENCE_MS });
    return new WebKitPage(this.#driver, session);
  }

  close(): Promise<void> {
    this.#driver.stop();
    return Promise.resolve();
  }
}

/** What a script in the page came to; WebDriver itself reports a rejection as success. */
type Outcome<R> = { readonly value: R } | { readonly error: string };

class WebKitPage implements EnginePage {
  readonly #driver: WebDriver;
  readonly #session: string;

  constructor(driver: WebDriver, session: string) {
    this.#driver = driver;
    this.#session = session;
  }

  async open(url: string): Promise<void> {
    await this.#call("url", { url });
  }

  async reload(): Promise<void> {
    await this.#call("refresh", {});
  }

  async run<A extends readonly unknown[], R>(code: PageCode<A, R>, ...args: A): Promise<R> {
    const script = `const done = arguments[0];
      (async () => ({ value: await ${expressionOf(code, args)} }))()
        .then(done, (error) => done({ error: String(error) }));`;
    const outcome = (await this.#call("execute/async", { script, args: [] })) as Outcome<R>;
    if ("error" in outcome) throw new Error(outcome.error);
    return outcome.value;
  }

  async click({ css, text }: Target): Promise<void> {
    await this.#clickFound(
      `const [css, text] = arguments;
      const found = [...document.querySelectorAll(css)].find(
        (element) => element.checkVisibility() && new RegExp(text, "u").test(element.textContent.trim()),
      );
      found?.scrollIntoView({ block: "center" });
      return found ?? null;`,
      [css, text?.source ?? ""],
    );
  }

  async choose(css: string, files: readonly string[]): Promise<void> {
    const field = await this.#element(css);
    await this.#call(`element/${field}/value`, { text: files.join("\n") });
  }

  async select(css: string, value: string): Promise<void> {
    await this.#clickFound(
      `const [css, value] = arguments;
      const field = document.querySelector(css);
      field?.scrollIntoView({ block: "center" });
      return [...(field?.options ?? [])].find((option) => option.value === value) ?? null;`,
      [css, value],
    );
  }

  complaints(): null {
    return null;
  }

  async close(): Promise<void> {
    await this.#driver.call("DELETE", this.#session);
  }

  /** Clicks the element that the script finds and brings into view; in the middle, no bar of the page lies over it. */
  async #clickFound(script: string, args: readonly string[]): Promise<void> {
    const found = await this.#call("execute/sync", { script, args });
    if (found === null) throw new Error(`nothing to click: ${args.join(" ")}`);
    await this.#call(`element/${idOf(found)}/click`, {});
  }

  async #element(css: string): Promise<string> {
    return idOf(await this.#call("element", { using: "css selector", value: css }));
  }

  #call(path: string, body: unknown): Promise<unknown> {
    return this.#driver.call("POST", `${this.#session}/${path}`, body);
  }
}

/** WebDriver wraps the id of an element in an object with one well-known key. */
function idOf(element: unknown): string {
  const [id] = Object.values(element as Readonly<Record<string, string>>);
  if (id === undefined) throw new Error("no element");
  return id;
}
