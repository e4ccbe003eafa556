import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  type Dirent,
} from "node:fs";
import path from "node:path";

/** Sockets, locks and caches are nothing that a device would have to keep. */
const LEFT_OUT = /(^|\/)(Singleton\w+|lock|\.parentlock|Cache|GPUCache)(\/|$)/;

/** Copies a folder that may be in use, with the times of its files; what vanishes meanwhile is not in the copy. */
export function copyFolder(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  mkdirSync(to, { recursive: true });
  for (const source of filesIn(from)) {
    const name = path.relative(from, source);
    if (LEFT_OUT.test(name)) continue;
    const target = path.join(to, name);
    mkdirSync(path.dirname(target), { recursive: true });
    unlessGone(() => {
      copyFileSync(source, target);
      const { atime, mtime } = statSync(source);
      utimesSync(target, atime, mtime);
    });
  }
}

/** Folder by folder: listing all of them at once fails when one of them vanishes. */
function filesIn(folder: string): readonly string[] {
  let entries: readonly Dirent[] = [];
  unlessGone(() => {
    entries = readdirSync(folder, { withFileTypes: true });
  });
  return entries.flatMap((entry) => {
    const inside = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(inside);
    return entry.isFile() ? [inside] : [];
  });
}

function unlessGone(step: () => void): void {
  try {
    step();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
