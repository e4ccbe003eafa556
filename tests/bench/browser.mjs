import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright";
import { CHROMIUM_ARGS, findChromium } from "../../scripts/lib/browsers.mjs";

/** A browser with an empty profile on disk: IndexedDB in a private window is memory, which would flatter us. */
export async function launchChromium() {
  const profile = await mkdtemp(join(tmpdir(), "clientele-bench-"));
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("no Chromium was found: set CLIENTELE_CHROMIUM");
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: CHROMIUM_ARGS,
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
