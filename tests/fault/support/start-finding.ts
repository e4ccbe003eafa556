import type { Finding } from "../harness/harness";
import type { RemotePage } from "./remote-page";

const MOST_QUESTIONS = 6;

/**
 * What a start found. A browser that is too busy to answer an open within five seconds is "blocked": that says nothing of the
 * data, so it is asked again, as the button of that page does.
 */
export function findingOf(page: RemotePage, rowCount: number): Promise<Finding> {
  return unlessBusy(() => page.call("find", rowCount));
}

/** Asks until the answer is not that the browser is busy, as `findingOf` does. */
export async function unlessBusy(find: () => Promise<Finding>): Promise<Finding> {
  for (let question = 1; ; question++) {
    const found = await find();
    if (found.boot !== "blocked" || question === MOST_QUESTIONS) return found;
  }
}
