// npm run build: writes dist/, ready for any static host.
import { ensureInstalled } from "./lib/install.mjs";
import { ensureBuilt } from "./lib/built.mjs";

ensureInstalled();
ensureBuilt();
console.log("dist/ is built.");
