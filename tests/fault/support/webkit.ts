import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findProgram } from "./browsers";

export interface WebKitPrograms {
  readonly driver: string;
  readonly browser: string;
  readonly display: string;
}

/** WebKitGTK needs its driver, MiniBrowser and a display; null when one of them is not on this machine. */
export function findWebKit(): WebKitPrograms | null {
  const driver = findProgram("WEBKIT_DRIVER_PATH", ["WebKitWebDriver"]);
  const browser = findProgram("MINI_BROWSER_PATH", ["MiniBrowser"]) ?? bundledMiniBrowser();
  const display = findProgram("XVFB_RUN_PATH", ["xvfb-run"]);
  if (driver === null || browser === null || display === null) return null;
  return { driver, browser, display };
}

/** Debian keeps MiniBrowser below the library directory of the machine's architecture. */
function bundledMiniBrowser(): string | null {
  const libraries = path.resolve("/", "usr", "lib");
  if (!existsSync(libraries)) return null;
  const candidates = readdirSync(libraries).map((name) =>
    path.join(libraries, name, "webkit2gtk-4.1", "MiniBrowser"),
  );
  return candidates.find((candidate) => existsSync(candidate)) ?? null;
}

/** A WebKitGTK MiniBrowser under its driver and an X server of its own; the four WebDriver calls that are needed. */
export class WebKitSession {
  readonly #base: string;
  readonly #stopProcess: () => void;

  private constructor(base: string, stopProcess: () => void) {
    this.#base = base;
    this.#stopProcess = stopProcess;
  }

  static async start(programs: WebKitPrograms, port: number): Promise<WebKitSession> {
    const child = spawn(programs.display, ["-a", programs.driver, `--port=${port}`], {
      detached: true,
      stdio: "ignore",
    });
    const stopProcess = (): void => {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
    };
    try {
      const root = `http://127.0.0.1:${port}`;
      await listening(root);
      const created = await call(`${root}/session`, "POST", {
        capabilities: {
          alwaysMatch: {
            browserName: "MiniBrowser",
            "webkitgtk:browserOptions": { binary: programs.browser, args: ["--automation"] },
          },
        },
      });
      const { sessionId } = created as { sessionId: string };
      const base = `${root}/session/${sessionId}`;
      await call(`${base}/timeouts`, "POST", { script: 60_000 });
      return new WebKitSession(base, stopProcess);
    } catch (error) {
      stopProcess();
      throw error;
    }
  }

  async open(url: string): Promise<void> {
    await call(`${this.#base}/url`, "POST", { url });
  }

  /** The value of a promise that the expression gives in the page. */
  evaluate(expression: string): Promise<unknown> {
    const script = `const done = arguments[0]; (${expression}).then(done, (e) => done(String(e)));`;
    return call(`${this.#base}/execute/async`, "POST", { script, args: [] });
  }

  async stop(): Promise<void> {
    await call(this.#base, "DELETE");
    this.#stopProcess();
  }
}

async function call(url: string, method: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`WebDriver: ${JSON.stringify(value)}`);
  return value;
}

async function listening(root: string): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (performance.now() < deadline) {
    const answer = await fetch(`${root}/status`).catch(() => null);
    if (answer !== null) return;
    await pause(50);
  }
  throw new Error("WebKitWebDriver does not answer");
}
