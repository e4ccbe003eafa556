import { describe, expect, it } from "vitest";
import { epochDay } from "../../kernel/base/calendar";
import { flagOfCell } from "./flag";
import { minuteOfCell } from "./moment";

describe("minuteOfCell", () => {
  it.each([
    ["2025-07-02 09:15", 555],
    ["2025-07-02T23:59:59+08:00", 1439],
    ["2025/7/2 9:05:30", 545],
    ["2025年7月2日 下午3点20分", 920],
    ["2025年7月2日 上午12时", 0],
    ["7/2/2025 12:30 AM", 30],
    ["7/2/2025 12:30 pm", 750],
    ["2 Jul 2025 4:07 p.m.", 967],
    ["20250702091500", 555],
    ["2025-07-02 24:00", 1439],
    ["45840.75", 1080],
    ["2025-07-02", 0],
  ])("reads %s", (text, minute) => {
    expect(minuteOfCell(text, "mdy")).toBe(minute);
  });

  it("takes the clock of a workbook's own date and drops seconds", () => {
    expect(minuteOfCell({ day: epochDay(20_000), seconds: 34_259.9 }, "ymd")).toBe(570);
  });

  it("reads times since 1970 as UTC", () => {
    expect(minuteOfCell("1751447700", "epoch-seconds")).toBe(555);
    expect(minuteOfCell("-60", "epoch-seconds")).toBe(1439);
  });
});

describe("flagOfCell", () => {
  it.each([
    ["是", 1],
    [" Yes ", 1],
    ["TRUE", 1],
    ["１", 1],
    ["没有", 0],
    ["N", 0],
    [false, 0],
    [1, 1],
    ["maybe", Number.NaN],
    ["", Number.NaN],
    [2, Number.NaN],
  ])("reads %o as %d", (cell, flag) => {
    expect(flagOfCell(cell)).toEqual(flag);
  });
});
