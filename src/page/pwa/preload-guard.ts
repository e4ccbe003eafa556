import { BUILD_ID } from "../../kernel/base/build-id";

const RELOADED_KEY = "clientele-reloaded-for";

interface PreloadGuard {
  /** Unsaved work, or an import that runs: then nothing is reloaded. */
  readonly isBusy: () => boolean;
  /** The part could not be loaded and a reload would not help or would lose something; say so. */
  readonly onGivenUp: () => void;
}

/**
 * When a lazy part of the page is gone (the host has a newer version and no service worker keeps the old one), reloads
 * once per build, and only on-line with nothing unsaved (R44). Otherwise the loading fails where it was asked for.
 */
export function guardPreloadErrors({ isBusy, onGivenUp }: PreloadGuard): void {
  addEventListener("vite:preloadError", (event) => {
    const alreadyReloaded = sessionStorage.getItem(RELOADED_KEY) === BUILD_ID;
    if (alreadyReloaded || !navigator.onLine || isBusy()) {
      onGivenUp();
      return;
    }
    event.preventDefault();
    sessionStorage.setItem(RELOADED_KEY, BUILD_ID);
    location.reload();
  });
}
