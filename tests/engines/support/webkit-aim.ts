// What WebDriver leaves to its user and Playwright does by itself: to click an element only when it is at rest, and to
// know whether the click has reached it. Everything here runs in the page and sees nothing of this file.

declare global {
  /** The element that is about to be clicked. */
  var clickTarget: HTMLElement | undefined;
  /** Whether the last press of the pointer fell on it; null before any press. */
  var pressHit: boolean | null | undefined;
  /**
   * Whether it was clicked: not when it was disabled, or had moved or gone, before the pointer was let go. Undefined in
   * another document.
   */
  var isClicked: boolean | undefined;
  var isClickWatched: boolean | undefined;
}

/** What became of looking for an element; only one at rest is clicked. */
export type Aim = "absent" | "disabled" | "covered" | "moving" | "at rest";

/** Finds the first visible match, brings it into view and looks whether it keeps its place for three frames. */
export async function aim(css: string, text: string): Promise<Aim> {
  const pattern = new RegExp(text, "u");
  const element = [...document.querySelectorAll<HTMLElement>(css)].find(
    (candidate) => candidate.checkVisibility() && pattern.test(candidate.textContent.trim()),
  );
  globalThis.clickTarget = element;
  globalThis.pressHit = null;
  globalThis.isClicked = false;
  if (element === undefined) return "absent";
  if (element.matches(":disabled, [aria-disabled=true], [aria-disabled=true] *")) return "disabled";
  if (globalThis.isClickWatched !== true) {
    globalThis.isClickWatched = true;
    for (const kind of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"]) {
      window.addEventListener(
        kind,
        (event) => {
          const target = globalThis.clickTarget;
          if (target === undefined) return;
          const isOnTarget = event.composedPath().includes(target);
          if (kind === "pointerdown" || kind === "mousedown") globalThis.pressHit = isOnTarget;
          if (kind === "click" && isOnTarget) globalThis.isClicked = true;
          if (globalThis.pressHit !== false) return;
          event.preventDefault();
          event.stopImmediatePropagation();
        },
        true,
      );
    }
  }
  // in the middle, no bar of the page lies over it
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const placeNow = (): string => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height].join(" ");
  };
  const place = placeNow();
  for (let frame = 0; frame < 3; frame++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (placeNow() !== place) return "moving";
  }
  const { x, y, width, height } = element.getBoundingClientRect();
  const top = document.elementFromPoint(x + width / 2, y + height / 2);
  return top !== null && (element.contains(top) || top.contains(element)) ? "at rest" : "covered";
}

/** Whether the click that has just been made reached its element; true also when it has led to another document. */
export function hasHit(): boolean {
  globalThis.clickTarget = undefined;
  return globalThis.isClicked !== false;
}

export function isReadyField(css: string): boolean {
  const field = document.querySelector<HTMLInputElement>(css);
  return field !== null && !field.disabled;
}

/** The value of a field; null when it is not there. */
export function selectedValue(css: string): string | null {
  const field = document.querySelector<HTMLSelectElement>(css);
  return field === null ? null : field.value;
}
