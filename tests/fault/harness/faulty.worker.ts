import { pagePort, serve } from "../../../src/workers/serve";

/** What may go wrong in a worker, one call each. */
export interface FaultyCalls {
  readonly echo: { readonly in: number; readonly out: number };
  readonly loop: { readonly in: null; readonly out: null };
  readonly throwLater: { readonly in: null; readonly out: null };
  readonly allocate: { readonly in: null; readonly out: null };
  /** As the column worker's call, but without an end. */
  readonly read: { readonly in: unknown; readonly out: null };
}

function forEver(): never {
  for (;;);
}

serve<FaultyCalls>(pagePort(), {
  echo: (value) => value,
  loop: forEver,
  throwLater: () => {
    setTimeout(() => {
      throw new Error("outside of any call");
    });
    return new Promise(() => undefined);
  },
  allocate: () => {
    new Float64Array(Number.MAX_SAFE_INTEGER);
    return null;
  },
  read: forEver,
});
