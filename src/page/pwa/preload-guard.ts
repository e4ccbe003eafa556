import { BUILD_ID } from "../../kernel/base/build-id";

const RELOADED_KEY = "clientele-reloaded-for";

/**
 * When a lazy part of the page is gone (the host has a newer version and no service worker keeps the old one), reloads
 * once per build, and only on-line with nothing unsaved (R44). Otherwise the loading fails where it was asked for.
 *
 * @param isBusy whether a reload would lose something
 */
export function guardPreloadErrors(isBusy: () => boolean): void {
  addEventListener("vite:preloadError", (event) => {
    if (sessionStorage.getItem(RELOADED_KEY) === BUILD_ID || !navigator.onLine || isBusy()) return;
    event.preventDefault();
    sessionStorage.setItem(RELOADED_KEY, BUILD_ID);
    location.reload();
  });
}
