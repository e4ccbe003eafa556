import type { Finding } from "../harness/harness";
import type { RemotePage } from "./remote-page";

const MOST_QUESTIONS = 6;

/**
 * What a start found. A browser that is too busy to answer an open within five seconds is "blocked": that says nothing of the
 * data, so it is asked again, as the button of that page does.
 */
export async function findingOf(page: RemotePage, rowCount: number): Promise<Finding> {
  for (let question = 1; ; question++) {
    const found = await page.call("find", rowCount);
    if (found.boot !== "blocked" || question === MOST_QUESTIONS) return found;
  }
}
