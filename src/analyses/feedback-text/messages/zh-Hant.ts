import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";
import type { FeedbackMessages } from "./zh-Hans";

export default {
  name: "客戶怎麼說",
  finding: (p) =>
    rich`${marked("all", `${grouped(p.comments)}條`)}留言裡，${marked("positive", p.positive)}是好評，${marked("negative", p.negative)}是差評。`,
  findingTheme: (p) =>
    rich`抱怨最多的是${marked("theme", p.theme)}：評到它的留言裡${p.share}不滿意。`,
  findingRising: (p) =>
    rich`抱怨變多的是${marked("rising", p.theme)}：前半段${p.before}的留言說到，後半段${p.after}。`,
  findingWords: (p) => rich`低分客戶特別愛提：${marked("words", p.low)}。`,
  moods: { positive: "好評", negative: "差評", neutral: "看不出" },
  undated: (p) => `${grouped(p.count)}條沒有日期，只計入「全部歷史」。`,
  pairs: "這個瀏覽器不會按詞典切分中文，用相鄰兩字代替，詞表會粗一些。",
  themes: {
    title: "都在說什麼？",
    sub: (p) =>
      `${grouped(p.comments)}條留言，${p.period}；左邊不滿意、右邊滿意的條數，一條留言可以說幾件事。`,
    description: (p) => `各主題的留言數，最多的是${p.theme}，${grouped(p.comments)}條。`,
    names: {
      delivery: "交貨物流",
      quality: "產品品質",
      price: "價格",
      service: "服務態度",
      reply: "溝通答覆",
      after: "售後退換",
      packing: "包裝數量",
      range: "品種庫存",
      billing: "對帳流程",
    },
    theme: "主題",
    comments: "留言",
    positive: "滿意",
    negative: "不滿意",
    share: "不滿意佔比",
    interval: "95%區間",
    none: "沒有留言提到任何主題。",
  },
  contrast: {
    title: "高分和低分的客戶，用詞差在哪？",
    sub: "向右是高分（推薦者，或評分在四分之三以上）更常用的詞，向左是低分更常用的；橫線是95%區間，只列區間不含零的詞。",
    description: (p) => `高分更常用：${p.high}；低分更常用：${p.low}。`,
    few: "高分或低分的留言不到20條，比不出用詞的差別。",
    none: "沒有一個詞的差別超出偶然。",
    word: "詞",
    highs: "高分留言",
    lows: "低分留言",
    logOdds: "對數比值比",
  },
  trend: {
    title: "不滿在變多嗎？",
    sub: (p) => `每月對「${p.theme}」表示不滿的留言佔全部留言的比例。`,
    label: "主題",
    description: (p) => `${grouped(p.months)}個月裡對${p.theme}不滿的留言比例。`,
    month: "月份",
    comments: "留言",
    against: "不滿",
    share: "比例",
  },
  lists: {
    title: "自己的詞表",
    sub: "行業裡的好話壞話、產品名、不想看到的詞，都可以自己加；自己的詞優先，只存在這台電腦上，匯入資料不會改動。",
    which: "詞表",
    names: {
      positive: "好話",
      negative: "壞話",
      neutral: "不算好壞的詞",
      whole: "不要切開的詞",
      stop: "不列出的詞",
    },
    themeName: (p) => `主題：${p.theme}`,
    counted: (p) => `${p.name}（${grouped(p.count)}）`,
    hints: {
      positive: "留言裡有這些詞就算滿意，前面有「不」「沒」會反過來。",
      negative: "留言裡有這些詞就算不滿意。",
      neutral: "內建詞表裡有、但在您這行不代表好壞的詞，例如「便宜」。",
      whole: "產品名、人名、行話，切詞時保持完整。",
      stop: "說了等於沒說的詞，不出現在用詞對比裡。",
    },
    themeHint: "提到這些詞的留言歸到這個主題，內建的詞照樣有效。",
    placeholder: "一行一個詞，也可以用逗號、頓號隔開",
    saved: (p) =>
      p.count === 0 ? "詞表已清空，正在重算。" : `已儲存${grouped(p.count)}個詞，正在重算。`,
  },
  quotes: {
    title: "原話",
    sub: "最鮮明的幾條；姓名、電話和電子郵件已遮住。點一條看客戶。",
    caption: "留言摘錄",
    text: "留言",
    mood: "傾向",
    theme: "主題",
    day: "日期",
  },
  how: {
    feeling:
      "傾向＝情感詞×程度×否定，逐句相加；詞表是自己編的，有簡體、繁體和英文。大於0算好評，小於0算差評，沒有情感詞算看不出。",
    accuracy:
      "用1,000條公開的中文商品和酒店評論檢驗，判對78%（沒有用來編詞表的那部分）。反話和行話會判錯。",
    themes: "主題按詞表歸類；滿意不滿意只看提到這個主題的那一句。",
    rising:
      "「抱怨變多」：把有留言的月份分成前後兩半，比較說不滿的留言佔比，Fisher精確檢定，錯誤發現率5%。",
    contrast:
      "用詞對比是加權對數比值比（Dirichlet先驗），每條留言裡一個詞只數一次，「不」「沒」跟後面的詞算一個詞。",
    own: (p) => `另外用了您自己詞表裡的${grouped(p.words)}個詞。`,
    basis: (p) => `依據：${p.period}內的${grouped(p.comments)}條留言。`,
  },
  cells: {
    all: "留過言的客戶",
    positive: "留過好評的客戶",
    negative: "留過差評的客戶",
    neutral: "留言看不出傾向的客戶",
    theme: (p) => `提到「${p.theme}」的客戶`,
    against: (p) => `對「${p.theme}」不滿的客戶`,
    word: (p) => `留言裡有「${p.word}」的客戶`,
  },
  refusals: { "no-comments": "這段時間裡沒有文字留言。換一個區間，或放寬篩選。" },
} satisfies FeedbackMessages;
