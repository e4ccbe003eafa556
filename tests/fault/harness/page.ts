import { Harness } from "./harness";
import { obey } from "./remote";

declare global {
  interface Window {
    harness: Harness;
  }
}

window.harness = new Harness();

const name = new URLSearchParams(location.search).get("as");
if (name !== null) void obey(name, window.harness);
