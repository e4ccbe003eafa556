import type { AddressInfo } from "node:net";
import { DIST } from "../../../scripts/lib/built.mjs";
import { staticServer } from "../../../scripts/lib/static-server.mjs";

/** The built app as `npm start` serves it, at an origin of its own; gone for good after `stop`. */
export interface AppServer {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startAppServer(folder = DIST): Promise<AppServer> {
  const server = staticServer(folder);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    stop: async () => {
      if (!server.listening) return;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
