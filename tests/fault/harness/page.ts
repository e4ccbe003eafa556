import { atomicity } from "./atomicity";
import { Harness } from "./harness";
import { obey } from "./remote";

declare global {
  interface Window {
    harness: Harness;
    atomicity: typeof atomicity;
  }
}

window.harness = new Harness();
window.atomicity = atomicity;

const name = new URLSearchParams(location.search).get("as");
if (name !== null) void obey(name, window.harness);
