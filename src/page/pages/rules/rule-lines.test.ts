import { describe, expect, it } from "vitest";
import creditLadderSpec from "../../../analyses/credit-ladder/spec";
import healthSpec, { type HealthResult } from "../../../analyses/health/spec";
import health from "../../../analyses/health/messages/zh-Hans";
import { openingParams } from "../../../analyses/params";
import partialLossSpec from "../../../analyses/partial-loss/spec";
import survival from "../../../analyses/survival/messages/zh-Hans";
import survivalSpec, { type SurvivalResult } from "../../../analyses/survival/spec";
import targetingSpec from "../../../analyses/targeting/spec";
import winbackSpec from "../../../analyses/winback/spec";
import { createFormat } from "../../../i18n/format";
import { scopeOf } from "../../../../tests/support/tables";
import { ruleLines, type InForce, type RuleId } from "./rule-lines";

const WORDS = { health, survival, format: createFormat("zh-Hans") };
const NOW: InForce = {
  scope: scopeOf("2025-11-30"),
  health: { windowDays: 84 } as HealthResult,
  healthParams: openingParams(healthSpec.params, {}),
  survival: null,
  survivalParams: openingParams(survivalSpec.params, {}),
  lifecycle: null,
  lessParams: openingParams(partialLossSpec.params, {}),
  winbackParams: openingParams(winbackSpec.params, {}),
  creditParams: openingParams(creditLadderSpec.params, {}),
  targetingParams: openingParams(targetingSpec.params, {}),
};
const valueOf = (id: RuleId, change: Partial<InForce> = {}): string | undefined =>
  ruleLines({ ...NOW, ...change }, WORDS).find((line) => line.id === id)?.value;

describe("the definitions in force", () => {
  it("say where the churn window comes from", () => {
    expect(valueOf("window")).toBe("84天，按本公司的下单间隔算出");
    const healthParams = { ...NOW.healthParams, windowDays: 60 };
    const given = { windowDays: 60 } as HealthResult;
    expect(valueOf("window", { healthParams, health: given })).toBe("60天，自己设的");
    expect(valueOf("window", { health: null })).toBe("数据还不够，算不出");
    expect(valueOf("current", { health: null })).toBeUndefined();
  });

  it("name no day where nothing in the data has one", () => {
    expect(valueOf("scope")).toBe("2025年11月30日；2024年12月1日至2025年11月30日");
    expect(valueOf("scope", { scope: null })).toBeUndefined();
  });

  it("follow what is set on the pages that say whom to call", () => {
    expect(valueOf("less")).toBe("近90天不到前360天水平的50%");
    expect(valueOf("credit")).toContain("超过30天款到发货");
    expect(valueOf("worth")).toBe("30%会接受优惠；名单的10%留作对照");
    const winbackParams = { ...NOW.winbackParams, toMonth: 18 };
    expect(valueOf("back", { winbackParams })).toBe("流失后6到18个月");
  });

  it("follow the weights as they are set", () => {
    const healthParams = { ...NOW.healthParams, rhythm: 60 };
    expect(valueOf("weights")).toContain("下单节奏15");
    expect(valueOf("weights", { healthParams })).toContain("下单节奏60");
  });

  it("say what tells who is lost, and how many exits were of a part only", () => {
    const rule = { kind: "contracts", partialExits: 3 };
    const told = { source: "contracts", rule } as unknown as SurvivalResult;
    expect(valueOf("lost", { survival: told })).toBe("合同与流失记录（自动选的）");
    expect(valueOf("partial", { survival: told })).toBe("3条");
    const silence = {
      source: "silence",
      rule: { kind: "silence", windowDays: 90 },
    } as unknown as SurvivalResult;
    const survivalParams = { ...NOW.survivalParams, source: "silence" } as const;
    expect(valueOf("lost", { survival: silence, survivalParams })).toBe("沉默天数，90天");
    expect(valueOf("partial", { survival: silence })).toBe("依据不是流失表，用不上");
  });

  it("give the cut of the grades from the rule book", () => {
    expect(valueOf("grades")).toBe("按客户数：15% / 35% / 50%");
  });
});
