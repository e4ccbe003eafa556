import { mount } from "svelte";
import { I18n } from "./i18n/i18n.svelte";
import App from "./page/app/App.svelte";
import { refuseFrame } from "./page/pwa/framed";
import { guardPreloadErrors } from "./page/pwa/preload-guard";
import { ServiceWorkerPort } from "./page/pwa/service-worker-port";
import { AppUpdate } from "./page/pwa/update.svelte";
import { AppState } from "./page/state/app.svelte";
import { onRest } from "./page/state/on-rest";
import { Preferences } from "./page/state/preferences.svelte";
import { Route } from "./page/state/route.svelte";
import { browserWorkspaceStore } from "./page/state/workspace-store";
import analysisWorkerUrl from "./workers/analysis.worker.ts?worker&url";
import ingestWorkerUrl from "./workers/ingest.worker.ts?worker&url";
import { startWorker } from "./workers/start";

const demo = import.meta.glob<{ demoFiles: () => Promise<readonly File[]> }>(
  "./page/demo-files.ts",
);

/** On a first visit nothing is stored away. */
function isInstalled(): boolean {
  return "serviceWorker" in navigator && navigator.serviceWorker.controller !== null;
}

/** The page of a first visit is on its way while its words are. */
function fetchFirstPage(): void {
  // a failure is met, and shown, when the page is wanted
  if (!isInstalled()) import("./page/pages/Welcome.svelte").catch(() => undefined);
}

/**
 * On a first visit the files of the product are stored away for working off-line when nobody waits for anything: 400 files
 * would come between the visitor and the spreadsheet that was just dropped. Later a new version must not be missed.
 */
const STORING_AWAY = { restMs: 2000, mostMs: 120_000 } as const;

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
  // Not after the data have opened: data that never open must not keep a mended version from coming.
  const register = () => void port.register();
  if (isInstalled()) register();
  else onRest(() => app.idleMs, STORING_AWAY, register);
  await opening;
}

if (!refuseFrame()) void start();
