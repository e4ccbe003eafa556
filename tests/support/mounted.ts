import { flushSync, mount, type Component } from "svelte";
import { I18n, provideI18n } from "../../src/i18n/i18n.svelte";

/** Draws a component in a page that speaks English. @returns what `unmount` takes */
export async function mounted<P extends Record<string, unknown>>(
  Drawn: Component<P>,
  props: P,
  target: Element = document.body,
): Promise<Record<string, unknown>> {
  const i18n = await I18n.load("en");
  const Host: typeof Drawn = (anchor, given) => {
    provideI18n(i18n);
    return Drawn(anchor, given);
  };
  const shown = mount(Host, { target, props, context: new Map() });
  flushSync();
  return shown;
}
