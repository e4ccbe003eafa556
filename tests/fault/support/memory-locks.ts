interface Waiting {
  readonly mode: LockMode;
  readonly start: () => void;
}

/** Web Locks within one thread: exclusive and shared, first come first served, `ifAvailable` and `signal`. */
export function memoryLocks(): LockManager {
  const held = new Map<string, LockMode[]>();
  const queues = new Map<string, Waiting[]>();
  const fits = (name: string, mode: LockMode): boolean => {
    const modes = held.get(name) ?? [];
    return modes.length === 0 || (mode === "shared" && modes.every((one) => one === "shared"));
  };
  const admitNext = (name: string): void => {
    const queue = queues.get(name) ?? [];
    while (queue[0] !== undefined && fits(name, queue[0].mode)) queue.shift()?.start();
  };
  const hold = async <T>(
    name: string,
    mode: LockMode,
    body: (lock: Lock | null) => Promise<T>,
  ): Promise<T> => {
    held.set(name, [...(held.get(name) ?? []), mode]);
    try {
      return await body({ name, mode });
    } finally {
      const modes = held.get(name) ?? [];
      modes.splice(modes.indexOf(mode), 1);
      admitNext(name);
    }
  };
  const request = async <T>(
    name: string,
    second: LockOptions | ((lock: Lock | null) => Promise<T>),
    third?: (lock: Lock | null) => Promise<T>,
  ): Promise<T> => {
    const options = typeof second === "function" ? {} : second;
    const body = typeof second === "function" ? second : third!;
    const mode = options.mode ?? "exclusive";
    const queue = queues.get(name) ?? [];
    queues.set(name, queue);
    if (queue.length === 0 && fits(name, mode)) return hold(name, mode, body);
    if (options.ifAvailable === true) return body(null);
    await new Promise<void>((resolve, reject) => {
      const waiting = { mode, start: resolve };
      queue.push(waiting);
      options.signal?.addEventListener("abort", () => {
        queue.splice(queue.indexOf(waiting), 1);
        reject(new DOMException("aborted", "AbortError"));
      });
    });
    return hold(name, mode, body);
  };
  const query = (): Promise<LockManagerSnapshot> =>
    Promise.resolve({
      held: [...held].flatMap(([name, modes]) => modes.map((mode) => ({ name, mode }))),
      pending: [...queues].flatMap(([name, queue]) => queue.map(({ mode }) => ({ name, mode }))),
    });
  return { request, query };
}
