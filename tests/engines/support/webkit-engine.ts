import { findWebKit, type WebKitPrograms } from "../../../scripts/lib/browsers.mjs";
import { aim, hasHit, isReadyField, selectedValue, type Aim } from "./webkit-aim";
import { expressionOf, type Engine, type EnginePage, type PageCode, type Target } from "./engine";
import { WebDriver } from "./webdriver";

/** Longest that a script in the page may take. */
const SCRIPT_PATIENCE_MS = 120_000;

/** Longest that an element may take to be there, enabled and at rest. */
const ACTION_PATIENCE_MS = 60_000;
/** The page changed between looking and clicking: worth another look. */
const REFUSED = /stale element|not interactable|click intercepted|no such element/;

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

  /**
   * As Playwright clicks in the other two engines: once the element is visible, enabled and at rest, and again when the
   * page moved under the pointer all the same. What another element would have got of such a click is taken away.
   */
  async click({ css, text }: Target): Promise<void> {
    await this.#until(`clicks ${css} ${text?.source ?? ""}`, async () => {
      const found = await this.#aimAt(css, text?.source ?? "");
      if (found === null) return false;
      // refused when the element has gone or something lies over it by now
      const isClicked = await this.#isDone(`element/${found}/click`, {});
      return (await this.run(hasHit)) && isClicked;
    });
  }

  async choose(css: string, files: readonly string[]): Promise<void> {
    await this.#until(`has ${css}`, () => this.run(isReadyField, css));
    const field = await this.#element(css);
    await this.#call(`element/${field}/value`, { text: files.join("\n") });
  }

  async select(css: string, value: string): Promise<void> {
    await this.#until(`selects ${value} of ${css}`, async () => {
      const option = await this.#call("execute/sync", {
        script: `const [css, value] = arguments;
        const field = document.querySelector(css);
        if (field === null || field.disabled) return null;
        field.scrollIntoView({ block: "center" });
        return [...field.options].find((option) => option.value === value) ?? null;`,
        args: [css, value],
      });
      if (option === null || !(await this.#isDone(`element/${idOf(option)}/click`, {})))
        return false;
      return (await this.run(selectedValue, css)) === value;
    });
  }

  complaints(): null {
    return null;
  }

  async close(): Promise<void> {
    await this.#driver.call("DELETE", this.#session);
  }

  /** @returns the element's id once the page says that it is at rest; null when it is not there or may not be clicked */
  async #aimAt(css: string, text: string): Promise<string | null> {
    const aimed: Aim = await this.run(aim, css, text);
    if (aimed !== "at rest") return null;
    const script = "return globalThis.clickTarget ?? null;";
    const found = await this.#call("execute/sync", { script, args: [] });
    return found === null ? null : idOf(found);
  }

  /** Repeats an attempt until it succeeds. */
  async #until(what: string, attempt: () => Promise<boolean>): Promise<void> {
    const deadlineMs = performance.now() + ACTION_PATIENCE_MS;
    while (!(await attempt())) {
      if (performance.now() > deadlineMs) throw new Error(`WebKitGTK never ${what}`);
    }
  }

  async #isDone(path: string, body: unknown): Promise<boolean> {
    try {
      await this.#call(path, body);
      return true;
    } catch (error) {
      if (error instanceof Error && REFUSED.test(error.message)) return false;
      throw error;
    }
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
