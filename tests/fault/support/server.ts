import { createReadStream, existsSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { RemotePages } from "./remote-page";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
};

/** Serves the harness, collects what its pages signal by beacon, and gives orders to those that ask for some. */
export class HarnessServer {
  readonly #server: Server;
  readonly #waiting = new Map<string, (text: string) => void>();
  /** Signals since the last `forget`, by kind, in order of arrival. */
  readonly #signals = new Map<string, string[]>();
  readonly origin: string;
  /** Pages without an automation of their own: opened at an address of `remote.open`. */
  readonly remote: RemotePages;

  private constructor(server: Server) {
    this.#server = server;
    this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.remote = new RemotePages(this.origin);
  }

  static async start(directory: string): Promise<HarnessServer> {
    let harness: HarnessServer | null = null;
    const server = createServer((request, response) => {
      if (harness?.answer(request, response) !== true) serveFile(directory, request, response);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    harness = new HarnessServer(server);
    return harness;
  }

  /** @returns whether it was a message of a page, not a request for a file */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const [, first, kind = "", text = ""] = pathOf(request).split("/");
    if (first === "signal") {
      this.#record(kind, decodeURIComponent(text));
      response.writeHead(204).end();
      return true;
    }
    if (first === "clear") {
      response.writeHead(200, { "Clear-Site-Data": '"storage"' }).end();
      return true;
    }
    if (first !== "remote") return false;
    this.remote.answer(kind, request, response);
    return true;
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

function pathOf(request: IncomingMessage): string {
  return new URL(request.url ?? "/", "http://harness").pathname;
}

function serveFile(directory: string, request: IncomingMessage, response: ServerResponse): void {
  const pathname = pathOf(request);
  const file = path.join(directory, pathname === "/" ? "index.html" : path.normalize(pathname));
  if (!existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { "Content-Type": TYPES[path.extname(file)] ?? "text/plain" });
  createReadStream(file).pipe(response);
}
