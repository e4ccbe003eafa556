import { describe, expect, it } from "vitest";
import type { FieldKind } from "../../../domain/field";
import { createFormat } from "../../../i18n/format";
import zhHans from "../../../i18n/locales/zh-Hans";
import { cellWords } from "./plain-words";

describe("cellWords", () => {
  const words = (cell: string | number | null, fieldKind: FieldKind): string | null =>
    cellWords({ t: zhHans, format: createFormat("zh-Hans") }, cell, {
      id: "attr:a",
      fieldKind,
      label: "a",
    });

  it.each<[FieldKind, string | number | null, string | null]>([
    ["category", "华东", "华东"],
    ["date", 20000, "2024/10/4"],
    ["moment", 20000 * 1440 + 14 * 60 + 5, "2024/10/4 14:05"],
    ["flag", 1, "是"],
    ["flag", 0, "否"],
    ["ratio", 0.25, "25%"],
    ["money", 1234.56, "1,234.56"],
    ["number", null, null],
  ])("says a cell of kind %s (%s) as people write it: %s", (kind, cell, said) => {
    expect(words(cell, kind)).toBe(said);
  });
});
