import { derivedField, field, type EntitySpec } from "../field";

/**
 * One row a customer. After ingest the stored table holds every known customer: those of the imported customer table and
 * those that appear only in orders. Row i is the customer of code i in `orders.customer`.
 */
export const customers = {
  id: "customers",
  names: ["客户", "客戶", "会员", "會員", "customers", "accounts", "clients", "members"],
  needs: [["customerName", "customerId"]],
  dayField: null,
  fields: {
    key: derivedField("text"),
    /** Where the row and its promoted cells come from: bits of `PROVENANCE` in `domain/generation`. Never shown. */
    provenance: derivedField("number"),
    customerId: {
      kind: "text",
      synonyms: {
        "zh-Hans": ["客户编号", "客户编码", "客户代码", "客户id", "会员号", "编号", "编码"],
        "zh-Hant": ["客戶編號", "客戶編碼", "客戶代碼", "客戶id", "會員號", "編號", "編碼"],
        en: [
          "customer id",
          "customer no",
          "customer number",
          "customer code",
          "client id",
          "account id",
          "member id",
          "id",
        ],
      },
      example: { "zh-Hans": "C0102", "zh-Hant": "C0102", en: "C0102" },
    },
    customerName: {
      kind: "text",
      synonyms: {
        "zh-Hans": ["客户名称", "客户", "客户简称", "客户全称", "公司名称", "姓名", "名称"],
        "zh-Hant": ["客戶名稱", "客戶", "客戶簡稱", "客戶全名", "公司名稱", "姓名", "名稱"],
        en: ["customer name", "customer", "client name", "account name", "company", "name"],
      },
      example: {
        "zh-Hans": "苏南恒信供应链有限公司",
        "zh-Hant": "蘇南恆信供應鏈有限公司",
        en: "Hengxin Supply Chain",
      },
    },
    owner: {
      kind: "category",
      synonyms: {
        "zh-Hans": ["业务员", "负责人", "客户经理", "销售员"],
        "zh-Hant": ["業務員", "負責人", "客戶經理", "銷售員"],
        en: ["owner", "salesperson", "sales rep", "account manager"],
      },
      example: { "zh-Hans": "王芳", "zh-Hant": "王芳", en: "Wang Fang" },
    },
    region: {
      kind: "category",
      synonyms: {
        "zh-Hans": ["区域", "地区", "大区", "省份"],
        "zh-Hant": ["區域", "地區", "大區", "縣市"],
        en: ["region", "area", "territory", "country", "state", "province"],
      },
      example: { "zh-Hans": "华东", "zh-Hant": "華東", en: "East" },
    },
    city: {
      kind: "category",
      telling: true,
      synonyms: { "zh-Hans": ["城市", "市"], "zh-Hant": ["城市", "市"], en: ["city", "town"] },
      example: { "zh-Hans": "无锡", "zh-Hant": "無錫", en: "Wuxi" },
    },
    channel: {
      kind: "category",
      synonyms: {
        "zh-Hans": ["渠道", "客户来源", "来源"],
        "zh-Hant": ["通路", "客戶來源", "來源"],
        en: ["channel", "source", "sales channel"],
      },
      example: { "zh-Hans": "直销", "zh-Hant": "直銷", en: "Direct" },
    },
    industry: {
      kind: "category",
      telling: true,
      synonyms: {
        "zh-Hans": ["行业", "所属行业", "客户类型", "客户类别"],
        "zh-Hant": ["行業", "產業", "客戶類型", "客戶類別"],
        en: ["industry", "sector", "customer type", "segment"],
      },
      example: { "zh-Hans": "建材", "zh-Hant": "建材", en: "Building materials" },
    },
    phone: {
      kind: "text",
      synonyms: {
        "zh-Hans": ["电话", "手机", "联系电话", "手机号"],
        "zh-Hant": ["電話", "手機", "聯絡電話", "手機號碼"],
        en: ["phone", "mobile", "telephone", "phone number"],
      },
      example: { "zh-Hans": "138 0013 8000", "zh-Hant": "0912 345 678", en: "+44 20 7946 0000" },
    },
    since: {
      kind: "date",
      telling: true,
      synonyms: {
        "zh-Hans": ["建档日期", "注册日期", "开户日期", "创建日期", "入会日期"],
        "zh-Hant": ["建檔日期", "註冊日期", "開戶日期", "建立日期", "入會日期"],
        en: ["since", "created", "created at", "registered", "signup date", "join date"],
      },
      example: { "zh-Hans": "2021-06-18", "zh-Hant": "2021-06-18", en: "2021-06-18" },
    },
    email: field(
      "text",
      ["邮箱|电子邮箱|电子邮件", "電子郵件|信箱|電郵", "email|e mail|email address"],
      "info@example.com",
    ),
    grade: field(
      "category",
      [
        "客户等级|客户级别|等级|级别|会员等级",
        "客戶等級|客戶級別|等級|級別|會員等級",
        "grade|customer grade|tier|level|customer level|membership",
      ],
      "B",
      { telling: true },
    ),
    status: field(
      "category",
      ["客户状态|状态|合作状态", "客戶狀態|狀態|合作狀態", "status|customer status|account status"],
      ["合作中", "合作中", "active"],
    ),
    referredBy: field(
      "text",
      ["介绍人|推荐人|转介绍人", "介紹人|推薦人|轉介紹人", "referred by|referrer|introduced by"],
      ["杭州盛达贸易", "杭州盛達貿易", "Shengda Trading"],
    ),
    creditLimit: field(
      "money",
      ["信用额度|授信额度|信用限额", "信用額度|授信額度|信用限額", "credit limit|credit line"],
      "200000.00",
      { telling: true },
    ),
    termDays: field(
      "number",
      [
        "账期|信用天数|付款账期",
        "帳期|信用天數|付款條件天數",
        "payment terms|credit days|terms|term days",
      ],
      "30",
      { unit: "day" },
    ),
    potential: field(
      "money",
      [
        "年采购潜力|采购潜力|潜力|年需求额|年采购额",
        "年採購潛力|採購潛力|潛力|年需求額|年採購額",
        "potential|annual potential|wallet|category spend|annual spend potential",
      ],
      "900000.00",
    ),
    tenureMonths: field(
      "number",
      [
        "在网月数|在网时长|合作月数|入网月数",
        "在網月數|在網時長|合作月數|入網月數",
        "tenure|tenure months|months|customer age|months on book|account length",
      ],
      "38",
      { unit: "month", telling: true },
    ),
    monthlyFee: field(
      "money",
      [
        "月费|月租|每月费用|月消费",
        "月費|月租|每月費用|月消費",
        "monthly charges|monthly fee|monthly charge|mrr",
      ],
      "680.00",
      { telling: true },
    ),
    hasChurned: field(
      "flag",
      [
        "是否流失|流失|已流失|流失标记",
        "是否流失|流失|已流失|流失標記",
        "churn|churned|has churned|exited|attrition|churn flag|attrition flag|is churned",
      ],
      ["否", "否", "no"],
      { telling: true },
    ),
    churnedOn: field(
      "date",
      [
        "流失日期|流失时间|退出日期|销户日期",
        "流失日期|流失時間|退出日期|銷戶日期",
        "churn date|churned on|exit date|left on",
      ],
      "2025-08-31",
    ),
  },
} as const satisfies EntitySpec;
