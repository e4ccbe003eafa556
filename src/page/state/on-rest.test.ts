import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { onRest } from "./on-rest";

describe("onRest", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it("calls back once, after as long a quiet as asked for", () => {
    const then = vi.fn();
    onRest(() => Infinity, { restMs: 1000 }, then);
    vi.advanceTimersByTime(900);
    expect(then).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(then).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(10_000);
    expect(then).toHaveBeenCalledOnce();
  });

  it("begins anew when something comes up meanwhile", () => {
    const then = vi.fn();
    let lastMs = -Infinity;
    onRest(() => performance.now() - lastMs, { restMs: 1000 }, then);
    vi.advanceTimersByTime(850);
    // Over before anybody looks.
    lastMs = performance.now();
    vi.advanceTimersByTime(50);
    vi.advanceTimersByTime(900);
    expect(then).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(then).toHaveBeenCalledOnce();
  });

  it("does not wait longer than it may", () => {
    const then = vi.fn();
    onRest(() => 0, { restMs: 1000, mostMs: 5000 }, then);
    vi.advanceTimersByTime(5000);
    expect(then).toHaveBeenCalledOnce();
  });

  it("begins anew when the page itself was busy", () => {
    const then = vi.fn();
    onRest(() => Infinity, { restMs: 300 }, then);
    vi.advanceTimersByTime(200);
    // A long task: the clock goes on, and no timer is served.
    const clock = performance.now.bind(performance);
    vi.spyOn(performance, "now").mockImplementation(() => clock() + 200);
    vi.advanceTimersByTime(200);
    expect(then).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(then).toHaveBeenCalledOnce();
  });

  it("is called off", () => {
    const then = vi.fn();
    onRest(() => Infinity, { restMs: 1000 }, then)();
    vi.advanceTimersByTime(10_000);
    expect(then).not.toHaveBeenCalled();
  });
});
