import columnWorkerUrl from "./column.worker.ts?worker&url";
import { IngestSession } from "./ingest-session";
import { secondReader } from "./second-reader";
import { pagePort, serve } from "./serve";
import { browserStoredData } from "./stored-generations";
import { startWorker } from "./start";
import type { IngestCalls } from "./protocol";

const session = new IngestSession(browserStoredData(), {
  nowMs: () => Date.now(),
  elapsedMs: () => performance.now(),
  newId: randomId,
  // On two processors the page and the browser need the second one: reading by two took 15 % longer there (ADR 0011).
  ...(navigator.hardwareConcurrency > 2 && {
    secondReader: secondReader(() => startWorker(columnWorkerUrl, "columns")),
  }),
});

serve<IngestCalls>(pagePort(), session.handlers);

/** 128 random bits; `crypto.randomUUID` is missing on plain http. */
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join(
    "-",
  );
}
