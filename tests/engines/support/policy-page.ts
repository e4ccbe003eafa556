import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { DIST } from "../../../scripts/lib/built.mjs";
import type { AppServer } from "./app-server";

/**
 * An empty page that has the policy of the built one, in the markup alone and without Trusted Types: there a test may start
 * workers of its own.
 */
export async function startPolicyPage(): Promise<AppServer> {
  const built = readFileSync(path.join(DIST, "index.html"), "utf8");
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(built)?.[1] ?? "";
  const content = policy
    .split("; ")
    .filter((directive) => !directive.includes("trusted-types"))
    .join("; ");
  const html = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${content}" /><title>policy</title>`;
  const server = createServer((_request, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(html);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
