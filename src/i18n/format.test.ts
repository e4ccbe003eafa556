import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayFromCivil, monthIndex } from "../kernel/base/calendar";
import { createFormat } from "./format";

const hans = createFormat("zh-Hans");
const hant = createFormat("zh-Hant");
const en = createFormat("en");

describe("money", () => {
  it.each([
    [0, "¥0"],
    [8560, "¥8,560"],
    [9999.4, "¥9,999"],
    [9999.6, "¥1万"],
    [10_000, "¥1万"],
    [462_000, "¥46.2万"],
    [1_210_000, "¥121万"],
    [12_840_000, "¥1,284万"],
    [99_994_000, "¥9,999万"],
    [99_996_000, "¥1亿"],
    [128_000_000, "¥1.28亿"],
    [-173_000, "−¥17.3万"],
    [0.35, "¥0.35"],
    [12.5, "¥12.5"],
  ])("cuts %f short to %s in Simplified Chinese", (amount, text) => {
    expect(hans.money(amount, "CNY")).toBe(text);
  });

  it.each([
    [8560, "$8,560"],
    [46_200, "$46.2K"],
    [999_600, "$1M"],
    [12_840_000, "$12.8M"],
    [1_280_000_000, "$1.28B"],
  ])("cuts %f short to %s in English", (amount, text) => {
    expect(en.money(amount, "USD")).toBe(text);
  });

  it("uses the units of Traditional Chinese and the signs of the currency", () => {
    expect(hant.money(462_000, "TWD")).toBe("NT$46.2萬");
    expect(hant.money(2_000_000_000_000, "HKD")).toBe("HK$2兆");
    expect(en.money(1, "CHF")).toBe("CHF 1");
  });

  it("has no sign when the currency is unknown", () => {
    expect(hans.money(462_000, null)).toBe("46.2万");
  });

  it("splits a figure into sign, number and unit that read as the short form", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e13, max: 1e13, noNaN: true }), (amount) => {
        const { sign, number, unit } = hans.moneyParts(amount, "CNY");
        expect(sign + number + unit).toBe(hans.money(amount, "CNY"));
      }),
    );
  });

  it("is never wrong by more than half a unit of its third digit", () => {
    const sizes: Readonly<Record<string, number>> = { "": 1, 万: 1e4, 亿: 1e8, 万亿: 1e12 };
    fc.assert(
      fc.property(fc.double({ min: 100, max: 9e14, noNaN: true }), (amount) => {
        const { number, unit } = hans.moneyParts(amount, null);
        const back = Number(number.replaceAll(",", "")) * (sizes[unit] ?? Number.NaN);
        expect(Math.abs(back - amount) / amount).toBeLessThanOrEqual(0.0051);
      }),
    );
  });

  it("writes the account-book form to the cent", () => {
    expect(hans.moneyExact(-1_234_567.8, "CNY")).toBe("−¥1,234,567.80");
    expect(hans.moneyExact(-0.001, "CNY")).toBe("¥0.00");
  });
});

describe("percent", () => {
  it.each([
    [0, "0%"],
    [0.0004, "<0.1%"],
    [0.062, "6.2%"],
    [0.07, "7%"],
    [0.2216, "22%"],
    [0.991, "99.1%"],
    [0.99999, ">99.9%"],
    [1, "100%"],
    [1.4, "140%"],
    [-0.12, "−12%"],
  ])(
    "writes %f as %s: no false decimals, and never the whole for almost the whole",
    (ratio, text) => {
      expect(hans.percent(ratio)).toBe(text);
    },
  );

  it("keeps the decimals that are asked for", () => {
    expect(hans.percent(0.713, 1)).toBe("71.3%");
    expect(hans.percentInterval(0.676, 0.748)).toBe("67.6–74.8%");
  });

  it("gives changes their sign", () => {
    expect(hans.percentChange(0.062)).toBe("+6.2%");
    expect(hans.percentChange(-0.5)).toBe("−50%");
    expect(hans.points(-0.029)).toBe("−2.9个百分点");
    expect(en.points(0.029)).toBe("+2.9 pp");
    expect(hans.pointsApart(-0.029)).toBe("2.9个百分点");
    expect(en.fixed(0.85, 3)).toBe("0.850");
  });
});

describe("days", () => {
  const day = dayFromCivil(2025, 11, 30);

  it("are written as people write them", () => {
    expect([hans.day(day), hans.dayShort(day), hans.dayOfYear(day)]).toEqual([
      "2025年11月30日",
      "2025/11/30",
      "11月30日",
    ]);
    expect([en.day(day), en.dayOfYear(day)]).toEqual(["30 Nov 2025", "30 Nov"]);
  });

  it("name months in full and on axes", () => {
    const index = monthIndex(day);
    expect([hans.month(index), hans.monthTick(index)]).toEqual(["2025年11月", "25/11"]);
    expect([en.month(index), en.monthTick(index)]).toEqual(["Nov 2025", "Nov ’25"]);
  });

  it("name a period by its two ends", () => {
    const from = dayFromCivil(2024, 12, 1);
    expect(hans.period(from, day)).toBe("2024年12月1日至2025年11月30日");
    expect(en.period(from, day)).toBe("1 Dec 2024 to 30 Nov 2025");
  });

  it("are counted with the right plural", () => {
    expect([hans.days(101), en.days(1), en.days(101)]).toEqual(["101天", "1 day", "101 days"]);
  });
});

describe("lists, durations and sizes", () => {
  it("join with the words of the language", () => {
    expect(hans.list(["甲", "乙", "丙"])).toBe("甲、乙和丙");
    expect(en.list(["a", "b", "c"])).toBe("a, b and c");
    expect(en.list(["a"])).toBe("a");
  });

  it("say no more digits than matter", () => {
    expect(hans.duration(40)).toBe("<0.1秒");
    expect(hans.duration(3210)).toBe("3.2秒");
    expect(hans.duration(200_000)).toBe("3分20秒");
    expect(en.duration(120_000)).toBe("2 min");
    expect(en.bytes(12_400_000)).toBe("12.4 MB");
  });
});

describe("how likely chance alone is", () => {
  it.each([
    [0.5, "p=0.5"],
    [0.0342, "p=0.034"],
    [0.0502, "p=0.050"],
    [0.00099, "p<0.001"],
  ])("%f is %s", (p, text) => {
    expect(hans.pValue(p)).toBe(text);
  });
});
