export interface StorageUse {
  /** null where the browser does not tell. */
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
  /** Whether the browser has promised not to clear the data by itself; null where it does not tell. */
  readonly persistent: boolean | null;
}

/** What the browser tells about the space of this site. WebKitGTK has no `navigator.storage` at all. */
export async function storageUse(): Promise<StorageUse> {
  const storage = (navigator as { storage?: StorageManager }).storage;
  if (storage === undefined) return { usedBytes: null, quotaBytes: null, persistent: null };
  const [estimate, persistent] = await Promise.all([storage.estimate(), storage.persisted()]);
  return {
    usedBytes: estimate.usage ?? null,
    quotaBytes: estimate.quota ?? null,
    persistent,
  };
}
