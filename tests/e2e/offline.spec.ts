import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync, readdirSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect, type BrowserContext } from "@playwright/test";
import { DIST } from "../../scripts/lib/built.mjs";
import { AppPage } from "./pages/app-page";
import { waitUntilInstalled } from "./support/offline";
import { startPlainHost, type PlainHost } from "./support/plain-host";
import { Conduct } from "./support/test";

const BELOW = "/tools/clientele/";

interface Fixtures {
  /** A folder that is published; tests may publish another build into it. */
  readonly published: { folder: string };
  readonly host: PlainHost;
}

const test = base.extend<Fixtures>({
  published: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "clientele-dist-"));
    cpSync(DIST, folder, { recursive: true });
    await use({ folder });
    rmSync(folder, { recursive: true });
  },
  host: async ({ published }, use) => {
    const host = await startPlainHost(() => published.folder, BELOW);
    await use(host);
    await host.stop();
  },
});

function watch(context: BrowserContext, host: PlainHost): Conduct {
  const conduct = new Conduct(new URL(host.url).origin);
  conduct.watch(context);
  return conduct;
}

/** Publishes another version: the page's title differs, and the service worker lists the new page. */
function publishNextVersion(folder: string): void {
  const pageFile = join(folder, "index.html");
  const workerFile = join(folder, "service-worker.js");
  const digest = (text: string): string => createHash("sha256").update(text).digest("base64");
  const before = readFileSync(pageFile, "utf8");
  const after = before.replace("<title>", "<title>next ");
  const [oldDigest, newDigest] = [digest(before), digest(after)];
  const worker = readFileSync(workerFile, "utf8")
    .replace(oldDigest, newDigest)
    .replace(oldDigest.slice(0, 16), newDigest.slice(0, 16));
  writeFileSync(pageFile, after);
  writeFileSync(workerFile, worker);
}

test.describe("the app below a path of a plain static host", () => {
  test("imports the demo and opens every page after the host is gone", async ({
    page,
    context,
    host,
  }) => {
    const conduct = watch(context, host);
    const app = new AppPage(page);
    await page.goto(host.url);
    await app.main.waitFor();
    await waitUntilInstalled(page);
    await host.stop();
    await page.reload();
    await app.main.waitFor();
    await page.getByRole("button", { name: "打开演示" }).click();
    await expect(app.main.locator("figure svg, svg[class^=plot]").first()).toBeVisible({
      timeout: 45_000,
    });
    const routes = await app.routes();
    expect(routes.length).toBeGreaterThan(3);
    for (const route of routes) {
      await page.goto(`${host.url}#${route}`);
      await expect(app.heading.first()).toBeVisible();
    }
    expect(conduct.foreignRequests).toEqual([]);
    expect(conduct.complaints).toEqual([]);
  });

  test("adds the security headers to its own files once it controls the page", async ({
    page,
    host,
  }) => {
    await page.goto(host.url);
    await waitUntilInstalled(page);
    const response = await page.reload();
    const headers = response?.headers() ?? {};
    expect(response?.fromServiceWorker()).toBe(true);
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  test("shows nothing but a link to itself in another page's frame (T15)", async ({
    page,
    host,
    published,
  }) => {
    writeFileSync(join(published.folder, "frame.html"), '<iframe src="./"></iframe>');
    await page.goto(`${host.url}frame.html`);
    const framed = page.frameLocator("iframe");
    await expect(framed.getByRole("link")).toHaveAttribute("target", "_top");
    await expect(framed.getByRole("main")).toHaveCount(0);
  });

  test("keeps the version in use when a file of the new one is altered (T14)", async ({
    page,
    host,
    published,
  }) => {
    await page.goto(host.url);
    await waitUntilInstalled(page);
    await page.reload();
    publishNextVersion(published.folder);
    const [script = ""] = readdirSync(join(published.folder, "assets")).filter((name) =>
      name.endsWith(".js"),
    );
    writeFileSync(join(published.folder, "assets", script), "void 0;");
    writeFileSync(join(published.folder, "index.html"), "altered");
    const state = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update().catch(() => undefined);
      const { installing } = registration;
      if (installing === null) return "none";
      return await new Promise<string>((resolve) => {
        installing.addEventListener("statechange", () => {
          resolve(installing.state);
        });
      });
    });
    expect(state).toBe("redundant");
    await page.reload();
    await expect(page.getByRole("main")).toBeVisible();
  });

  test("changes to a new version on the user's click only (R42)", async ({
    page,
    host,
    published,
  }) => {
    await page.goto(host.url);
    await waitUntilInstalled(page);
    await page.reload();
    publishNextVersion(published.folder);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const prompt = page.getByRole("button", { name: /新版本|更新/ });
    await expect(prompt).toBeVisible();
    await expect(page).not.toHaveTitle(/^next /);
    await prompt.click();
    // Taking over reloads the page, so the question has to survive a navigation.
    await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting === null);
    await expect
      .poll(async () => await (await page.request.get(host.url)).text())
      .toContain("next ");
  });
});
