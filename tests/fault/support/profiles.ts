import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { inject } from "vitest";
import {
  CHROMIUM_ARGS,
  findChromium,
  findFirefox,
  findWebKit,
} from "../../../scripts/lib/browsers.mjs";
import { FLAGS, type BackEnd } from "./browsers";
import type { RemotePage } from "./remote-page";
import type { HarnessServer } from "./server";
import type { StoreName } from "./store-names";
import { tally } from "./tally";

const START_PATIENCE_MS = 60_000;
const MOST_STARTS = 3;

interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** A way to keep IndexedDB on disk, and how to start the browser that does. */
export interface Store {
  readonly name: StoreName;
  readonly isHere: boolean;
  /** Folder of the profile in which the databases are. */
  readonly folder: readonly string[];
  /** The files of IndexedDB among those of the folder. */
  readonly files: RegExp;
  /** Headless Chromium takes one address; its first tab opens the others. */
  readonly opensSeveral: boolean;
  /** Part of the command line of the process that runs a page. */
  readonly pageProcess: RegExp;
  readonly command: (profile: string, urls: readonly string[]) => Command;
}

const chromiumStore = (name: StoreName, backEnd: BackEnd): Store => ({
  name,
  isHere: findChromium() !== null,
  folder: ["Default", "IndexedDB"],
  files: /./,
  opensSeveral: false,
  pageProcess: /--type=renderer/,
  command: (profile, urls) => ({
    program: found(findChromium()),
    args: [
      "--headless=new",
      "--disable-popup-blocking",
      `--user-data-dir=${profile}`,
      ...FLAGS[backEnd],
      ...CHROMIUM_ARGS,
      ...urls,
    ],
    env: {},
  }),
});

/** Nothing that opens a page of its own or speaks to anybody. */
const FIREFOX_PREFERENCES: Readonly<Record<string, boolean | number | string>> = {
  "app.normandy.enabled": false,
  "app.update.enabled": false,
  "browser.aboutwelcome.enabled": false,
  "browser.sessionstore.resume_from_crash": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.page": 0,
  "browser.tabs.unloadOnLowMemory": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "toolkit.startup.max_resumed_crashes": -1,
  "trailhead.firstrun.didSeeAboutWelcome": true,
};

function prepareFirefox(profile: string): void {
  const lines = Object.entries(FIREFOX_PREFERENCES).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(path.join(profile, "user.js"), `${lines.join("\n")}\n`);
}

const firefoxStore: Store = {
  name: "Firefox",
  isHere: findFirefox() !== null,
  folder: ["storage", "default"],
  files: /\/idb\//,
  opensSeveral: true,
  pageProcess: /-contentproc.* tab$/,
  command: (profile, urls) => {
    prepareFirefox(profile);
    const args = ["--headless", "--no-remote", "--profile", profile, ...urls];
    return { program: found(findFirefox()), args, env: { HOME: profile } };
  },
};

const webKitStore: Store = {
  name: "WebKitGTK",
  isHere: findWebKit() !== null,
  folder: ["data"],
  files: /IndexedDB\.sqlite3/,
  opensSeveral: true,
  pageProcess: /WebKitWebProcess/,
  command: (profile, urls) => {
    const folders = { XDG_DATA_HOME: "data", XDG_CACHE_HOME: "cache", XDG_CONFIG_HOME: "config" };
    const homes = Object.entries(folders).map(([name, folder]): [string, string] => [
      name,
      path.join(profile, folder),
    ]);
    return {
      program: found(findWebKit()?.browser ?? null),
      args: [...urls],
      // one display for all of them: one of its own for each kill would leave its lock behind
      env: { HOME: profile, ...Object.fromEntries<string>(homes), ...inject("display") },
    };
  },
};

const STORES: Readonly<Record<StoreName, Store>> = {
  "Chromium LevelDB": chromiumStore("Chromium LevelDB", "leveldb"),
  "Chromium SQLite": chromiumStore("Chromium SQLite", "sqlite"),
  Firefox: firefoxStore,
  WebKitGTK: webKitStore,
};

/** The store of the project that this file runs in. */
export function storeHere(): Store {
  const name = inject("store");
  if (name === null) throw new Error("this project has no browser");
  return STORES[name];
}

function found(program: string | null): string {
  if (program === null) throw new Error("the program is not on this machine");
  return program;
}

/** A browser of its own process group on a profile that outlives it, driven by the page itself. */
export class ProfiledBrowser {
  readonly profile: string;
  readonly store: Store;
  readonly #server: HarnessServer;
  #process: ChildProcess | null = null;

  constructor(store: Store, server: HarnessServer, parent = tmpdir()) {
    this.store = store;
    this.#server = server;
    this.profile = mkdtempSync(path.join(parent, "clientele-profile-"));
  }

  /** Where the databases are. */
  folder(): string {
    return path.join(this.profile, ...this.store.folder);
  }

