/** Which rows of a very long list are drawn, and where. Browsers cap an element's height, so the scroll position is scaled. */
export interface ScrollWindow {
  /** First and one past the last row to draw. */
  readonly first: number;
  readonly end: number;
  /** CSS pixels from the top of the spacer to the first drawn row. */
  readonly offset: number;
  /** Height of the spacer that gives the scroll bar its length. */
  readonly height: number;
}

/** Firefox collapses elements above 17.9 million pixels; Chromium stops at 33.5 million. */
export const MAX_SPACER = 8_000_000;

/**
 * The window of rows for a scroll position.
 *
 * @param scrollTop pixels scrolled, >= 0
 * @param viewport  visible height in pixels, >= 0
 * @param rowHeight pixels of one row, > 0
 * @param count     rows in all, >= 0
 * @param overscan  rows drawn beyond each edge
 *
 * Above MAX_SPACER pixels one scrolled pixel stands for several; the first row is exactly at the top and the last exactly at
 * the bottom. O(1).
 */
export function scrollWindow(
  scrollTop: number,
  {
    viewport,
    rowHeight,
    count,
    overscan,
  }: { viewport: number; rowHeight: number; count: number; overscan: number },
): ScrollWindow {
  const full = count * rowHeight;
  const height = Math.min(full, MAX_SPACER);
  const range = Math.max(height - viewport, 0);
  const top = Math.min(Math.max(scrollTop, 0), range);
  const virtualTop = range === 0 ? 0 : (top / range) * Math.max(full - viewport, 0);
  const first = Math.max(0, Math.floor(virtualTop / rowHeight) - overscan);
  const end = Math.min(count, Math.ceil((virtualTop + viewport) / rowHeight) + overscan);
  return { first, end, offset: top - virtualTop + first * rowHeight, height };
}

/** The scroll position that brings a row into view with the least movement. */
export function scrollToRow(
  row: number,
  scrollTop: number,
  { viewport, rowHeight, count }: { viewport: number; rowHeight: number; count: number },
): number {
  const full = count * rowHeight;
  const range = Math.max(Math.min(full, MAX_SPACER) - viewport, 0);
  const virtualRange = Math.max(full - viewport, 0);
  if (range === 0) return 0;
  const virtualTop = (Math.min(scrollTop, range) / range) * virtualRange;
  const rowTop = row * rowHeight;
  const wanted = Math.min(Math.max(virtualTop, rowTop + rowHeight - viewport), rowTop);
  return (wanted / virtualRange) * range;
}
