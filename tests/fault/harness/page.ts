import { atomicity } from "./atomicity";
import { Harness } from "./harness";

declare global {
  interface Window {
    harness: Harness;
    atomicity: typeof atomicity;
  }
}

window.harness = new Harness();
window.atomicity = atomicity;
