import { describe, expect, it } from "vitest";
import { day } from "../../../../tests/support/tables";
import causes from "../../../analyses/churn-causes/messages/zh-Hans";
import { createFormat } from "../../../i18n/format";
import { customers } from "../../../i18n/locales/zh-Hans/customers";
import type { CustomerContract, CustomerExit } from "../../../queries/departure-types";
import { contractLines, exitLines, type DepartureWords } from "./departure-lines";

const WORDS: DepartureWords = {
  t: customers.departures,
  causes,
  format: createFormat("zh-Hans"),
  currency: "CNY",
};
const EXIT: CustomerExit = {
  exitedOn: day("2025-08-31"),
  isPartial: false,
  initiative: "voluntary",
  cause: "competition",
  reason: "对手降价",
  text: "",
  competitor: "恒远电缆",
  lostAmount: 12_000,
  wonBackOn: null,
};
const CONTRACT: CustomerContract = {
  id: null,
  startsOn: day("2025-01-01"),
  endsOn: day("2025-12-31"),
  isRenewed: false,
  renewedOn: null,
  renewsByItself: false,
  cancelledOn: null,
};
const told = (change: Partial<CustomerContract>, contractCount = 1) =>
  contractLines(
    { exits: [], contract: { ...CONTRACT, ...change }, contractCount },
    day("2025-12-01"),
    WORDS,
  ).slice(1);

describe("an exit on the page of its customer", () => {
  it("says day, kind, reason, rival and money, and nothing of what is not known", () => {
    expect(exitLines(EXIT, WORDS).slice(1, 3)).toEqual(["原因：对手降价", "流向对手：恒远电缆"]);
    expect(exitLines(EXIT, WORDS)[0]).toMatch(/8.*31.* · 主动流失 · 竞争流失$/);
    const bare = { ...EXIT, initiative: "unknown", cause: "unknown", reason: "" } as const;
    expect(exitLines({ ...bare, competitor: "", lostAmount: null }, WORDS)).toHaveLength(1);
    const ours = { ...EXIT, initiative: "involuntary-benign", cause: "involuntary" } as const;
    expect(exitLines({ ...ours, wonBackOn: EXIT.exitedOn }, WORDS)[0]).toMatch(/ · 被动·非恶意$/);
  });
});

describe("the contract on the page of its customer", () => {
  it("says how long it runs and whether it goes on, a cancelled one alone that it was", () => {
    expect(told({})).toEqual(["离到期还有30天。", "还没有续约的记录。"]);
    expect(told({ endsOn: day("2025-11-21") })[0]).toBe("到截止日已到期10天。");
    expect(told({ isRenewed: true }, 3)).toEqual([
      "离到期还有30天。",
      "已续约。",
      "共3份合同，这里是到期最晚的一份。",
    ]);
    expect(told({ renewsByItself: true })[1]).toBe("到期自动续约。");
    expect(told({ cancelledOn: day("2025-06-30") })).toHaveLength(1);
    expect(told({ endsOn: null })).toEqual([]);
  });
});
