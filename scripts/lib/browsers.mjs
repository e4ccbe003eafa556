// Where the browsers are. No path of any machine is written here: variable, then PATH.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

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

/** @param {string} variable @param {readonly string[]} names */
function find(variable, names) {
  const given = process.env[variable];
  if (given) return given;
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
export const findWebKitDriver = () => find("CLIENTELE_WEBKIT_DRIVER", ["WebKitWebDriver"]);
export const findXvfb = () => onPath("xvfb-run");
