import type { SheetPart } from "../ingest/build/sheet-builder";
import type { SheetPlan } from "../ingest/plan";
import type { SecondReader } from "../ingest/share-columns";
import { WorkerClient, type ClientOptions } from "./client";

/** The call that the column worker answers. */
export interface ColumnCalls {
  readonly read: {
    readonly in: {
      readonly file: Blob;
      readonly plan: SheetPlan;
      readonly columns: readonly number[];
    };
    readonly out: SheetPart | null;
  };
}

/**
 * Reads in a worker of its own that lives as long as one reading. One that hangs is given up, and the first reader reads its
 * columns: the page watches that one, not this.
 *
 * @param options for tests
 */
export function secondReader(
  startWorker: () => Worker,
  options: Pick<ClientOptions<ColumnCalls>, "watchIntervalMs"> = {},
): SecondReader {
  return {
    start(file, plan, columns) {
      let isRunning = false;
      const begin = (): Worker => {
        const worker = startWorker();
        const noteLife = (): void => {
          isRunning = true;
        };
        worker.addEventListener("message", noteLife, { once: true });
        return worker;
      };
      const client = new WorkerClient<ColumnCalls>(begin, { ...options, watched: ["read"] });
      return {
        isRunning: () => isRunning,
        part: client.call("read", { file, plan, columns }),
        stop() {
          client.terminate();
        },
      };
    },
  };
}
