/** Ways to keep IndexedDB on disk: the matrix of faults has a column for each. */
export const STORE_NAMES = ["Chromium LevelDB", "Chromium SQLite", "Firefox", "WebKitGTK"] as const;

export type StoreName = (typeof STORE_NAMES)[number];
