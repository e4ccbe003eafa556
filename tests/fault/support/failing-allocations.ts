const NAMES = ["ArrayBuffer", "Uint8Array", "Int32Array", "Uint32Array", "Float64Array"] as const;

/** The longest that always fits: views and small records are no reason to run out of memory. */
const SMALL = 256;

const isLarge = ([first]: readonly unknown[]): boolean =>
  typeof first === "number" ? first > SMALL : Array.isArray(first) && first.length > SMALL;

/**
 * Makes the `failAt`-th large allocation (1-based) while `body` runs fail as engines do when memory is short.
 *
 * @returns what the body gave, and how many large allocations there were
 */
export async function withFailingAllocation<T>(
  failAt: number,
  body: () => Promise<T>,
): Promise<{ readonly value: T; readonly allocations: number }> {
  let allocations = 0;
  const world = globalThis as unknown as Record<string, typeof Uint8Array>;
  const originals = NAMES.map((name) => [name, world[name]!] as const);
  for (const [name, original] of originals) {
    world[name] = new Proxy(original, {
      construct: (target, given: unknown[], subject) => {
        if (isLarge(given) && ++allocations === failAt) {
          throw new RangeError("Array buffer allocation failed");
        }
        // `subject` is the proxy itself unless a subclass asks.
        const self = subject === world[name] ? target : subject;
        return Reflect.construct(target, given, self) as object;
      },
    });
  }
  try {
    return { value: await body(), allocations };
  } finally {
    for (const [name, original] of originals) world[name] = original;
  }
}
