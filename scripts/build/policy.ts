import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const require = createRequire(import.meta.url);

/** The `<style>` texts that Observable Plot puts into every figure and legend, with its default class name. */
export function plotStyles(): readonly string[] {
  const folder = dirname(require.resolve("@observablehq/plot"));
  const source = (file: string): string => readFileSync(join(folder, file), "utf8");
  const className = /defaultClassName = "([^"]+)"|return "(plot-[0-9a-z]+)"/.exec(
    source("style.js"),
  );
  const name = className?.[1] ?? className?.[2];
  if (name === undefined) throw new Error("Observable Plot no longer names its default class");
  return ["plot.js", "legends/ramp.js", "legends/swatches.js"].map((file) => {
    const text = /(?:append\("style"\)|insert\("style", "\*"\))\.text\(\s*`([^`]*)`/.exec(
      source(file),
    );
    if (text?.[1] === undefined)
      throw new Error(`Observable Plot has no style in ${file} any more`);
    return text[1].replaceAll("${className}", name);
  });
}

/** `'sha256-…'` of a style's text, as a Content-Security-Policy source. */
export function styleHash(text: string): string {
  return `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
}

/** The policy of the page; the `<meta>` element, the server and the service worker all carry this one. */
export function contentSecurityPolicy(): string {
  const styles = plotStyles().map(styleHash).join(" ");
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${styles}`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types svelte-trusted-html app-worker-url",
  ].join("; ");
}

/** Puts the policy into the built page as the first element of its head, before anything that it governs. */
export function policyPlugin(): Plugin {
  return {
    name: "clientele:policy",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (html) => {
        const meta = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy()}">`;
        return html.replace(/<head>\s*/, `<head>\n    ${meta}\n    `);
      },
    },
  };
}
