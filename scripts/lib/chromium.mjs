// Finds a Chromium for the tests, or installs one: variable, PATH, the distribution's package, Playwright's own.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "./browsers.mjs";

const ROOT = join(import.meta.dirname, "..", "..");

function runs(program, args) {
  const run = spawnSync(program, args, { cwd: ROOT, stdio: "ignore" });
  return run.status === 0;
}

function installWithApt() {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get"))
    return false;
  console.log("Installing Chromium with the distribution's packages …");
  const install = () => runs("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
  return install() || (runs("apt-get", ["update"]) && install());
}

/** Playwright's own download; it is used when no path is given. */
async function hasPlaywrightsOwn() {
  const { chromium } = await import("playwright");
  return existsSync(chromium.executablePath());
}

/** @returns {Promise<boolean>} whether the browser tests can run */
export async function ensureChromium() {
  if (findChromium() !== null || (await hasPlaywrightsOwn())) return true;
  if (installWithApt() && findChromium() !== null) return true;
  console.log("Downloading Playwright's Chromium …");
  const cli = join(ROOT, "node_modules", "playwright", "cli.js");
  return runs(process.execPath, [cli, "install", "chromium"]);
}
