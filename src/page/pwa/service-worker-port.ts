import type { Workbox } from "workbox-window";
import { BUILD_ID } from "../../kernel/base/build-id";
import { trustedScriptUrl } from "../../workers/start";
import type { BuildIdAnswer, ToServiceWorker } from "./messages";
import type { UpdatePort } from "./update.svelte";

/** Names of the Web Locks under which a workspace is written (storage/locks.ts). */
const WRITE_LOCK_PREFIX = "clientele-write:";
const MS_BETWEEN_CHECKS = 60 * 60 * 1000;

async function isAnyTabWriting(): Promise<boolean> {
  // WebKitGTK has no Web Locks in some builds; compare-and-set still guards the data there.
  if (!("locks" in navigator)) return false;
  const { held } = await navigator.locks.query();
  return held?.some((lock) => lock.name?.startsWith(WRITE_LOCK_PREFIX)) === true;
}

/** Whether the service worker that answers this page's requests is of the page's own build (R45). */
async function isControllerOfThisBuild(controller: ServiceWorker): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<BuildIdAnswer>((resolve) => {
    port1.onmessage = (event: MessageEvent<BuildIdAnswer>) => {
      resolve(event.data);
    };
  });
  controller.postMessage({ type: "BUILD_ID" } satisfies ToServiceWorker, [port2]);
  const { buildId } = await answer;
  port1.close();
  return buildId === BUILD_ID;
}

/** The browser's service worker, registered when the page has loaded; nothing at all where there is none. */
export class ServiceWorkerPort implements UpdatePort {
  readonly #waiting = new Set<() => void>();
  readonly #takenOver = new Set<() => void>();
  #workbox: Workbox | null = null;

  onWaiting(listener: () => void): void {
    this.#waiting.add(listener);
  }

  onTakenOver(listener: () => void): void {
    this.#takenOver.add(listener);
  }

  isWriting(): Promise<boolean> {
    return isAnyTabWriting();
  }

  skipWaiting(): void {
    this.#workbox?.messageSkipWaiting();
  }

  reload(): void {
    location.reload();
  }

  /**
   * Registers the service worker of this build and looks for a newer one now, every hour and when the page is shown.
   *
   * @param scriptUrl relative to the page, so that it works below any path
   * @returns whether there is one; false in private modes, on insecure origins and in `npm run dev`
   */
  async register(scriptUrl = "./service-worker.js"): Promise<boolean> {
    if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return false;
    const { controller } = navigator.serviceWorker;
    const { Workbox: Client } = await import("workbox-window");
    const workbox = new Client(trustedScriptUrl(scriptUrl));
    this.#workbox = workbox;
    workbox.addEventListener("waiting", () => {
      this.#announce(this.#waiting);
    });
    workbox.addEventListener("controlling", (event) => {
      if (event.isUpdate) this.#announce(this.#takenOver);
    });
    try {
      await workbox.register();
    } catch {
      // Refused by the browser (private mode, policy, altered file): the page works, only not off-line.
      return false;
    }
    if (controller !== null && !(await isControllerOfThisBuild(controller))) {
      this.#announce(this.#waiting);
    }
    this.#checkNowAndThen(workbox);
    return true;
  }

  #announce(listeners: ReadonlySet<() => void>): void {
    for (const listener of listeners) listener();
  }

  #checkNowAndThen(workbox: Workbox): void {
    const check = (): void => {
      // Off-line the check fails, and there is nothing to say about it.
      workbox.update().catch(() => undefined);
    };
    setInterval(check, MS_BETWEEN_CHECKS);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") check();
    });
  }
}
