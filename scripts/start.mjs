// npm start: installs when needed, builds when needed, serves the built app on this machine only.
// npm start -- --port 8080 asks for another port; the next free one is taken.
import { parseArgs } from "node:util";
import { DIST, ensureBuilt } from "./lib/built.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { listen, staticServer } from "./lib/static-server.mjs";

const { values } = parseArgs({ options: { port: { type: "string", default: "4173" } } });
const wanted = Number(values.port);
if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535) {
  console.error(`--port ${values.port}: a whole number from 1 to 65535 is needed`);
  process.exit(2);
}
ensureInstalled();
ensureBuilt();
const server = staticServer(DIST);
const port = await listen(server, wanted);
console.log(`Clientele 客群 runs at http://localhost:${port}/   (Ctrl+C stops it)`);
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    server.closeAllConnections();
    server.close(() => process.exit(0));
  });
}
