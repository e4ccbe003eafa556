import { expect, test, type Page } from "@playwright/test";
import { CHANNELS } from "../support/channels";
import { PROBE_PORT } from "./support/addresses";
import { openSinkhole, type Sinkhole } from "./support/sinkhole";

// The sinkhole of this file stands at another port of localhost, so another origin; hits by the open channels are
// expected here, unlike in the sinkhole of the whole run.
const SINK = `localhost:${PROBE_PORT}`;

/** Bytes that arrived. A connection without a byte is Chromium's guess ahead of a frame; it says nothing. */
const payloads = (hits: readonly string[], from: number): string[] =>
  hits.slice(from).filter((hit) => hit !== "tcp");

/** Runs page code and answers with the directive of the first violation that it causes. */
async function violationOf(page: Page, attempt: (sink: string) => unknown): Promise<string> {
  return await page.evaluate(
    async ([source, sink]) => {
      const violated = new Promise<string>((resolve) => {
        document.addEventListener("securitypolicyviolation", (event) => {
          resolve(event.effectiveDirective);
        });
      });
      // Chromium evaluates this test code outside of the page's policy; what it then does is bound by it.
      // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- see above
      new Function("sink", `(${source})(sink)`)(sink);
      return await violated;
    },
    [attempt.toString(), SINK] as const,
  );
}

// One worker, one sinkhole.
test.describe.configure({ mode: "default" });

test.describe("Content-Security-Policy of the built page", () => {
  let sinkhole: Sinkhole;

  test.beforeAll(async () => {
    sinkhole = await openSinkhole(PROBE_PORT);
  });
  test.afterAll(async () => {
    await sinkhole.close();
  });

  for (const [name, attempt] of Object.entries(CHANNELS)) {
    test(`refuses ${name}`, async ({ page }) => {
      const before = sinkhole.hits.length;
      await page.goto("./");
      expect(await violationOf(page, attempt)).toMatch(
        /^(connect|img|frame|style|default|form|script|font|media|prefetch)-/,
      );
      expect(payloads(sinkhole.hits, before)).toEqual([]);
    });
  }

  test("binds the app's own workers (F1)", async ({ page }) => {
    const before = sinkhole.hits.length;
    await page.goto("./");
    const csv = "客户,日期,金额\n甲,2024-01-05,100\n";
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name: "orders.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    await expect.poll(() => page.workers().length).toBeGreaterThan(0);
    for (const worker of page.workers()) {
      const outcome = await worker.evaluate(
        (sink) =>
          Promise.all([
            fetch(`http://${sink}/worker`).then(
              () => "answered",
              () => "refused",
            ),
            import(/* @vite-ignore */ `http://${sink}/worker.js`).then(
              () => "answered",
              () => "refused",
            ),
          ]),
        SINK,
      );
      expect(outcome).toEqual(["refused", "refused"]);
    }
    expect(payloads(sinkhole.hits, before)).toEqual([]);
  });

  test("cannot hold a window that is opened, so the code may not open one (lint)", async ({
    page,
  }) => {
    const before = sinkhole.hits.length;
    await page.goto("./");
    await page.evaluate((sink) => void window.open(`http://${sink}/open`), SINK);
    await expect.poll(() => sinkhole.hits.slice(before).join()).toContain("/open");
  });

  test("cannot hold WebRTC in Chromium, so the code may not name it (lint)", async ({ page }) => {
    const before = sinkhole.hits.length;
    await page.goto("./");
    await page.evaluate(async (sink) => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${sink}` }] });
      peer.createDataChannel("probe");
      await peer.setLocalDescription(await peer.createOffer());
    }, SINK);
    await expect.poll(() => sinkhole.hits.slice(before).join()).toContain("udp");
  });
});
