// Finds the browsers of the tests, or installs them: variable, PATH, the distribution's packages; Chromium at last as
// Playwright's own download.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { findChromium, findFirefox, findWebKit } from "./browsers.mjs";

const ROOT = join(import.meta.dirname, "..", "..");

/** What Debian and its relatives call them. MiniBrowser comes with the library that the driver pulls in. */
const CHROMIUM = {
  name: "Chromium",
  find: findChromium,
  variable: "CLIENTELE_CHROMIUM",
  packages: ["chromium"],
};
const OTHERS = [
  {
    name: "Firefox",
    find: findFirefox,
    variable: "CLIENTELE_FIREFOX",
    packages: ["firefox-esr"],
  },
  {
    name: "WebKitGTK",
    find: findWebKit,
    variable: "CLIENTELE_WEBKIT_DRIVER",
    packages: ["webkit2gtk-driver", "libwebkit2gtk-4.1-0", "xvfb", "xauth"],
  },
];

function runs(program, args) {
  const run = spawnSync(program, args, { cwd: ROOT, stdio: "ignore" });
  return run.status === 0;
}

const canUseApt = () =>
  process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

let areListsFresh = false;

/** @param {readonly string[]} packages */
function installWithApt(packages) {
  const install = () => runs("apt-get", ["install", "-y", "--no-install-recommends", ...packages]);
  if (install()) return true;
  if (areListsFresh) return false;
  areListsFresh = true;
  return runs("apt-get", ["update"]) && install();
}

/** Playwright's own download; it is used when no path is given. */
async function hasPlaywrightsOwn() {
  const { chromium } = await import("playwright");
  return existsSync(chromium.executablePath());
}

async function ensurePlaywrights() {
  if (await hasPlaywrightsOwn()) return true;
  console.log("Downloading Playwright's Chromium …");
  const cli = join(ROOT, "node_modules", "playwright", "cli.js");
  return runs(process.execPath, [cli, "install", "chromium"]);
}

/** Why an engine is missing, for the summary. */
function reasonFor({ name, variable, packages }) {
  if (process.env[variable]) return `${name}: ${variable} names no program`;
  if (canUseApt()) return `${name}: the distribution does not offer ${packages[0]}`;
  return `${name}: install ${packages.join(" ")}, or name the program in ${variable}`;
}

function ensureWithApt({ find, variable, packages }) {
  // A variable that names no program means: do without this one.
  if (find() !== null || process.env[variable] || !canUseApt()) return;
  console.log(`Installing ${packages.join(" ")} with the distribution's packages …`);
  installWithApt(packages);
}

/**
 * Looks for all three engines and installs what is missing where that needs nobody's consent: apt as root.
 *
 * @returns {Promise<{ hasChromium: boolean, missing: { name: string, reason: string }[] }>} `missing`: engines other
 *   than Chromium
 */
export async function ensureBrowsers() {
  if (!(await hasPlaywrightsOwn())) ensureWithApt(CHROMIUM);
  for (const engine of OTHERS) ensureWithApt(engine);
  const missing = OTHERS.filter(({ find }) => find() === null);
  return {
    hasChromium: findChromium() !== null || (await ensurePlaywrights()),
    missing: missing.map((engine) => ({ name: engine.name, reason: reasonFor(engine) })),
  };
}
