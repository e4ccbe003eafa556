import type { Harness } from "./harness";

export interface Order {
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
}

export interface Ending {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** The end of an order, or with `id` null an error that nobody waits for. */
export type Answer = Ending | { readonly id: null; readonly error: string };

/** Fetches orders from the test's server and carries each out at once; several may be under way. */
export async function obey(name: string, harness: Harness): Promise<void> {
  const address = `/remote/${name}`;
  const say = (answer: Answer): void => {
    void fetch(address, { method: "POST", body: JSON.stringify(answer) });
  };
  window.addEventListener("error", (event) => {
    say({ id: null, error: event.message });
  });
  window.addEventListener("unhandledrejection", (event) => {
    say({ id: null, error: String(event.reason) });
  });
  for (;;) {
    const order = (await (await fetch(address)).json()) as Order;
    void carryOut(order, harness).then(say);
  }
}

async function carryOut({ id, method, args }: Order, harness: Harness): Promise<Ending> {
  try {
    // Names and arguments are checked where they are given (support/remote-page.ts).
    const action = Reflect.get(harness, method) as (...parameters: readonly unknown[]) => unknown;
    return { id, value: await action.apply(harness, [...args]) };
  } catch (error) {
    return { id, error: String(error) };
  }
}
