import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { chromium, type Browser, type Page } from "playwright";
import { CHROMIUM_ARGS } from "../../../scripts/lib/browsers.mjs";

/** The two ways in which Chromium keeps IndexedDB on disk. */
export type BackEnd = "leveldb" | "sqlite";

export const FLAGS: Readonly<Record<BackEnd, readonly string[]>> = {
  leveldb: ["--disable-features=IdbSqliteOnDiskRollout"],
  sqlite: ["--enable-features=IdbSqliteOnDiskRollout:stage/UseSqliteForNewStores"],
};

/** A Chromium of its own process group on a profile that outlives it. */
export class KillableChromium {
  readonly profile: string;
  readonly #program: string;
  readonly #backEnd: BackEnd;
  #process: ChildProcess | null = null;
  #browser: Browser | null = null;

  constructor(program: string, backEnd: BackEnd) {
    this.#program = program;
    this.#backEnd = backEnd;
    this.profile = mkdtempSync(path.join(tmpdir(), "clientele-profile-"));
  }

  /** Starts on the profile and opens `url`. */
  async start(url: string): Promise<Page> {
    const portFile = path.join(this.profile, "DevToolsActivePort");
    rmSync(portFile, { force: true });
    this.#process = spawn(
      this.#program,
      [
        "--headless=new",
        "--remote-debugging-port=0",
        `--user-data-dir=${this.profile}`,
        ...FLAGS[this.#backEnd],
        ...CHROMIUM_ARGS,
        "about:blank",
      ],
      { detached: true, stdio: "ignore" },
    );
    this.#browser = await chromium.connectOverCDP(await endpointIn(portFile));
    const context = this.#browser.contexts()[0];
    if (context === undefined) throw new Error("the browser has no context");
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(url);
    return page;
  }

  /** SIGKILL to the whole group, without any warning. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (child?.pid === undefined) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    process.kill(-child.pid, "SIGKILL");
    await gone;
    this.#process = null;
    await this.#browser?.close().catch(() => undefined);
  }

  /** Kills it if need be and removes the profile. */
  async dispose(): Promise<void> {
    await this.kill();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function endpointIn(portFile: string): Promise<string> {
  for (let i = 0; i < 400; i++) {
    if (existsSync(portFile)) {
      const [port, route] = readFileSync(portFile, "utf8").split("\n");
      if (route !== undefined && route !== "") return `ws://127.0.0.1:${port}${route}`;
    }
    await pause(25);
  }
  throw new Error("the browser did not open its debugging port within ten seconds");
}
