import { describe, expect, it } from "vitest";
import { createFormat } from "../../i18n/format";
import { winbackFile } from "./list-view";
import zhHans from "./messages/zh-Hans";
import type { WinbackLine } from "./spec";

const line: WinbackLine = {
  row: 3,
  key: "K3",
  name: "甲",
  brokeOn: 19_980,
  monthsGone: 0.7,
  stage: "early",
  daysLeft: 345,
  cause: null,
  reason: "",
  tactic: "recontact",
  tacticFrom: "history",
  chance: 0.25,
  value: 400,
  score: 90,
  isLeftAlone: true,
};

describe("the file of the win-back list", () => {
  it("has rank, money, clock, reason and part in words; an unknown reason is an empty cell", () => {
    const words = { t: zhHans, format: createFormat("zh-Hans"), currency: "CNY" };
    const { columns } = winbackFile({ rank: "#", key: "key", name: "name" }, words);
    const cells = (one: WinbackLine) => columns.map(({ cell }) => cell(one, 2));
    const told = ["还没到", 345, null, "再联系（没有原因）", "对照，不联系"];
    expect(cells(line)).toEqual([2, "K3", "甲", 90, 0.25, 400, 19_980, ...told]);
    const open = cells({ ...line, stage: "open", cause: "fault", isLeftAlone: false });
    expect([open[7], open[9], open[11]]).toEqual(["窗口内", "我方过失", "联系"]);
  });
});
