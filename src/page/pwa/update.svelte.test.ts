import { flushSync } from "svelte";
import { describe, expect, it } from "vitest";
import { AppUpdate, type UpdatePort } from "./update.svelte";

function fakePort(): UpdatePort & {
  waiting: () => void;
  takenOver: () => void;
  calls: string[];
  writing: boolean;
} {
  const calls: string[] = [];
  const port = {
    calls,
    writing: false,
    waiting: (): void => undefined,
    takenOver: (): void => undefined,
    onWaiting: (listener: () => void) => void (port.waiting = listener),
    onTakenOver: (listener: () => void) => void (port.takenOver = listener),
    isWriting: () => Promise.resolve(port.writing),
    skipWaiting: () => void calls.push("skipWaiting"),
    reload: () => void calls.push("reload"),
  };
  return port;
}

describe("AppUpdate", () => {
  it("does nothing until a new version waits", async () => {
    const port = fakePort();
    const update = new AppUpdate(port);
    expect(update.updateReady).toBe(false);
    await update.apply();
    expect(port.calls).toEqual([]);
  });

  it("tells an effect when a new version waits", () => {
    const port = fakePort();
    const update = new AppUpdate(port);
    const seen: boolean[] = [];
    const stop = $effect.root(() => {
      $effect(() => void seen.push(update.updateReady));
    });
    flushSync();
    port.waiting();
    flushSync();
    expect(seen).toEqual([false, true]);
    stop();
  });

  it("takes over on the user's click and reloads when the new version controls the page", async () => {
    const port = fakePort();
    const update = new AppUpdate(port);
    port.waiting();
    await update.apply();
    expect(update.isApplying).toBe(true);
    expect(port.calls).toEqual(["skipWaiting"]);
    port.takenOver();
    expect(port.calls).toEqual(["skipWaiting", "reload"]);
  });

  it("waits while any tab writes, and takes over on the next click (R42)", async () => {
    const port = fakePort();
    const update = new AppUpdate(port);
    port.waiting();
    port.writing = true;
    await update.apply();
    expect([update.isBusy, update.updateReady, port.calls.length]).toEqual([true, true, 0]);
    port.writing = false;
    await update.apply();
    expect(port.calls).toEqual(["skipWaiting"]);
  });
});
