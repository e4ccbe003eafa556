import { mount } from "svelte";
import { I18n } from "./i18n/i18n.svelte";
import App from "./page/app/App.svelte";
import { refuseFrame } from "./page/pwa/framed";
import { guardPreloadErrors } from "./page/pwa/preload-guard";
import { ServiceWorkerPort } from "./page/pwa/service-worker-port";
import { AppUpdate } from "./page/pwa/update.svelte";
import { AppState } from "./page/state/app.svelte";
import { Preferences } from "./page/state/preferences.svelte";
import { Route } from "./page/state/route.svelte";
import { browserWorkspaceStore } from "./page/state/workspace-store";
import analysisWorkerUrl from "./workers/analysis.worker.ts?worker&url";
import ingestWorkerUrl from "./workers/ingest.worker.ts?worker&url";
import { startWorker } from "./workers/start";

const demo = import.meta.glob<{ demoFiles: () => Promise<readonly File[]> }>(
  "./page/demo-files.ts",
);

/** A first visit has nothing stored away: its page is on its way while its words are. */
function fetchFirstPage(): void {
  const isInstalled = "serviceWorker" in navigator && navigator.serviceWorker.controller !== null;
  // a failure is met, and shown, when the page is wanted
  if (!isInstalled) import("./page/pages/Welcome.svelte").catch(() => undefined);
}

async function start(): Promise<void> {
  fetchFirstPage();
  const preferences = new Preferences(localStorage, navigator.languages);
  const route = new Route();
  route.listen();
  const app = new AppState({
    startAnalysisWorker: () => startWorker(analysisWorkerUrl, "analysis"),
    startIngestWorker: () => startWorker(ingestWorkerUrl, "ingest"),
    store: browserWorkspaceStore(),
    preferences,
    route,
    demoFiles: async () => (await demo["./page/demo-files.ts"]?.())?.demoFiles() ?? [],
  });
  app.listen();
  const opening = app.workspaces.start();
  const i18n = await I18n.load(preferences.language);
  const port = new ServiceWorkerPort();
  const props = { app, i18n, update: new AppUpdate(port) };
  document.getElementById("arriving")?.remove();
  mount(App, { target: document.body, props });
  guardPreloadErrors(() => app.imports.files.length > 0);
  await Promise.all([opening, port.register()]);
}

if (!refuseFrame()) void start();
