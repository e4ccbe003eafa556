import { spawn } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** How long a driver may take to answer its first request. */
const START_PATIENCE_MS = 30_000;

/** A driver program under its own process group; speaks the W3C WebDriver protocol. */
export class WebDriver {
  readonly #root: string;
  readonly #stop: () => void;

  private constructor(root: string, stop: () => void) {
    this.#root = root;
    this.#stop = stop;
  }

  /** @param command gives the program and its arguments for a port */
  static async start(
    command: (port: number) => readonly [string, ...string[]],
  ): Promise<WebDriver> {
    const port = await freePort();
    const [program, ...rest] = command(port);
    const child = spawn(program, rest, { detached: true, stdio: "ignore" });
    const driver = new WebDriver(`http://127.0.0.1:${port}`, () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGTERM");
    });
    await driver.#answering();
    return driver;
  }

  /** @throws Error with what the driver says */
  async call(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.#root}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(`WebDriver ${path}: ${JSON.stringify(value)}`);
    return value;
  }

  stop(): void {
    this.#stop();
  }

  async #answering(): Promise<void> {
    const deadlineMs = performance.now() + START_PATIENCE_MS;
    while (performance.now() < deadlineMs) {
      const answer = await fetch(`${this.#root}/status`).catch(() => null);
      if (answer !== null) return;
      await pause(50);
    }
    this.stop();
    throw new Error("the driver does not answer");
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
