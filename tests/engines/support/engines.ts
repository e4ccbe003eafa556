import { findFirefox, findWebKit } from "../../../scripts/lib/browsers.mjs";
import type { Engine } from "./engine";
import { startChromium, startFirefox } from "./playwright-engine";
import { startWebKit } from "./webkit-engine";

export interface EngineChoice {
  readonly name: "Chromium" | "Firefox" | "WebKitGTK";
  /** Chromium is a must: without it the tests fail. */
  readonly isHere: boolean;
  readonly start: () => Promise<Engine>;
}

export const ENGINES: readonly EngineChoice[] = [
  { name: "Chromium", isHere: true, start: startChromium },
  { name: "Firefox", isHere: findFirefox() !== null, start: startFirefox },
  { name: "WebKitGTK", isHere: findWebKit() !== null, start: startWebKit },
];
