import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";

const LOCAL_SCHEMES = /^(blob|data|about|chrome-error):/;

/** What a healthy page never does; collected for every page and worker of a test. */
export class Conduct {
  readonly foreignRequests: string[] = [];
  readonly complaints: string[] = [];
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  watch(context: BrowserContext): void {
    context.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(this.#origin) && !LOCAL_SCHEMES.test(url)) this.foreignRequests.push(url);
    });
    context.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") {
        this.complaints.push(`${message.type()}: ${message.text()}`);
      }
    });
    context.on("weberror", (error) => this.complaints.push(`uncaught: ${String(error.error())}`));
  }
}

interface Fixtures {
  /** Asserted after every test: own-origin requests only, no error or warning in any console. */
  readonly conduct: Conduct;
}

/** Playwright's `test` with the watch on what leaves and what complains; every spec uses this one. */
export const test = base.extend<Fixtures>({
  conduct: [
    async ({ context, baseURL }, use) => {
      const conduct = new Conduct(new URL(baseURL ?? "").origin);
      conduct.watch(context);
      await use(conduct);
      expect(conduct.foreignRequests, "requests to other origins").toEqual([]);
      expect(conduct.complaints, "errors and warnings in a console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Asserts that axe finds nothing wrong on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(" | ")}`);
  expect(found, "axe").toEqual([]);
}
