/// <reference lib="webworker" />
import { addPlugins, cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";
import { BUILD_ID } from "../../kernel/base/build-id";
import type { BuildIdAnswer, ToServiceWorker } from "./messages";
import SECURITY_HEADERS from "./security-headers.json";

declare const self: ServiceWorkerGlobalScope;
/** Every file of the build with its SHA-256; written in by scripts/build/service-worker.ts. */
declare const __PRECACHE__: { url: string; revision: string | null; integrity: string }[];
/** The Content-Security-Policy of the page plus `frame-ancestors`, which a `<meta>` element cannot carry. */
declare const __POLICY__: string;

function withSecurityHeaders(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) headers.set(name, value);
  headers.set("Content-Security-Policy", __POLICY__);
  return new Response(response.body, { status: response.status, headers });
}

// The page's policy does not bind this thread, and it opens no connection of its own: workbox fetches the files of
// the list while installing (all or nothing, each checked against its SHA-256), and one of them again when the cache
// has lost it. A navigation is answered at the scope's root only: below it, relative addresses would break.
addPlugins([
  { handlerWillRespond: ({ response }) => Promise.resolve(withSecurityHeaders(response)) },
]);
precacheAndRoute(__PRECACHE__, { cleanURLs: false, ignoreURLParametersMatching: [/^/] });
cleanupOutdatedCaches();

// No skipWaiting and no clients.claim on its own: a forced takeover would purge the chunks of open pages.
self.addEventListener("message", (event) => {
  const message = event.data as ToServiceWorker | null;
  if (message?.type === "SKIP_WAITING") void self.skipWaiting();
  if (message?.type === "BUILD_ID") {
    const answer: BuildIdAnswer = { buildId: BUILD_ID };
    event.ports[0]?.postMessage(answer);
  }
});
