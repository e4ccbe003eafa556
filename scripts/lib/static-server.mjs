// Serves the built app the way a careful host would: own files only, with the policy and the security headers.
import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { basename, extname, join, sep } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
/** Text is sent packed; pictures and workbooks are packed already. */
const PACKED = new Set([".css", ".csv", ".html", ".js", ".json", ".svg", ".webmanifest"]);
const SERVICE_WORKER = "service-worker.js";
const HEADERS_FILE = join(import.meta.dirname, "../../src/page/pwa/security-headers.json");

/** The policy that the build wrote into the page. @param {string} folder */
function builtPolicy(folder) {
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];
  if (policy === undefined) throw new Error("the built page carries no Content-Security-Policy");
  return `${policy}; frame-ancestors 'none'`;
}

/**
 * The policy of one file. A service worker is bound by the policy of its own response: it has to fetch the files that it
 * stores, so `connect-src 'none'` would keep it from ever installing. Its own origin is all that it may reach.
 *
 * @param {string} policy @param {string} file
 */
const policyOf = (policy, file) =>
  basename(file) === SERVICE_WORKER
    ? policy.replace("connect-src 'none'", "connect-src 'self'")
    : policy;

/** The file of a request inside the folder, or null. @param {string} folder @param {string} url */
function fileOf(folder, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return null;
  }
  const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
  if (!file.startsWith(folder + sep)) return null;
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() ? { file, size: found.size } : null;
}

/**
 * A server of one folder, not yet listening.
 *
 * @param {string} folder absolute, with a built index.html
 */
export function staticServer(folder) {
  const policy = builtPolicy(folder);
  const headers = {
    ...JSON.parse(readFileSync(HEADERS_FILE, "utf8")),
    "Content-Security-Policy": policy,
  };
  return createServer((request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, headers).end();
      return;
    }
    const found = fileOf(folder, request.url ?? "/");
    if (found === null) {
      response.writeHead(404, { ...headers, "Content-Type": TYPES[".txt"] }).end("not found\n");
      return;
    }
    const type = extname(found.file);
    const packs = PACKED.has(type) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    const body = packs ? gzipSync(readFileSync(found.file)) : null;
    response.writeHead(200, {
      ...headers,
      "Content-Security-Policy": policyOf(policy, found.file),
      "Cache-Control": /[\\/]assets[\\/]/.test(found.file)
        ? "public, max-age=31536000, immutable"
        : "no-cache",
      ...(body && { "Content-Encoding": "gzip" }),
      "Content-Length": body === null ? found.size : body.length,
      "Content-Type": TYPES[type] ?? "application/octet-stream",
      Vary: "Accept-Encoding",
    });
    if (request.method === "HEAD") response.end();
    else if (body !== null) response.end(body);
    else createReadStream(found.file).pipe(response);
  });
}

/**
 * Listens on the port, or on the next free one.
 *
 * @param {import("node:http").Server} server
 * @param {number} port
 * @param {number} attempts how many ports to try
 * @returns {Promise<number>} the port
 */
export function listen(server, port, attempts = 20) {
  return new Promise((resolve, reject) => {
    const tryPort = (candidate) => {
      server.once("error", (error) => {
        if (error.code === "EADDRINUSE" && candidate < port + attempts - 1) tryPort(candidate + 1);
        else reject(error);
      });
      server.listen(candidate, "127.0.0.1", () => resolve(candidate));
    };
    tryPort(port);
  });
}
