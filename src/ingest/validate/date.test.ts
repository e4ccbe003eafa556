import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { formatIsoDay, type EpochDay } from "../../kernel/base/calendar";
import { MISSING_DAY } from "../../kernel/table/column";
import type { DateOrder } from "../plan";
import { dateProblem, OUT_OF_RANGE, readDate } from "./date";

function isoOf(text: string, order: DateOrder = "ymd"): string {
  const day = readDate(text, order);
  return day > OUT_OF_RANGE ? formatIsoDay(day as EpochDay) : dateProblem(text, day);
}

const READABLE: readonly (readonly [string, string])[] = [
  ["2024-01-05", "2024-01-05"],
  ["2024/1/5", "2024-01-05"],
  ["2024.1.5", "2024-01-05"],
  ["20240105", "2024-01-05"],
  ["20240105093000", "2024-01-05"],
  ["2024年1月5日", "2024-01-05"],
  ["2024年01月05日 13时05分", "2024-01-05"],
  ["2024年1月5號", "2024-01-05"],
  ["2024年1月5日 星期五", "2024-01-05"],
  ["２０２４年１月５日", "2024-01-05"],
  ["2024/1/5 下午 3:05", "2024-01-05"],
  ["民国113年1月5日", "2024-01-05"],
  ["民國113/1/5", "2024-01-05"],
  ["令和6年1月5日", "2024-01-05"],
  ["令和元年5月1日", "2019-05-01"],
  ["平成31年4月30日", "2019-04-30"],
  ["2024-01-05 08:34:00", "2024-01-05"],
  ["2024-01-05T08:34:00", "2024-01-05"],
  ["2024-01-05T23:59:59Z", "2024-01-05"],
  ["2024-01-05T00:30:00+08:00", "2024-01-05"],
  ["2024-01-05T00:30:00.123-05:00", "2024-01-05"],
  ["2024-01-05 24:00:00", "2024-01-05"],
  ["2016-12-31 23:59:60", "2016-12-31"],
  ["2024-03-10 02:30:00", "2024-03-10"],
  ["2024-11-03 01:30:00", "2024-11-03"],
  ["1986-05-04 00:30:00", "1986-05-04"],
  ["1900-12-31 23:59:00", "1900-12-31"],
  ["24 October 2011", "2011-10-24"],
  ["5-Jan-24", "2024-01-05"],
  ["Jan 5, 2024", "2024-01-05"],
  ["Fri, 5 Jan 2024 10:00:00 GMT", "2024-01-05"],
  ["2024-02-29", "2024-02-29"],
  ["1900-01-01", "1900-01-01"],
  ["2999-12-31", "2999-12-31"],
  ["45296", "2024-01-05"],
  ["45296.75", "2024-01-05"],
];

describe("readDate", () => {
  it.each(READABLE)("reads %s as %s", (text, iso) => {
    expect(isoOf(text)).toBe(iso);
  });

  it.each([
    ["5/1/2024", "dmy", "2024-01-05"],
    ["5/1/2024", "mdy", "2024-05-01"],
    ["08.11.2016", "dmy", "2016-11-08"],
    ["1/13/2019", "mdy", "2019-01-13"],
    ["1/13/2019 13:08", "mdy", "2019-01-13"],
    ["01-02-03", "ymd", "2001-02-03"],
    ["01-02-03", "mdy", "2003-01-02"],
    ["01-02-03", "dmy", "2003-02-01"],
    ["1/2/69", "dmy", "2069-02-01"],
    ["1/2/70", "dmy", "1970-02-01"],
    ["1704412800", "epoch-seconds", "2024-01-05"],
    ["1704499199999", "epoch-milliseconds", "2024-01-05"],
    ["-1", "epoch-seconds", "1969-12-31"],
  ] as const)("reads %s in the order %s as %s", (text, order, iso) => {
    expect(isoOf(text, order)).toBe(iso);
  });

  it.each([
    "0000-00-00",
    "1900-02-29",
    "2023-02-29",
    "2024-02-30",
    "2024-13-01",
    "2024-00-10",
    "昨天",
    "2024-01",
    "2024年1月",
    "民国113年",
    "令和6年",
    "13/13/2024",
    "2024-01-05 25:00",
    "2024-01-05 10:61",
    "abc",
    "5",
    "1704412800",
    "2024-01-05 tomorrow",
    "20241305",
  ])("does not read %s and never makes it another day", (text) => {
    expect(isoOf(text)).toBe("unreadable");
  });

  it.each(["0001-01-01", "1899-12-31", "9999-12-31", "10000-01-01", "3000-01-01"])(
    "says that %s is out of range",
    (text) => {
      expect(isoOf(text)).toBe("out-of-range");
    },
  );

  it.each(["", "  ", "N/A", "-", "无"])("takes %j for missing", (text) => {
    expect(readDate(text, "ymd")).toBe(MISSING_DAY);
    expect(dateProblem(text, MISSING_DAY)).toBe("missing");
  });

  it("reads every day that it can be given in every plain form", () => {
    fc.assert(
      fc.property(fc.integer({ min: -25567, max: 376199 }), (day) => {
        const iso = formatIsoDay(day as EpochDay);
        const [year, month, date] = iso.split("-");
        expect(readDate(iso, "ymd")).toBe(day);
        expect(readDate(`${year}${month}${date}`, "ymd")).toBe(day);
        expect(readDate(`${Number(date)}/${Number(month)}/${year}`, "dmy")).toBe(day);
        expect(readDate(`${year}年${Number(month)}月${Number(date)}日`, "mdy")).toBe(day);
      }),
    );
  });

  describe("in any time zone of the machine", () => {
    const zone = process.env["TZ"];
    afterEach(() => {
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
    });
    it.each([
      "UTC",
      "Asia/Shanghai",
      "Asia/Kolkata",
      "America/New_York",
      "America/St_Johns",
      "Europe/London",
      "Pacific/Apia",
      "Australia/Lord_Howe",
    ])("reads the same days in %s", (name) => {
      process.env["TZ"] = name;
      expect(READABLE.map(([text]) => isoOf(text))).toEqual(READABLE.map(([, iso]) => iso));
    });
  });
});
