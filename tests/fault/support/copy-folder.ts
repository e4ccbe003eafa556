import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from "node:fs";
import path from "node:path";

/** Sockets, locks and caches are nothing that a device would have to keep. */
const LEFT_OUT = /(^|\/)(Singleton\w+|lock|\.parentlock|Cache|GPUCache)(\/|$)/;

/** Copies a folder that may be in use, with the times of its files; what vanishes meanwhile is not in the copy. */
export function copyFolder(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const source = path.join(entry.parentPath, entry.name);
    const name = path.relative(from, source);
    if (!entry.isFile() || LEFT_OUT.test(name)) continue;
    const target = path.join(to, name);
    mkdirSync(path.dirname(target), { recursive: true });
    try {
      copyFileSync(source, target);
      const { atime, mtime } = statSync(source);
      utimesSync(target, atime, mtime);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
}
