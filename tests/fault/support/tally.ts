import { appendFileSync } from "node:fs";
import { inject } from "vitest";

/** One line of the summary that is printed after all fault tests. */
export function tally(line: string): void {
  appendFileSync(inject("tallyFile"), `  ${line}\n`);
}

/** Says by name what could not run on this machine, in the summary too, and ends the test. */
export function absent(name: string, skip: (note: string) => never): never {
  tally(`${name}: NOT RUN, it is not on this machine`);
  return skip(`${name} is not on this machine`);
}
