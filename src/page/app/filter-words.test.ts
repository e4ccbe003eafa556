import { describe, expect, it } from "vitest";
import type { FieldKind } from "../../domain/field";
import type { Filter } from "../../domain/filter";
import { createFormat } from "../../i18n/format";
import { loadMessages } from "../../i18n/messages";
import { day } from "../../../tests/support/tables";
import { filterWords } from "./filter-words";

const hans = { t: await loadMessages("zh-Hans"), format: createFormat("zh-Hans") };
const en = { t: await loadMessages("en"), format: createFormat("en") };
const of = { entity: "customers", column: "attr:x" } as const;
const number = (from: number | null, to: number | null, withMissing = false): Filter => ({
  kind: "number",
  ...of,
  from,
  to,
  withMissing,
});
const days = (fromDay: string | null, toDay: string | null, withMissing = false): Filter => ({
  kind: "days",
  ...of,
  fromDay: fromDay === null ? null : day(fromDay),
  toDay: toDay === null ? null : day(toDay),
  withMissing,
});

describe("filterWords", () => {
  it.each<[Filter, FieldKind, string, string]>([
    [number(30, 45), "number", "30–45", "30–45"],
    [number(30, null), "number", "30及以上", "30 or more"],
    [number(null, 12345.5), "money", "12,345.5及以下", "12,345.5 or less"],
    [number(0.07, 0.07), "ratio", "7%", "7%"],
    [number(null, null, true), "number", "未填写", "No value"],
    [number(1, 2, true), "number", "1–2，或未填写", "1–2, or no value"],
    [days("2024-01-01", null), "date", "2024/1/1起", "from 1 Jan 2024"],
    [days(null, "2024-01-31"), "moment", "到2024/1/31", "until 31 Jan 2024"],
    [days("2024-01-01", "2024-01-31"), "date", "2024/1/1–2024/1/31", "1 Jan 2024–31 Jan 2024"],
    [{ kind: "flag", ...of, choices: ["no", "missing"] }, "flag", "否和未填写", "No and No value"],
    [{ kind: "values", ...of, values: [""] }, "category", "未填写", "No value"],
    [{ kind: "values", ...of, values: ["华东", ""] }, "category", "华东等2项", "华东 + 1"],
  ])("says %o of a column of %s", (filter, kind, chinese, english) => {
    expect(filterWords(filter, hans, kind)).toBe(chinese);
    expect(filterWords(filter, en, kind)).toBe(english);
  });
});
