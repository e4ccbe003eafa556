import type { SheetPart } from "../ingest/build/sheet-builder";
import type { SheetPlan } from "../ingest/plan";
import type { SecondReader } from "../ingest/share-columns";
import { WorkerClient } from "./client";

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

/** Reads in a worker of its own that lives as long as one reading. */
export function secondReader(startWorker: () => Worker): SecondReader {
  return {
    start(file, plan, columns) {
      let isRunning = false;
      const client = new WorkerClient<ColumnCalls>(() => {
        const worker = startWorker();
        const noteLife = (): void => {
          isRunning = true;
        };
        worker.addEventListener("message", noteLife, { once: true });
        return worker;
      });
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
