import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { chartTheme } from "./theme";

type Rgb = readonly [number, number, number];
const SCHEMES = ["light", "dark"] as const;
type Scheme = (typeof SCHEMES)[number];

const css = readFileSync("src/page/ui/tokens.css", "utf8");

/** The colour of a token in a scheme, as tokens.css has it. */
function token(name: string, scheme: Scheme): Rgb {
  const value = new RegExp(`${name}: ([^;]+);`).exec(css)?.[1] ?? "";
  const pair = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/.exec(value);
  const hex = (scheme === "light" ? pair?.[1] : pair?.[2]) ?? "";
  expect(hex, `${name} in ${scheme}`).toMatch(/^#/);
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}

const linear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const encoded = (v: number): number =>
  v <= 0.0031308 ? 12.92 * Math.max(v, 0) : 1.055 * Math.min(v, 1) ** (1 / 2.4) - 0.055;

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: Rgb, b: Rgb): number {
  const luminance = ([r, g, b]: Rgb): number =>
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const [x, y] = [luminance(a) + 0.05, luminance(b) + 0.05];
  return Math.max(x, y) / Math.min(x, y);
}

/** Björn Ottosson, 2020, and back: what `color-mix(in oklab, …)` does. */
function mixed(a: Rgb, b: Rgb, part: number): Rgb {
  const lab = (rgb: Rgb): Rgb => {
    const [r, g, b] = rgb.map(linear) as [number, number, number];
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return [
      0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    ];
  };
  const [from, to] = [lab(b), lab(a)];
  const at = (i: 0 | 1 | 2): number => from[i] + (to[i] - from[i]) * part;
  const [x, y, z] = [at(0), at(1), at(2)];
  const l = (x + 0.3963377774 * y + 0.2158037573 * z) ** 3;
  const m = (x - 0.1055613458 * y - 0.0638541728 * z) ** 3;
  const s = (x - 0.0894841775 * y - 1.291485548 * z) ** 3;
  return [
    encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encoded(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

describe("the ramp of heat maps", () => {
  it.each(SCHEMES)("carries text of at least 4.5:1 at every share, %s", (scheme) => {
    for (let percent = 0; percent <= 100; percent++) {
      const share = percent / 100;
      expect(chartTheme.ramp(share)).toBe(
        `color-mix(in oklab, var(--accent) ${percent}%, var(--ramp-floor))`,
      );
      const field = mixed(token("--accent", scheme), token("--ramp-floor", scheme), share);
      const name = /^var\((.+)\)$/.exec(chartTheme.onRamp(share))?.[1] ?? "";
      const ratio = contrast(token(name, scheme), field);
      expect(ratio, `${name} at ${percent}% in ${scheme}`).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe("the colours of text", () => {
  const plain = ["--paper", "--surface", "--hover"];
  const pairs: readonly (readonly [text: string, ...on: string[]])[] = [
    ["--ink", ...plain],
    ["--ink-2", ...plain],
    ["--accent", "--paper", "--surface", "--accent-soft"],
    ["--good", "--paper", "--surface", "--good-soft"],
    ["--watch", "--paper", "--surface", "--watch-soft"],
    ["--bad", "--paper", "--surface", "--bad-soft"],
    ["--on-accent", "--accent"],
    ["--on-grade-a", "--grade-a"],
    ["--on-grade-b", "--grade-b"],
    ["--on-grade-c", "--grade-c"],
  ];
  it.each(SCHEMES)("reach 4.5:1 on what they stand on, %s", (scheme) => {
    for (const [text, ...grounds] of pairs) {
      for (const ground of grounds) {
        const ratio = contrast(token(text, scheme), token(ground, scheme));
        expect(ratio, `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});
