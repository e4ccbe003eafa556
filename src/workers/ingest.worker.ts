import { IngestSession } from "./ingest-session";
import { serve } from "./serve";
import { storedGenerations } from "./stored-generations";
import type { IngestCalls } from "./protocol";

const session = new IngestSession(storedGenerations, {
  nowMs: () => Date.now(),
  elapsedMs: () => performance.now(),
  newId: () => crypto.randomUUID?.() ?? `${Date.now().toString(36)}-${performance.now()}`,
});

serve<IngestCalls>(self as DedicatedWorkerGlobalScope, session.handlers);
