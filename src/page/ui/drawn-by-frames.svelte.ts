/** How much of a list or a page is drawn by now. */
export interface DrawnByFrames {
  readonly count: number;
}

/**
 * Draws a long list or page in short tasks between which it stays usable: some of it at once, more with every frame.
 * Called while a component is initialised; it follows its total and ends with the component.
 *
 * @param total how many there are; asked again whenever it changes
 * @param step  how many more each frame draws, and the first one: 1 or more
 */
export function drawnByFrames(total: () => number, step: number): DrawnByFrames {
  let count = $state(step);
  $effect(() => {
    if (count >= total()) return;
    const frame = requestAnimationFrame(() => {
      count += step;
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  });
  return {
    get count() {
      return count;
    },
  };
}
