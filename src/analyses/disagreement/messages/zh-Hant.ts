import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { DisagreementMessages } from "./zh-Hans";

export default {
  name: "評分矛盾",
  finding: (p) =>
    rich`${grouped(p.customers)}家客戶裡，${marked("any", `${grouped(p.odd)}家`)}（${p.share}）的評分互相矛盾。`,
  findingNone: (p) => rich`${grouped(p.customers)}家客戶的各種評分大致一致，沒有明顯矛盾的客戶。`,
  findingMinor: rich`牽涉的金額都很小，可以不管。`,
  mains: {
    "big-loss": (p) =>
      rich`最要緊的：${marked("main", `${grouped(p.customers)}家`)}賣得多卻虧錢，共虧${p.stake}。`,
    "big-silent": (p) =>
      rich`最要緊的：${marked("main", `${grouped(p.customers)}家`)}A級客戶已經不太來了，他們占銷售額的${p.share}。`,
    "big-fading": (p) =>
      rich`最要緊的：${marked("main", `${grouped(p.customers)}家`)}A級客戶以後帶不來多少，他們占銷售額的${p.share}。`,
    "small-promising": (p) =>
      rich`最要緊的：${marked("main", `${grouped(p.customers)}家`)}現在是C級，往後預計帶來${p.stake}。`,
    "small-profitable": (p) =>
      rich`最要緊的：${marked("main", `${grouped(p.customers)}家`)}依銷售額是C級，卻賺了${p.stake}毛利。`,
    "small-active": (p) =>
      rich`最要緊的：${marked("main", `${grouped(p.customers)}家`)}常來卻買得少，共${p.stake}。`,
  },
  controls: { months: "往後看", monthsUnit: "個月" },
  odd: {
    title: "矛盾在哪裡，該做什麼？",
    sub: "依牽涉的金額在全體裡的比重排列；不到1%的用灰色，可以不管。點一列看客戶。",
    caption: "每種矛盾的客戶數、牽涉的金額和該做的事",
    what: "矛盾",
    customers: "客戶",
    stake: "牽涉的金額",
    todo: "該做的事",
    none: "沒有發現矛盾的客戶。",
    names: {
      "big-loss": "賣得多，卻虧錢",
      "big-silent": "買得多，卻不來了",
      "big-fading": "從前大，將來小",
      "small-promising": "現在小，將來大",
      "small-profitable": "賣得少，卻賺得多",
      "small-active": "常來，卻買得少",
    },
    stakes: {
      "big-loss": (p) => `虧${p.money}`,
      "big-silent": (p) => `銷售額${p.money}`,
      "big-fading": (p) => `銷售額${p.money}`,
      "small-promising": (p) => `預計${p.money}`,
      "small-profitable": (p) => `毛利${p.money}`,
      "small-active": (p) => `銷售額${p.money}`,
    },
    share: (p) => `${p.stake}（${p.share}）`,
    todos: {
      "big-loss": "逐家查價格、折扣和退貨；談不攏，就不再當大客戶對待。",
      "big-silent": "這週就聯絡，問清楚為什麼不來。",
      "big-fading": "按節奏看是在走下坡；趁還在買，找出少買的原因。",
      "small-promising": "剛起步、節奏好：派人跟進，別當小客戶對待。",
      "small-profitable": "利潤比規模好看：守住價格，看能不能多賣。",
      "small-active": "跑得勤、單子小：推套餐、整箱，或設最低訂量。",
    },
  },
  top: {
    title: (p) => `先看這些：${p.odd}`,
    sub: (p) => `金額最大的${grouped(p.shown)}家，共${grouped(p.customers)}家。`,
    name: "客戶",
    sales: "銷售額",
    profit: "毛利",
    future: "往後預計",
    all: "打開全部",
  },
  matrices: {
    activity: {
      title: "大客戶還在來嗎？",
      levels: { active: "活躍", middling: "一般", silent: "沉寂" },
    },
    future: { title: "大客戶將來還大嗎？", levels: { a: "將來A", b: "將來B", c: "將來C" } },
    profit: {
      title: "大客戶也賺錢嗎？",
      levels: { a: "利潤A", b: "利潤B", c: "利潤C", loss: "虧損" },
    },
    sub: (p) => `${grouped(p.customers)}家客戶；${p.words}。描邊的格子是矛盾。`,
    agreements: {
      strong: "兩種評分大致一致",
      some: "兩種評分有些一致",
      weak: "兩種評分各說各的",
      none: "兩種評分無法比較",
    },
    rho: (p) => `${p.words}（等級相關${p.rho}）`,
    description: (p) => `${p.title}依銷售額的A、B、C級，橫向是另一種評分。`,
    grade: (p) => `${p.grade}級`,
    cell: (p) => `${p.grade}級 × ${p.level}`,
    customers: "客戶",
    sales: "銷售額",
    odd: "矛盾",
    gradeColumn: "等級",
    levelColumn: "另一種評分",
  },
  gaps: {
    "no-profit": "沒有毛利或成本，不知道哪些客戶虧錢。匯入帶成本或毛利的訂單就能看到。",
    "few-customers": "不到30家客戶，算不出將來的價值。",
    "few-repeaters": "回頭買過的客戶不到10家，算不出將來的價值。",
    "no-fit": "這份資料的購買節奏不合模型，沒有給出將來的價值。",
  },
  how: {
    grades: "等級：依這段時間的銷售額從高到低，前15%的客戶為A，其次35%為B，其餘為C。",
    activity:
      "活躍：RFM十一分群裡的冠軍、忠誠、潛力；沉寂：將睡、有風險、不能失去、冬眠、流失；其餘為一般。看全部歷史。",
    future: (p) =>
      `將來：用BG/NBD和gamma-gamma模型估計往後${grouped(p.months)}個月的金額，再依同樣的比例分A、B、C；與「未來價值」一節同一方法，不折現。`,
    profit: "利潤：依已知毛利分A、B、C，小於零的另列為虧損。沒有計服務成本，那要看「利潤」一節。",
    corners: "只看對角：相鄰兩級的差別可能只是分界線的偶然。",
    agreement: "一致程度：斯皮爾曼等級相關，1為完全一致，0為互不相干。",
  },
  cells: {
    any: "評分互相矛盾的客戶",
    at: (p) => `${p.cell}的客戶`,
  },
  refusals: {
    "few-customers": "這段時間買過的客戶不到20家，分不出等級。放寬時間，或換「全部歷史」。",
  },
} satisfies DisagreementMessages;
