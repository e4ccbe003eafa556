const ASKED_KEY = "clientele.persistence-asked";

/**
 * Asks the browser not to clear the data by itself, once: after the first import of the reader's own data, when there is
 * something to lose and a click has just been made (R18). Firefox puts the question to the reader, Chromium decides alone.
 * The answer is shown with what is stored; "granted" is no backup.
 *
 * @param manager undefined where the browser has none (WebKitGTK)
 */
export async function askToPersist(
  memory: Pick<Storage, "getItem" | "setItem">,
  manager: Pick<StorageManager, "persist" | "persisted"> | undefined,
): Promise<void> {
  try {
    if (manager === undefined || memory.getItem(ASKED_KEY) !== null) return;
    memory.setItem(ASKED_KEY, "1");
    if (!(await manager.persisted())) await manager.persist();
  } catch {
    // A browser that refuses the question keeps its own rules; the data are stored all the same.
  }
}
