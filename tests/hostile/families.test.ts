import { describe, expect, it } from "vitest";
import { cpuMs } from "./cpu-time";
import { FAMILIES } from "./families";
import { IS_LONG } from "./long";
import { outcomeOf } from "./outcome";

const PROTOTYPE = Object.getOwnPropertyNames(Object.prototype).join();

describe("hostile files", () => {
  for (const { id, what, cases } of FAMILIES) {
    const wanted = cases.filter(({ isLong }) => IS_LONG || isLong !== true);
    it.each(wanted.map((one) => [one.name, one] as const))(
      `${id} ${what}: %s`,
      async (_, one) => {
        const file = await one.file();
        const startMs = cpuMs();
        expect(await outcomeOf(file)).toMatchObject(one.expected);
        expect(cpuMs() - startMs).toBeLessThan(one.withinMs ?? 10_000);
        expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(PROTOTYPE);
      },
      300_000,
    );
  }
});