  /** @param variables of the environment, beside those that it needs */
  async start(variables: NodeJS.ProcessEnv = {}): Promise<RemotePage> {
    const [page] = await this.startTabs(1, variables);
    if (page === undefined) throw new Error("no page");
    return page;
  }

  /**
   * Starts on the profile with so many tabs. A browser that ends by itself before our page is there is started again, and counted:
   * nothing of what is tested has run by then.
   */
  async startTabs(
    count: number,
    variables: NodeJS.ProcessEnv = {},
  ): Promise<readonly RemotePage[]> {
    for (let attempt = 1; attempt <= MOST_STARTS; attempt++) {
      const pages = await this.#launched(count, variables);
      if (pages !== null) return pages;
      tally(`${this.store.name} ended by itself while it started (${attempt} of ${MOST_STARTS})`);
    }
    throw new Error(`${this.store.name} ends by itself`);
  }

  /** @returns the pages; null when the browser has ended before they were there */
  async #launched(
    count: number,
    variables: NodeJS.ProcessEnv,
  ): Promise<readonly RemotePage[] | null> {
    const expected = Array.from({ length: count }, () => this.#server.remote.expect());
    const urls = expected.map(({ url }) => url);
    const later = this.store.opensSeveral ? [] : urls.splice(1);
    const { program, args, env } = this.store.command(this.profile, urls);
    const child = spawn(program, args, {
      detached: true,
      stdio: "ignore",
      env: { ...process.env, ...env, ...variables },
    });
    this.#process = child;
    const ended = exited(child).then(() => null);
    const arrived = expected.map(({ ready }) =>
      within(ready, START_PATIENCE_MS, `${this.store.name} starts`),
    );
    // Those of a browser that has ended never come; nobody waits for them any more.
    for (const page of arrived) page.catch(() => undefined);
    const opened = async (): Promise<readonly RemotePage[]> => {
      if (later.length > 0) await (await arrived[0])?.call("openTabs", later);
      return Promise.all(arrived);
    };
    const opening = opened();
    opening.catch(() => undefined);
    return Promise.race([opening, ended]);
  }

  /** SIGKILL to the whole group, without any warning. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (child?.pid === undefined) return;
    const gone = exited(child);
    killHard(-child.pid);
    await within(gone, START_PATIENCE_MS, `${this.store.name} ends`);
    // Its other processes write to the profile until they are gone too.
    await this.#emptied(child.pid);
    this.#process = null;
  }

  /** Does something while no process of the browser runs: what is on disk is of one moment. */
  frozen(step: () => void): void {
    const group = this.#process?.pid;
    if (group === undefined) throw new Error("no browser runs");
    process.kill(-group, "SIGSTOP");
    try {
      step();
    } finally {
      process.kill(-group, "SIGCONT");
    }
  }

  /** Ends it as a session of the desktop does: the browser is asked, and writes what is pending. */
  async quit(): Promise<void> {
    const child = this.#process;
    if (child?.pid === undefined) return;
    const gone = exited(child);
    child.kill("SIGTERM");
    await within(gone, START_PATIENCE_MS, `${this.store.name} ends`);
    await this.#emptied(child.pid);
    this.#process = null;
  }

  /** Waits until the processes of the group have followed; those that do not are killed. */
  async #emptied(group: number): Promise<void> {
    for (let i = 0; i < 500; i++) {
      if (livingIn(group).length === 0) return;
      await pause(10);
    }
    killHard(-group);
  }

  /** SIGKILL to the processes that run pages; the browser itself goes on. @returns how many there were */
  killPages(): number {
    const group = this.#process?.pid;
    if (group === undefined) return 0;
    const pages = livingIn(group).filter(({ command }) => this.store.pageProcess.test(command));
    for (const { pid } of pages) killHard(pid);
    return pages.length;
  }

  /** Kills it if need be and removes the profile. */
  async dispose(): Promise<void> {
    await this.kill();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** What has just ended by itself is as dead as what is killed. @param target a process, or a group as a negative number */
function killHard(target: number): void {
  try {
    process.kill(target, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

interface LivingProcess {
  readonly pid: number;
  readonly command: string;
}

/** The processes of a group, without those that are dead and only not yet collected by their parent. */
function livingIn(group: number): readonly LivingProcess[] {
  const names = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return names.flatMap((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const [state, , processGroup] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      if (Number(processGroup) !== group || state === "Z" || state === "X") return [];
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
      return [{ pid: Number(pid), command }];
    } catch {
      // Gone since the folder was listed.
      return [];
    }
  });
}

function exited(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once("exit", resolve));
}

/** The promise, or an error once the time is over. */
export async function within<T>(
  promise: Promise<T>,
  milliseconds: number,
  what: string,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expired = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`not within ${milliseconds / 1000} s: ${what}`));
    }, milliseconds);
  });
  try {
    return await Promise.race([promise, expired]);
  } finally {
    clearTimeout(timer);
  }
}
