// npm run icons: draws the PNG icons from public/icons/mark.svg with the Chromium that the tests use.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";
import { CHROMIUM_ARGS, findChromium } from "./lib/browsers.mjs";

const FOLDER = join(import.meta.dirname, "..", "public", "icons");
const mark = readFileSync(join(FOLDER, "mark.svg"), "utf8");
const ICONS = [
  { file: "icon-192.png", size: 192, svg: mark },
  { file: "icon-512.png", size: 512, svg: mark },
  // A mask may cut to a circle of 80 %: colour to the edge, the drawing inside the safe zone.
  {
    file: "maskable-512.png",
    size: 512,
    svg: mark
      .replace('viewBox="0 0 64 64"', 'viewBox="-8 -8 80 80"')
      .replace(/<rect [^>]*>/, '<rect x="-8" y="-8" width="80" height="80" fill="#17627a"/>'),
  },
];

const executablePath = findChromium();
const browser = await chromium.launch({
  args: CHROMIUM_ARGS,
  ...(executablePath === null ? {} : { executablePath }),
});
const page = await browser.newPage();
for (const { file, size, svg } of ICONS) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${svg}`);
  await page.screenshot({ path: join(FOLDER, file), omitBackground: true });
}
await browser.close();
