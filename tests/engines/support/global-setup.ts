import { ensureBuilt } from "../../../scripts/lib/built.mjs";

/** The tests serve the built app. */
export default function setup(): void {
  ensureBuilt();
}
