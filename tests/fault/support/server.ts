import { createReadStream, existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
};

/** Serves the harness and collects what its pages signal by beacon. */
export class HarnessServer {
  readonly #server: Server;
  readonly #waiting = new Map<string, (text: string) => void>();
  /** Signals since the last `forget`, by kind, in order of arrival. */
  readonly #signals = new Map<string, string[]>();
  readonly origin: string;

  private constructor(server: Server) {
    this.#server = server;
    this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start(directory: string): Promise<HarnessServer> {
    const handlers: ((kind: string, text: string) => void)[] = [];
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? "/", "http://harness");
      const [, first, kind, text] = pathname.split("/");
      if (first === "signal") {
        for (const handle of handlers) handle(kind ?? "", decodeURIComponent(text ?? ""));
        response.writeHead(204).end();
        return;
      }
      const file = path.join(directory, pathname === "/" ? "index.html" : path.normalize(pathname));
      if (!existsSync(file)) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, { "Content-Type": TYPES[path.extname(file)] ?? "text/plain" });
      createReadStream(file).pipe(response);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    const harness = new HarnessServer(server);
    handlers.push((kind, text) => {
      harness.#record(kind, text);
    });
    return harness;
  }

  #record(kind: string, text: string): void {
    this.#signals.set(kind, [...(this.#signals.get(kind) ?? []), text]);
    this.#waiting.get(kind)?.(text);
  }

  signals(kind: string): readonly string[] {
    return this.#signals.get(kind) ?? [];
  }

  forget(): void {
    this.#signals.clear();
  }

  /** The next signal of a kind. */
  next(kind: string): Promise<string> {
    return new Promise((resolve) => {
      this.#waiting.set(kind, (text) => {
        this.#waiting.delete(kind);
        resolve(text);
      });
    });
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
