import { describe, expect, it } from "vitest";
import causes from "../../../analyses/complaint-causes/messages/zh-Hans";
import desk from "../../../analyses/sla/messages/desk-zh-Hans";
import { createFormat } from "../../../i18n/format";
import type { DeskCase } from "../../../queries/case-types";
import { lackingParts, lacksText, paperOf } from "./case-paper";

const words = { t: desk, format: createFormat("zh-Hans") };
const lists = {
  owner: [],
  severity: ["轻微", "严重"],
  priority: [],
  complaintKind: ["质量", "交期", "包装", "服务", "价格", "单据", "安装", "其他", "发票"],
  channel: [],
};
const money = String;

const ONE: DeskCase = {
  key: "id 1",
  customer: 0,
  name: "甲公司",
  id: "TS-1",
  openedAt: 29_000_000,
  respondedAt: 29_000_100,
  resolvedAt: null,
  closedAt: null,
  step: "solve",
  waitedDays: 3,
  isStuck: false,
  isLate: false,
  owner: "王",
  kind: "发票",
  severity: "严重",
  priority: null,
  rank: null,
  limitHours: 24,
  due: null,
  channel: null,
  product: "电缆",
  batch: null,
  orderId: null,
  text: "到货短缺",
  cause: "机器故障",
  resolution: null,
  lossAmount: 300,
  compensation: null,
  isEscalated: null,
  isSatisfied: null,
  checks: {
    courteous: null,
    remedied: null,
    prompt: null,
    candid: null,
    followed: null,
    corrected: null,
    understood: null,
  },
  isOwn: false,
  work: null,
};

const ticked = (boxes: readonly { readonly text: string; readonly isChecked: boolean }[]) =>
  boxes.filter(({ isChecked }) => isChecked).map(({ text }) => text);

describe("the printed feedback form", () => {
  it("ticks the case's own words in the lists in use, also one that comes late in its list", () => {
    const paper = paperOf({ one: ONE, words, causes, lists, money, readings: new Map() });
    expect(ticked(paper.kinds)).toEqual(["发票"]);
    expect(paper.kinds).toHaveLength(8);
    expect(ticked(paper.severities)).toEqual(["严重"]);
    expect(ticked(paper.bones)).toEqual(["机"]);
    expect(paper.reason).toBe("到货短缺");
    expect(paper.facts.find(({ label }) => label === "涉及金额")!.text).toBe("300");
    expect(paper.course).toHaveLength(1);
  });

  it("is empty for the pen when no case is given, with every box to tick", () => {
    const paper = paperOf({ one: null, words, causes, lists, money, readings: new Map() });
    const boxes = [...paper.kinds, ...paper.bones, ...paper.company, ...paper.buyer];
    expect(ticked(boxes)).toEqual([]);
    expect(boxes).toHaveLength(8 + 6 + 5 + 3);
    expect(paper.facts.every(({ text }) => text === "")).toBe(true);
  });

  it("says which of its four parts a case lacks", () => {
    expect(lackingParts(ONE)).toEqual(["remedy"]);
    expect(lackingParts({ ...ONE, text: null, respondedAt: null, cause: null })).toHaveLength(4);
    expect(lacksText({ ...ONE, resolution: "补发" }, words)).toBe(desk.paper.complete);
  });
});
