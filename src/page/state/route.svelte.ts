import { isFilterKey } from "./filter-url";
import { readAddress, writeAddress, type Address, type PageId } from "./route-url";

/** What an address change may name; `query: null` for a key removes it. */
export interface AddressChange {
  readonly segments?: readonly string[];
  readonly query?: Readonly<Record<string, string | null>>;
}

/** The address bar as state. The hash is the truth; nothing else stores the page or the scope. */
export class Route {
  #address = $state.raw<Address>(readAddress(""));

  /** @returns the end of listening */
  listen(): () => void {
    const read = (): void => {
      this.#address = readAddress(window.location.hash);
    };
    read();
    window.addEventListener("hashchange", read);
    return () => {
      window.removeEventListener("hashchange", read);
    };
  }

  get page(): PageId {
    return this.#address.page;
  }
  get segments(): readonly string[] {
    return this.#address.segments;
  }
  get query(): ReadonlyMap<string, string> {
    return this.#address.query;
  }

  /** The hash of a page with today's scope kept and the named parts changed; for `<a href>`. */
  href(page: PageId, change: AddressChange = {}): string {
    const changes = Object.entries(change.query ?? {});
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- written into an address at once; nothing draws from it
    const merged = new Map<string, string | null>([...this.#kept(page), ...changes]);
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- written into an address at once; nothing draws from it
    const query = new Map(
      [...merged].filter((entry): entry is [string, string] => entry[1] !== null),
    );
    return writeAddress({ page, segments: change.segments ?? [], query });
  }

  /** Opens a page. `replace` does not make a step in the history: for changes of a parameter while playing with it. */
  go(page: PageId, change: AddressChange = {}, replace = false): void {
    const hash = this.href(page, change);
    if (replace) {
      window.history.replaceState(window.history.state, "", hash);
      this.#address = readAddress(hash);
    } else {
      window.location.hash = hash;
    }
  }

  /** Replaces the keys that `owns` accepts by `values` on the current page. */
  replaceQuery(owns: (key: string) => boolean, values: ReadonlyMap<string, string>): void {
    const others = [...this.#address.query].filter(([key]) => !owns(key));
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- written into an address at once; nothing draws from it
    const query = new Map([...others, ...values]);
    window.location.hash = writeAddress({ page: this.page, segments: this.segments, query });
  }

  /** The scope follows the reader to every page; the parameters of one page stay on it. */
  *#kept(page: PageId): Iterable<[string, string]> {
    for (const [key, value] of this.#address.query) {
      if (isScopeKey(key) || page === this.page) yield [key, value];
    }
  }
}

/** Keys of the query that belong to the scope. */
export function isScopeKey(key: string): boolean {
  return key === "asof" || key === "period" || isFilterKey(key);
}
