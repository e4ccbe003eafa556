import { readPlainPart } from "../ingest/read-plain";
import type { ColumnCalls } from "./second-reader";
import { Moved, pagePort, serve } from "./serve";

serve<ColumnCalls>(pagePort(), {
  read: async ({ file, plan, columns }, { signal }) =>
    new Moved(await readPlainPart(file, plan, { only: new Set(columns), signal })),
});
