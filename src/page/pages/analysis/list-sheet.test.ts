import { describe, expect, it } from "vitest";
import { openWorkbook } from "../../../ingest/xlsx/workbook";
import type { ListFile } from "../../ui/list-file";
import { LINES_A_PART, listWorkbook } from "./list-sheet";

interface Line {
  readonly key: string;
  readonly chance: number;
}
const FILE: ListFile<Line> = {
  name: "名单",
  columns: [
    { header: "名次", kind: "count", cell: (_, rank) => rank },
    { header: "编号", kind: "text", cell: ({ key }) => key },
    { header: "可能性", kind: "number", cell: ({ chance }) => chance },
    { header: "空", kind: "money", cell: () => null },
  ],
};
const lines = Array.from({ length: 2 * LINES_A_PART + 7 }, (_, i) => ({
  key: `00${i}`,
  chance: 1 / (i + 2),
}));
const ask = (offset: number) =>
  Promise.resolve({ total: lines.length, lines: lines.slice(offset, offset + LINES_A_PART) });

describe("the workbook of a list", () => {
  it("holds every line once, in the order of the list, ranked from 1, keys as text", async () => {
    const told: number[] = [];
    const blob = await listWorkbook(FILE, ask, (done) => told.push(done));
    const workbook = await openWorkbook(blob);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["名单"]);
    const rows: (readonly unknown[])[] = [];
    for await (const batch of workbook.rows(0, {})) rows.push(...batch.rows);
    expect(rows[0]).toEqual(["名次", "编号", "可能性", "空"]);
    expect(rows.slice(1).map((row) => row.slice(0, 3))).toEqual(
      lines.map(({ key, chance }, i) => [i + 1, key, chance]),
    );
    expect(told).toHaveLength(3);
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  it("is not made where the list changes on the way, or ends before its end", async () => {
    const silent = (): void => undefined;
    const grown = (offset: number) =>
      ask(offset).then((part) => ({ ...part, total: part.total + (offset === 0 ? 0 : 1) }));
    await expect(listWorkbook(FILE, grown, silent)).rejects.toThrow("changed");
    const short = (offset: number) =>
      offset === 0 ? ask(0) : Promise.resolve({ total: lines.length, lines: [] });
    await expect(listWorkbook(FILE, short, silent)).rejects.toThrow("ended");
  });
});
