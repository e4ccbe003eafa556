import { startWorker } from "../workers/start";
import demoWorkerUrl from "./demo/demo.worker.ts?worker&url";

/**
 * The files of the demo, to be imported through the same path as any other.
 *
 * They are made here, by the seeded generator that also writes `public/demo/*.xlsx`: the content policy forbids every
 * fetch (`connect-src 'none'`), and a workbook carried inside a script would be sixty times the generator's size. It runs in a
 * worker of its own, so that the page goes on while the 30,000 lines are made, and is loaded when it is asked for.
 *
 * Rejects when the worker cannot be started.
 */
export async function demoFiles(): Promise<readonly File[]> {
  const worker = startWorker(demoWorkerUrl, "demo");
  try {
    return await new Promise<readonly File[]>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<readonly File[]>) => {
        resolve(data);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(`the demo could not be made: ${event.message}`));
      };
    });
  } finally {
    worker.terminate();
  }
}
