// The name of a build: a digest of all that goes into it, so the same sources give the same bytes.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

const INPUTS = [
  "index.html",
  "package-lock.json",
  "public",
  "scripts/build",
  "src",
  "svelte.config.js",
  "vite.config.ts",
];

/** @param {string} path @returns {string[]} */
function filesOf(path) {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.(test\.ts|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * Twelve hexadecimal digits that change when, and only when, an input of the build changes.
 *
 * @param {string} root the project's folder
 */
export function sourceBuildId(root) {
  const digest = createHash("sha256");
  for (const input of INPUTS) {
    const path = join(root, input);
    const files = /\.[a-z]+$/.test(input) ? [path] : filesOf(path);
    for (const file of files) {
      digest.update(relative(root, file).split(sep).join("/")).update("\0");
      digest.update(readFileSync(file)).update("\0");
    }
  }
  return digest.digest("hex").slice(0, 12);
}
