import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_SPACER, scrollToRow, scrollWindow } from "./scroll-window";

const viewport = 600;
const rowHeight = 40;

describe("scrollWindow", () => {
  it("shows the first rows at the top and the last row at the bottom, however many rows there are", () => {
    for (const count of [1, 10, 100_000, 1_000_000, 5_000_000]) {
      const at = { viewport, rowHeight, count, overscan: 0 };
      const top = scrollWindow(0, at);
      expect(top.first).toBe(0);
      expect(top.offset).toBe(0);
      const bottom = scrollWindow(Number.MAX_SAFE_INTEGER, at);
      expect(bottom.end).toBe(count);
      const lastRowBottom = bottom.offset + (bottom.end - bottom.first) * rowHeight;
      expect(lastRowBottom).toBeCloseTo(bottom.height, 3);
    }
  });

  it("keeps the spacer below the height that browsers collapse", () => {
    const { height } = scrollWindow(0, { viewport, rowHeight, count: 10_000_000, overscan: 4 });
    expect(height).toBe(MAX_SPACER);
  });

  it("covers the viewport with the drawn rows at every position", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_000_000 }),
        fc.integer({ min: 20, max: 3_000_000 }),
        (scrollTop, count) => {
          const at = scrollWindow(scrollTop, { viewport, rowHeight, count, overscan: 2 });
          const top = Math.min(scrollTop, Math.max(at.height - viewport, 0));
          expect(at.offset).toBeLessThanOrEqual(top + 1e-6);
          expect(at.offset + (at.end - at.first) * rowHeight).toBeGreaterThanOrEqual(
            top + viewport - 1e-6,
          );
        },
      ),
    );
  });
});

describe("scrollToRow", () => {
  it("brings any row fully into view", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (row, share) => {
          const at = { viewport, rowHeight, count: 1_000_000 };
          const target = scrollToRow(row, share * (MAX_SPACER - viewport), at);
          const shown = scrollWindow(target, { ...at, overscan: 0 });
          const y = shown.offset + (row - shown.first) * rowHeight - target;
          expect(y).toBeGreaterThanOrEqual(-0.01);
          expect(y + rowHeight).toBeLessThanOrEqual(viewport + 0.01);
        },
      ),
    );
  });
});
