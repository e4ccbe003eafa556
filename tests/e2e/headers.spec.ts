import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./support/test";
import { DIST } from "../../scripts/lib/built.mjs";
import { waitUntilInstalled } from "./support/offline";

test.describe("the built page", () => {
  const html = readFileSync(join(DIST, "index.html"), "utf8");

  test("has the policy as the first element of its head and the charset within the first kilobyte", () => {
    expect(html).toMatch(/<head>\s*<meta http-equiv="Content-Security-Policy"/);
    expect(html.indexOf("<meta charset")).toBeGreaterThan(0);
    expect(Buffer.byteLength(html.slice(0, html.indexOf("<meta charset")))).toBeLessThan(990);
  });

  test("names no other origin and runs no inline script", () => {
    expect(html).not.toMatch(/https?:\/\//);
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
  });

  test("is served by npm start with the policy and the security headers", async ({ request }) => {
    const headers = (await request.get("./")).headers();
    expect(headers["content-security-policy"]).toContain("connect-src 'none'");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
  });

  test("is stored for use off-line under npm start, whose policy binds the service worker too", async ({
    page,
    request,
  }) => {
    const { "content-security-policy": policy } = (
      await request.get("./service-worker.js")
    ).headers();
    expect(policy).toContain("connect-src 'self'");
    await page.goto("./");
    await waitUntilInstalled(page);
  });

  test("is not served outside of its folder", async ({ request }) => {
    for (const path of [
      "/..%2fpackage.json",
      "/%2e%2e/package.json",
      "/assets/..%2f..%2fpackage.json",
    ]) {
      expect((await request.get(path)).status()).toBe(404);
    }
  });
});
