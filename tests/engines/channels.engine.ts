import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSinkhole, type Sinkhole } from "../e2e/support/sinkhole";
import { CHANNELS } from "../support/channels";
import type { AppServer } from "./support/app-server";
import type { Engine } from "./support/engine";
import { ENGINES, type EngineChoice } from "./support/engines";
import { startPolicyPage } from "./support/policy-page";

declare global {
  /** Directives that the page has seen violated. */
  var violated: string[] | undefined;
}

/** Channels that an engine does not have, or not by default: nothing is refused because nothing is tried. */
const LACKING: Readonly<Record<EngineChoice["name"], readonly string[]>> = {
  Chromium: [],
  Firefox: ["ping"],
  WebKitGTK: ["prefetch"],
};
const PATIENCE_MS = 15_000;

/** Chromium's are in tests/e2e, where a sinkhole stands behind every other host too. */
const OTHERS = ENGINES.filter(({ name }) => name !== "Chromium");

describe.each(OTHERS)("the policy of the built page in $name", ({ name, isHere, start }) => {
  let engine: Engine;
  /** The page without the app: a service worker that takes over, or a route, would be another reason for what is seen. */
  let host: AppServer;
  let sinkhole: Sinkhole;

  beforeAll(async () => {
    if (!isHere) return;
    host = await startPolicyPage();
    sinkhole = await openSinkhole(0);
    engine = await start();
  });
  afterAll(async () => {
    if (!isHere) return;
    await engine.close();
    await host.stop();
    await sinkhole.close();
  });

  const sink = (): string => `localhost:${sinkhole.port}`;

  it.skipIf(!isHere)("refuses every channel that the engine has (F2, G12)", async () => {
    let page = await engine.newPage();
    for (const [channel, attempt] of Object.entries(CHANNELS)) {
      await page.open(host.url);
      await page.run(noteViolations);
      // a constructor may throw what another engine tells by an event
      const thrown = await page.run(attempt, sink()).then(() => "", String);
      if (LACKING[name].includes(channel)) continue;
      const message = `${channel} ${thrown}`;
      await expect
        .poll(() => page.run(directivesViolated), { timeout: PATIENCE_MS, message })
        .toMatch(/^(connect|img|frame|child|style|default|form|script|font|media|prefetch)-/);
      if (channel !== "form") continue;
      // a form that was refused keeps Firefox from opening another address in that page
      await page.close();
      page = await engine.newPage();
    }
    await page.close();
    await expectOnlyControl();
  });

  it.skipIf(!isHere)("binds a worker made of a blob, as the app's are (F1)", async () => {
    const page = await engine.newPage();
    await page.open(host.url);
    expect(await page.run(tryInWorker, sink())).toEqual(["refused", "refused", "refused"]);
    await page.close();
    await expectOnlyControl();
  });

  /** Leads a page to the sinkhole, which nothing may forbid: what was under way before has arrived by then. */
  async function expectOnlyControl(): Promise<void> {
    const control = `/control-${sinkhole.hits.length}`;
    const page = await engine.newPage();
    try {
      // an answer without content is no navigation for some engines
      await page.open(`http://${sink()}${control}`).catch(() => undefined);
      await expect.poll(() => sinkhole.hits.join(), { timeout: PATIENCE_MS }).toContain(control);
    } finally {
      await page.close();
    }
    const foreign = sinkhole.hits.filter((hit) => hit !== "tcp" && !hit.includes("/control-"));
    expect(foreign, "what has reached the sinkhole").toEqual([]);
  }
});

function directivesViolated(): string {
  return (globalThis.violated ?? []).join();
}

function noteViolations(): void {
  const seen: string[] = [];
  globalThis.violated = seen;
  document.addEventListener("securitypolicyviolation", (event) => {
    seen.push(event.effectiveDirective);
  });
}

function tryInWorker(sink: string): Promise<readonly string[]> {
  const source = `
    const told = (attempt) => attempt.then(() => "answered", () => "refused");
    const socket = () => new Promise((resolve, reject) => {
      const opened = new WebSocket("ws://${sink}/worker-socket");
      opened.onopen = resolve;
      opened.onerror = reject;
    });
    Promise.all([
      told(fetch("http://${sink}/worker", { mode: "no-cors" })),
      told(import("http://${sink}/worker.js")),
      told(Promise.resolve().then(socket)),
    ]).then((outcome) => postMessage(outcome));`;
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(url, { type: "module" });
  return new Promise((resolve, reject) => {
    worker.onmessage = (event: MessageEvent<readonly string[]>) => {
      resolve(event.data);
    };
    worker.onerror = (event) => {
      reject(new Error(event.message));
    };
  });
}
