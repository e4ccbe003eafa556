type Params = Readonly<Record<string, string | number | boolean>>;

/**
 * What a control has changed of the parameters that it was drawn with. A view is drawn with those of the last answer; whoever turns
 * two controls while an answer is on its way must not lose the first turn to the second.
 *
 * @returns only what differs; all of `next` where nothing does: somebody went back to what is shown
 */
export function changedParams(shown: Params, next: Params): Params {
  const changed = Object.entries(next).filter(([name, value]) => value !== shown[name]);
  return changed.length === 0 ? next : Object.fromEntries(changed);
}
