import { describe, expect, it } from "vitest";
import { frameQueue } from "./frame-queue";

/** Frames by hand and a clock that jobs move. */
function setting() {
  const frames: (() => void)[] = [];
  const clock = { ms: 0 };
  const drawn: string[] = [];
  const inFrames = frameQueue(
    (run) => frames.push(run),
    () => clock.ms,
  );
  const chart = (name: string, costMs: number) => () => {
    drawn.push(name);
    clock.ms += costMs;
  };
  const frame = (): void => {
    frames.splice(0).forEach((run) => {
      run();
    });
  };
  return { inFrames, chart, frame, frames, drawn };
}

describe("frameQueue", () => {
  it("draws quick charts in one frame, in the order they were asked for", () => {
    const { inFrames, chart, frame, frames, drawn } = setting();
    for (const name of ["a", "b", "c"]) inFrames(chart(name, 5));
    expect(frames).toHaveLength(1);
    frame();
    expect(drawn).toEqual(["a", "b", "c"]);
    expect(frames).toHaveLength(0);
  });

  it("leaves the rest to the next frame once the budget is spent", () => {
    const { inFrames, chart, frame, drawn } = setting();
    for (const name of ["a", "b", "c"]) inFrames(chart(name, 30));
    frame();
    expect(drawn).toEqual(["a"]);
    frame();
    expect(drawn).toEqual(["a", "b"]);
    frame();
    expect(drawn).toEqual(["a", "b", "c"]);
  });

  it("does not draw what was taken back, and draws what was asked for while drawing", () => {
    const { inFrames, chart, frame, drawn } = setting();
    const takeBack = inFrames(chart("a", 1));
    inFrames(() => {
      inFrames(chart("late", 1));
    });
    takeBack();
    frame();
    frame();
    expect(drawn).toEqual(["late"]);
  });

  it("goes on after a chart that throws", () => {
    const { inFrames, chart, frame, drawn } = setting();
    inFrames(() => {
      throw new Error("broken chart");
    });
    inFrames(chart("b", 1));
    expect(frame).toThrow(/broken/);
    frame();
    expect(drawn).toEqual(["b"]);
  });
});
