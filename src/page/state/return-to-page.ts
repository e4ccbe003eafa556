/**
 * Calls back whenever the reader comes back to this tab. Messages between tabs are hints: a tab that was frozen has heard
 * none of them (R14).
 *
 * @returns the end of listening
 */
export function onReturn(look: () => void): () => void {
  const seen = (): void => {
    if (document.visibilityState === "visible") look();
  };
  document.addEventListener("visibilitychange", seen);
  window.addEventListener("pageshow", seen);
  return () => {
    document.removeEventListener("visibilitychange", seen);
    window.removeEventListener("pageshow", seen);
  };
}
