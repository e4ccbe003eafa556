import { grouped } from "../../../i18n/number-words";
import { marked, rich } from "../../../i18n/rich";

const messages = {
  name: "客户怎么说",
  finding: (p: { comments: number; positive: string; negative: string }) =>
    rich`${marked("all", `${grouped(p.comments)}条`)}留言里，${marked("positive", p.positive)}是好评，${marked("negative", p.negative)}是差评。`,
  findingTheme: (p: { theme: string; share: string }) =>
    rich`抱怨最多的是${marked("theme", p.theme)}：评到它的留言里${p.share}不满意。`,
  findingRising: (p: { theme: string; before: string; after: string }) =>
    rich`抱怨变多的是${marked("rising", p.theme)}：前半段${p.before}的留言说到，后半段${p.after}。`,
  findingWords: (p: { low: string }) => rich`低分客户特别爱提：${marked("words", p.low)}。`,
  moods: { positive: "好评", negative: "差评", neutral: "看不出" },
  undated: (p: { count: number }) => `${grouped(p.count)}条没有日期，只计入“全部历史”。`,
  pairs: "这个浏览器不会按词典切分中文，用相邻两字代替，词表会粗一些。",
  themes: {
    title: "都在说什么？",
    sub: (p: { comments: number; period: string }) =>
      `${grouped(p.comments)}条留言，${p.period}；左边不满意、右边满意的条数，一条留言可以说几件事。`,
    description: (p: { theme: string; comments: number }) =>
      `各主题的留言数，最多的是${p.theme}，${grouped(p.comments)}条。`,
    names: {
      delivery: "交货物流",
      quality: "产品质量",
      price: "价格",
      service: "服务态度",
      reply: "沟通答复",
      after: "售后退换",
      packing: "包装数量",
      range: "品种库存",
      billing: "对账流程",
    },
    theme: "主题",
    comments: "留言",
    positive: "满意",
    negative: "不满意",
    share: "不满意占比",
    interval: "95%区间",
    none: "没有留言提到任何主题。",
  },
  contrast: {
    title: "高分和低分的客户，用词差在哪？",
    sub: "向右是高分（推荐者，或评分在四分之三以上）更常用的词，向左是低分更常用的；横线是95%区间，只列区间不含零的词。",
    description: (p: { high: string; low: string }) =>
      `高分更常用：${p.high}；低分更常用：${p.low}。`,
    few: "高分或低分的留言不到20条，比不出用词的差别。",
    none: "没有一个词的差别超出偶然。",
    word: "词",
    highs: "高分留言",
    lows: "低分留言",
    logOdds: "对数比值比",
  },
  trend: {
    title: "不满在变多吗？",
    sub: (p: { theme: string }) => `每月对“${p.theme}”表示不满的留言占全部留言的比例。`,
    label: "主题",
    description: (p: { theme: string; months: number }) =>
      `${grouped(p.months)}个月里对${p.theme}不满的留言比例。`,
    month: "月份",
    comments: "留言",
    against: "不满",
    share: "比例",
  },
  lists: {
    title: "自己的词表",
    sub: "行业里的好话坏话、产品名、不想看到的词，都可以自己加；自己的词优先，只存在这台电脑上，导入数据不会改动。",
    which: "词表",
    names: {
      positive: "好话",
      negative: "坏话",
      neutral: "不算好坏的词",
      whole: "不要切开的词",
      stop: "不列出的词",
    },
    themeName: (p: { theme: string }) => `主题：${p.theme}`,
    counted: (p: { name: string; count: number }) => `${p.name}（${grouped(p.count)}）`,
    hints: {
      positive: "留言里有这些词就算满意，前面有“不”“没”会反过来。",
      negative: "留言里有这些词就算不满意。",
      neutral: "自带词表里有、但在您这行不代表好坏的词，例如“便宜”。",
      whole: "产品名、人名、行话，切词时保持完整。",
      stop: "说了等于没说的词，不出现在用词对比里。",
    },
    themeHint: "提到这些词的留言归到这个主题，自带的词照样有效。",
    placeholder: "一行一个词，也可以用逗号、顿号隔开",
    saved: (p: { count: number }) =>
      p.count === 0 ? "词表已清空，正在重算。" : `已保存${grouped(p.count)}个词，正在重算。`,
  },
  quotes: {
    title: "原话",
    sub: "最鲜明的几条；姓名、电话和邮箱已遮住。点一条看客户。",
    caption: "留言摘录",
    text: "留言",
    mood: "倾向",
    theme: "主题",
    day: "日期",
  },
  how: {
    feeling:
      "倾向＝情感词×程度×否定，逐句相加；词表是自己编的，有简体、繁体和英文。大于0算好评，小于0算差评，没有情感词算看不出。",
    accuracy:
      "用1,000条公开的中文商品和酒店评论检验，判对78%（没有用来编词表的那部分）。反话和行话会判错。",
    themes: "主题按词表归类；满意不满意只看提到这个主题的那一句。",
    rising:
      "“抱怨变多”：把有留言的月份分成前后两半，比较说不满的留言占比，Fisher精确检验，错误发现率5%。",
    contrast:
      "用词对比是加权对数比值比（Dirichlet先验），每条留言里一个词只数一次，“不”“没”跟后面的词算一个词。",
    own: (p: { words: number }) => `另外用了您自己词表里的${grouped(p.words)}个词。`,
    basis: (p: { comments: number; period: string }) =>
      `依据：${p.period}内的${grouped(p.comments)}条留言。`,
  },
  cells: {
    all: "留过言的客户",
    positive: "留过好评的客户",
    negative: "留过差评的客户",
    neutral: "留言看不出倾向的客户",
    theme: (p: { theme: string }) => `提到“${p.theme}”的客户`,
    against: (p: { theme: string }) => `对“${p.theme}”不满的客户`,
    word: (p: { word: string }) => `留言里有“${p.word}”的客户`,
  },
  refusals: { "no-comments": "这段时间里没有文字留言。换一个区间，或放宽筛选。" },
};

export type FeedbackMessages = typeof messages;
export default messages;
