import { DIST, ensureBuilt } from "../../../scripts/lib/built.mjs";
import { listen, staticServer } from "../../../scripts/lib/static-server.mjs";
import { APP_PORT, SINKHOLE_PORT } from "./addresses";
import { openSinkhole } from "./sinkhole";

/** Serves the built app for the whole run beside a sinkhole, and fails the run if anything reached the sinkhole. */
export default async function setup(): Promise<() => Promise<void>> {
  ensureBuilt();
  const server = staticServer(DIST);
  await listen(server, APP_PORT, 1);
  const sinkhole = await openSinkhole(SINKHOLE_PORT);
  return async () => {
    server.closeAllConnections();
    server.close();
    await sinkhole.close();
    if (sinkhole.hits.length > 0) {
      throw new Error(`something left the page: ${sinkhole.hits.slice(0, 10).join("; ")}`);
    }
  };
}
