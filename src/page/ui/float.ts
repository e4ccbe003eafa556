/** Where a floating panel goes: below its anchor, above when there is no room, inside the window at both sides. */
export function placeBelow(anchor: HTMLElement, panel: HTMLElement, align: "start" | "end"): void {
  const gap = 6;
  const edge = 8;
  const at = anchor.getBoundingClientRect();
  const rightToLeft = getComputedStyle(anchor).direction === "rtl";
  const { offsetWidth: width, offsetHeight: height } = panel;
  const fromLeft = (align === "start") !== rightToLeft;
  const wanted = fromLeft ? at.left : at.right - width;
  const left = Math.max(edge, Math.min(wanted, innerWidth - width - edge));
  const below = at.bottom + gap;
  const fits = below + height <= innerHeight - edge;
  const above = at.top - gap - height;
  const top = fits || above < edge ? below : above;
  panel.style.setProperty("left", `${left}px`);
  panel.style.setProperty("top", `${top}px`);
  panel.style.setProperty(
    "max-height",
    `${Math.max(120, innerHeight - Math.max(top, edge) - edge)}px`,
  );
}
