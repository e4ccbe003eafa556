/** What a page asks its service worker; `SKIP_WAITING` is workbox-window's word. */
export type ToServiceWorker = { readonly type: "SKIP_WAITING" } | { readonly type: "BUILD_ID" };

export interface BuildIdAnswer {
  readonly buildId: string;
}
