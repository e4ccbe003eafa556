import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { cpuMs } from "./cpu-time";
import { documentText } from "./document";
import { FAMILIES } from "./families";
import type { FamilyCase } from "./family";
import { IS_LONG } from "./long";
import { outcomeLine, outcomeOf } from "./outcome";

const PROTOTYPE = Object.getOwnPropertyNames(Object.prototype).join();
const lines = new Map<FamilyCase, string>();

describe("hostile files", () => {
  for (const { id, what, cases } of FAMILIES) {
    const wanted = cases.filter(({ isLong }) => IS_LONG || isLong !== true);
    it.each(wanted.map((one) => [one.name, one] as const))(
      `${id} ${what}: %s`,
      async (_, one) => {
        const file = await one.file();
        const startMs = cpuMs();
        const outcome = await outcomeOf(file);
        lines.set(one, outcomeLine(outcome));
        expect(outcome).toMatchObject(one.expected);
        expect(cpuMs() - startMs).toBeLessThan(one.withinMs ?? 10_000);
        expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(PROTOTYPE);
      },
      300_000,
    );
  }

  it("have a family for every number of the plan", () => {
    const ids = new Set([...FAMILIES.map(({ id }) => id), "C41", "C42", "C43"]);
    const numbers = (letter: string, count: number): string[] =>
      Array.from({ length: count }, (_, i) => letter + String(i + 1).padStart(2, "0"));
    expect([...numbers("C", 43), ...numbers("X", 26)].filter((id) => !ids.has(id))).toEqual([]);
  });

  it("stand in docs/hostile-files.md with what came of them", async () => {
    const text = documentText(FAMILIES, lines);
    const page = await format(text, { parser: "markdown", printWidth: 100 });
    await expect(page).toMatchFileSnapshot("../../docs/hostile-files.md");
  });
});
