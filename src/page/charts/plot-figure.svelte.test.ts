import { flushSync, unmount } from "svelte";
import { afterEach, describe, expect, it, vi } from "vitest";
import { mounted } from "../../../tests/support/mounted";
import type { FigureBuilder } from "./figure";
import PlotFigure from "./PlotFigure.svelte";

/** One dot for each name; its cell is the name. */
const dots =
  (names: readonly string[]): FigureBuilder =>
  ({ plot }) => ({
    options: { marks: [plot.dot(names, { x: (_: string, i: number) => i, y: () => 1 })] },
    points: names.map((name, x) => ({ x, y: 1, cell: name, title: name, rows: [] })),
    nearest: "x",
  });

let shown: Record<string, unknown> | null = null;
const host = document.createElement("div");

async function show(names: readonly string[]) {
  const opened: string[] = [];
  const drawn = vi.fn();
  const props = $state({
    build: dots(names),
    label: "Dots",
    description: "Dots in a row",
    onopen: (cell: string) => opened.push(cell),
    ondraw: drawn,
  });
  host.style.inlineSize = "400px";
  document.body.append(host);
  shown = await mounted(PlotFigure, props, host);
  await vi.waitFor(() => {
    expect(drawn).toHaveBeenCalled();
  });
  const press = (key: string) => {
    const canvas = host.querySelector("[role=group]")!;
    canvas.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    flushSync();
  };
  /** Draws again, and waits for it. */
  const again = async (change: () => void) => {
    drawn.mockClear();
    change();
    flushSync();
    await vi.waitFor(() => {
      expect(drawn).toHaveBeenCalled();
    });
  };
  return { props, opened, press, again };
}

afterEach(async () => {
  if (shown !== null) await unmount(shown);
  shown = null;
  host.remove();
});

describe("PlotFigure", () => {
  it("keeps the mark that the keys have come to when it is drawn in another width", async () => {
    const { opened, press, again } = await show(["a", "b", "c"]);
    press("ArrowRight");
    press("ArrowRight");
    await again(() => {
      host.style.inlineSize = "300px";
    });
    press("ArrowRight");
    press("Enter");
    expect(opened).toEqual(["c"]);
  });

  it("lets go of a mark that is no longer there", async () => {
    const { props, opened, press, again } = await show(["a", "b", "c"]);
    press("ArrowRight");
    press("ArrowRight");
    await again(() => {
      props.build = dots(["x", "y", "z"]);
    });
    press("Enter");
    expect(opened).toEqual([]);
    press("ArrowRight");
    press("Enter");
    expect(opened).toEqual(["x"]);
  });
});
