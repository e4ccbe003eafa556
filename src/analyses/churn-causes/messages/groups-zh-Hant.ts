import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { GroupsMessages } from "./groups-zh-Hans";

const groups: GroupsMessages = {
  control: "分組比較",
  none: "不分組",
  rest: "其餘",
  yes: "是",
  no: "否",
  range: (p) => `${p.from}–${p.to}`,
  noTest: (p) => rich`按「${p.column}」分，流失太少，比不出差別。`,
  same: (p) => rich`按「${p.column}」分，各組因各種原因流失的比例看不出差別（Gray檢定，${p.p}）。`,
  differ: (p) =>
    rich`按「${p.column}」分，差別最明顯的是${marked("cause", p.cause)}（Gray檢定，${p.p}）。`,
  differBetween: (p) =>
    rich`按「${p.column}」分，差別最明顯的是${marked("cause", p.cause)}：「${p.most}」${marked("most", p.mostShare)}，「${p.least}」${marked("least", p.leastShare)}（Gray檢定，${p.p}）。`,
  title: (p) => `按「${p.column}」分，差在哪裡？`,
  sub: (p) => `各組因「${p.cause}」累計流失的比例，畫到還剩5家為止。`,
  description: (p) => `${grouped(p.groups)}組客戶因「${p.cause}」累計流失的比例。`,
  tableTitle: (p) => `各組因「${p.cause}」流失的比例`,
  tableSub: (p) => `截至成為客戶後${p.time}；更晚的流失計入家數，不計入比例。`,
  lost: "流失",
  lower: "區間下限",
  upper: "區間上限",
  atRisk: "還在的客戶",
  missing: (p) => `${grouped(p.customers)}家沒有這一項，未參加比較。`,
  testTitle: "各種原因的檢定",
  testSub: "各組的流失比例一樣嗎？",
  df: "自由度",
  tooFew: "不足5家",
  testNote:
    "p是單項檢定的；上面那句話裡的p已按檢定的項數放大（Bonferroni），免得項數一多，總有一項碰巧顯著。",
  how: [
    "比例只算到各組都還看得到足夠多客戶的時候；Gray檢定用全部流失，更晚的也算，只是那時看得到的客戶少，份量也輕。",
    "Gray檢定比較的是累計發生率：一組客戶被別的原因帶走得多，剩下能因這個原因流失的就少，這一點已算在內。對數秩檢定做不到。",
    "有差別不等於就是這一項造成的，各組在別處也可能不同。",
  ],
  cells: {
    group: (p) => `第${grouped(p.place)}組的客戶`,
    groupLost: (p) => `第${grouped(p.place)}組裡因「${p.name}」流失的客戶`,
  },
};

export default groups;
