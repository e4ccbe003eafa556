import { createContext, type Component } from "svelte";

type Palette = Component<{ onclose: () => void }>;

const modules = import.meta.glob<Palette>("../palette/Palette.svelte", { import: "default" });
const load = modules["../palette/Palette.svelte"];

/** Opens the command palette (`page/palette/Palette.svelte`), which is loaded on first use. */
export class PaletteDoor {
  #component = $state.raw<Palette | null>(null);

  get exists(): boolean {
    return load !== undefined;
  }
  /** The palette while it is open. */
  get component(): Palette | null {
    return this.#component;
  }
  async open(): Promise<void> {
    if (load !== undefined) this.#component = await load();
  }
  close(): void {
    this.#component = null;
  }
}

const [usePalette, providePalette] = createContext<PaletteDoor>();
export { providePalette, usePalette };
