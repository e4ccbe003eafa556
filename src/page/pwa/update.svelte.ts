/** How an update reaches this page; `service-worker-port.ts` is the real one. */
export interface UpdatePort {
  /** Called whenever a new version is installed and waits. */
  onWaiting(listener: () => void): void;
  /** Called when another version has taken this page over, in every open tab. */
  onTakenOver(listener: () => void): void;
  /** Whether any tab is importing, restoring or saving just now. */
  isWriting(): Promise<boolean>;
  /** Lets the waiting version take over. */
  skipWaiting(): void;
  reload(): void;
}

type UpdateStatus = "current" | "ready" | "busy" | "applying";

/**
 * The new version, for whoever draws the prompt: shown when `updateReady`, applied by the user's click only (R42).
 * While some tab writes, `apply` does nothing but set `isBusy`, so that the prompt can say what it waits for.
 */
export class AppUpdate {
  #status = $state<UpdateStatus>("current");
  readonly #port: UpdatePort;

  constructor(port: UpdatePort) {
    this.#port = port;
    port.onWaiting(() => {
      if (this.#status === "current") this.#status = "ready";
    });
    // All tabs reload: the chunks of the old version are gone from the cache.
    port.onTakenOver(() => {
      this.#port.reload();
    });
  }

  get updateReady(): boolean {
    return this.#status !== "current";
  }

  /** The last `apply` was put off because a tab is writing. */
  get isBusy(): boolean {
    return this.#status === "busy";
  }

  get isApplying(): boolean {
    return this.#status === "applying";
  }

  async apply(): Promise<void> {
    if (this.#status === "current" || this.#status === "applying") return;
    if (await this.#port.isWriting()) {
      this.#status = "busy";
      return;
    }
    this.#status = "applying";
    this.#port.skipWaiting();
  }
}
