// Where the browsers are. No path of any machine is written here: variable, then PATH.
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";

/** What a browser for tests must not do: talk to anybody, need a sandbox inside a container. */
export const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @param {string} name */
function onPath(name) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // not in this folder
    }
  }
  return null;
}

/** A variable that names no program means: do without this one. @param {string} variable @param {readonly string[]} names */
function find(variable, names) {
  const given = process.env[variable];
  if (given) return existsSync(given) ? given : null;
  for (const name of names) {
    const file = onPath(name);
    if (file !== null) return file;
  }
  return null;
}

export const findChromium = () =>
  find("CLIENTELE_CHROMIUM", [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
  ]);
export const findFirefox = () => find("CLIENTELE_FIREFOX", ["firefox-esr", "firefox"]);

/** Debian keeps MiniBrowser below the library directory of the machine's architecture. */
function bundledMiniBrowser() {
  const libraries = resolve("/", "usr", "lib");
  if (!existsSync(libraries)) return null;
  const candidates = readdirSync(libraries).map((name) =>
    join(libraries, name, "webkit2gtk-4.1", "MiniBrowser"),
  );
  return candidates.find((candidate) => existsSync(candidate)) ?? null;
}

/** WebKitGTK for tests is three programs: its driver, MiniBrowser, and a display to draw on. */
export function findWebKit() {
  const driver = find("CLIENTELE_WEBKIT_DRIVER", ["WebKitWebDriver"]);
  const browser = process.env.CLIENTELE_MINI_BROWSER
    ? find("CLIENTELE_MINI_BROWSER", [])
    : (onPath("MiniBrowser") ?? bundledMiniBrowser());
  const display = find("CLIENTELE_XVFB_RUN", ["xvfb-run"]);
  if (driver === null || browser === null || display === null) return null;
  return { driver, browser, display };
}
