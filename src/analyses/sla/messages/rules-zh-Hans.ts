import { grouped } from "../../../i18n/number-words";
import type { SlaParams } from "../spec";

/** Hours, and whose. */
export interface Hours {
  readonly hours: number;
  readonly clock: SlaParams["clock"];
}

const hours = ({ hours: count, clock }: Hours): string =>
  `${grouped(count)}${clock === "working" ? "个工作小时" : "小时"}`;

/** The words of the rules by which complaints are handled. */
const rules = {
  suggestTitle: "还没有处理规则",
  suggestText:
    "可以先按表里的严重程度定三级优先级（8、24、72小时内首次回复），再逐项改；随时能撤销。",
  suggest: "先定三级",
  suggested: "三级优先级已定好，可以逐项改。",
  levels: ["高", "中", "低"],
  local: "规则只存在这台电脑上，重新导入投诉表也不会改动；处理、时效和服务标准都按它判断。",
  priorities: {
    title: "优先级和时限",
    sub: (p: Hours) => `每一级多少小时内要首次回复；没有定的按通用时限${hours(p)}。`,
    add: "加一级",
    none: "还没有定优先级。",
    caption: "优先级、次序和时限",
    columns: { name: "优先级", rank: "次序", hours: "首次回复时限", open: "未结" },
    hours,
    title1: "优先级",
    name: "名称",
    rank: "次序（1最先）",
    limit: "首次回复时限（小时）",
    needsName: "请写名称。",
    taken: "已经有这一级了。",
  },
  matrix: {
    title: "什么投诉排在哪一级？",
    sub: "两项都对上的规则优先，其次看严重程度，再看类型。括号里是沿用来的。手工改过优先级的投诉不受影响。",
    caption: "类型和严重程度对应的优先级",
    kind: "类型",
    anyKind: "任何类型",
    anySeverity: "任何程度",
    inherited: (p: { name: string }) => `（${p.name}）`,
    label: (p: { kind: string; severity: string }) => `${p.kind}、${p.severity}的优先级`,
    first: "先在上面定好优先级，才能分派。",
  },
  escalation: {
    title: "升级规则",
    sub: "一件投诉等得超过这么久，就列为“该升级”，写明升级给谁。几条都符合时按等得最久的一条。",
    add: "加一条",
    none: "还没有升级规则：超过首次回复时限没人回复的，列为该升级给上级。",
    caption: "升级规则",
    columns: { when: "什么情况", who: "哪些投诉", to: "升级给", due: "该升级" },
    steps: {
      respond: "没人首次回复",
      cause: "没查清原因",
      solve: "没解决",
      close: "没回访",
      any: "没结案",
    },
    when: (p: Hours & { step: string }) => `${hours(p)}${p.step}`,
    everyone: "全部",
    title1: "升级规则",
    step: "情况",
    hours: "超过（小时）",
    hint: "按“时效”里选的钟算：自然小时或工作小时。没首次回复的、没结案的从投诉时间算起，没查清原因的、没解决的从首次回复算起，没回访的从解决算起。",
    severity: "严重程度",
    priority: "优先级",
    any: "任何",
    to: "升级给",
    needsTo: "请写升级给谁。",
  },
  brief: {
    name: "该升级的投诉",
    due: (p: { due: number }) => `${grouped(p.due)}件投诉该升级了。`,
    one: (p: { id: string; name: string; why: string; to: string }) =>
      `${p.id} ${p.name}：${p.why}，升级给${p.to}`,
    late: (p: Hours) => `${hours(p)}没人首次回复`,
    above: "上级",
  },
  saved: "规则已保存。",
  removed: "规则已删除。",
  remove: "删除",
};

export type RulesMessages = typeof rules;
export default rules;
