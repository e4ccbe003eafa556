import { flushSync } from "svelte";
import { afterEach, describe, expect, it, vi } from "vitest";
import { drawnByFrames, type DrawnByFrames } from "./drawn-by-frames.svelte";

let frames: FrameRequestCallback[] = [];
const nextFrame = () => {
  for (const frame of frames.splice(0)) frame(0);
  flushSync();
};

function shown(total: () => number, step: number) {
  vi.stubGlobal("requestAnimationFrame", (frame: FrameRequestCallback) => frames.push(frame));
  vi.stubGlobal("cancelAnimationFrame", () => (frames = []));
  let drawn: DrawnByFrames = { count: 0 };
  const end = $effect.root(() => {
    drawn = drawnByFrames(total, step);
  });
  flushSync();
  return { count: () => drawn.count, end };
}

describe("drawnByFrames", () => {
  afterEach(() => {
    frames = [];
    vi.unstubAllGlobals();
  });

  it("draws some at once and as many more with each frame, until all are there", () => {
    const { count, end } = shown(() => 5, 2);
    expect(count()).toBe(2);
    nextFrame();
    expect(count()).toBe(4);
    nextFrame();
    expect(count()).toBeGreaterThanOrEqual(5);
    expect(frames).toHaveLength(0);
    end();
  });

  it("goes on when there is more to draw later", () => {
    let total = $state(1);
    const { count, end } = shown(() => total, 2);
    expect(frames).toHaveLength(0);
    total = 4;
    flushSync();
    nextFrame();
    expect(count()).toBe(4);
    end();
  });

  it("asks for no frame after its component is gone", () => {
    const { count, end } = shown(() => 9, 2);
    end();
    nextFrame();
    expect(count()).toBe(2);
  });
});
