import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright";
import { findChromium } from "../../scripts/lib/browsers.mjs";

const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser with an empty profile on disk: IndexedDB in a private window is memory, which would flatter us. */
export async function launchChromium() {
  const profile = await mkdtemp(join(tmpdir(), "clientele-bench-"));
  const args = process.getuid?.() === 0 ? [...QUIET, "--no-sandbox"] : QUIET;
  const executablePath = await findChromium();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args,
    locale: "zh-CN",
    viewport: { width: 1366, height: 768 },
  });
  return {
    context,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
