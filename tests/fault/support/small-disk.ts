import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Firefox gives an origin a tenth of the disk, and an import asks for a reserve of 50 MB. */
const SIZE = "800m";

/** A disk in memory that is small enough to be filled. */
export class SmallDisk {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** @returns null where this process may not mount one */
  static mount(): SmallDisk | null {
    const folder = mkdtempSync(path.join(tmpdir(), "clientele-disk-"));
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${SIZE}`, "tmpfs", folder]);
    if (mounted.status === 0) return new SmallDisk(folder);
    rmSync(folder, { recursive: true });
    return null;
  }

  /** Fills it up to so many bytes. */
  leave(freeBytes: number): void {
    this.clear();
    const { bavail, bsize } = statfsSync(this.folder);
    const length = Math.max(1, bavail * bsize - freeBytes);
    const filled = spawnSync("fallocate", ["--length", String(length), this.#ballast]);
    if (filled.status !== 0) throw new Error(`the disk was not filled: ${String(filled.stderr)}`);
  }

  /** Gives the room back. */
  clear(): void {
    rmSync(this.#ballast, { force: true });
  }

  unmount(): void {
    // lazily: a process that was killed may hold a file for a moment longer
    spawnSync("umount", ["-l", this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  get #ballast(): string {
    return path.join(this.folder, "ballast");
  }
}
