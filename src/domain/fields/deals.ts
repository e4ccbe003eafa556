import { field, type EntitySpec } from "../field";
import { currencyField, customerKeys, ownerField } from "./customer-keys";

/** One row a deal, or one row for each stage that a deal has entered (the same number each time). */
export const deals = {
  id: "deals",
  names: [
    "商机",
    "商機",
    "销售机会",
    "銷售機會",
    "项目机会",
    "管道",
    "deals",
    "opportunities",
    "pipeline",
    "leads",
  ],
  needs: [
    ["dealName", "dealId", "customerName", "customerId"],
    ["stage", "status", "amount"],
  ],
  dayField: "openedOn",
  fields: {
    ...customerKeys,
    dealId: field(
      "text",
      [
        "商机编号|机会编号|项目编号",
        "商機編號|機會編號|專案編號",
        "deal id|opportunity id|opportunity no|lead id",
      ],
      "D-0118",
      { telling: true },
    ),
    dealName: field(
      "text",
      [
        "商机名称|机会名称|项目名称|商机",
        "商機名稱|機會名稱|專案名稱|商機",
        "deal name|opportunity name|opportunity|deal|project",
      ],
      ["苏南二期电缆", "蘇南二期電纜", "Phase two cables"],
      { telling: true },
    ),
    stage: field(
      "category",
      [
        "商机阶段|销售阶段|阶段|当前阶段",
        "商機階段|銷售階段|階段|目前階段",
        "stage|deal stage|sales stage|stage name|pipeline stage",
      ],
      ["方案报价", "方案報價", "proposal"],
      { telling: true },
    ),
    stageEnteredOn: field(
      "date",
      [
        "进入阶段日期|阶段日期|阶段变更日期|进入阶段时间",
        "進入階段日期|階段日期|階段變更日期|進入階段時間",
        "stage entered on|stage date|entered stage on|stage changed on",
      ],
      "2025-05-20",
      { telling: true },
    ),
    openedOn: field(
      "date",
      [
        "商机创建日期|立项日期|发现日期|创建日期|登记日期",
        "商機建立日期|立案日期|發現日期|建立日期|登記日期",
        "deal created|created on|opened on|create date|created date|open date|engage date",
      ],
      "2025-04-02",
    ),
    expectedOn: field(
      "date",
      [
        "预计成交日期|预计签约日期|预计结单日期|预计成交时间",
        "預計成交日期|預計簽約日期|預計結案日期|預計成交時間",
        "expected close|expected close date|forecast close date|expected on",
      ],
      "2025-08-31",
      { telling: true },
    ),
    closedOn: field(
      "date",
      [
        "成交日期|签约日期|结单日期|关闭日期|赢单日期",
        "成交日期|簽約日期|結案日期|關閉日期|贏單日期",
        "closed on|close date|won on|closed date|date closed",
      ],
      "2025-09-05",
      { telling: true },
    ),
    amount: field(
      "money",
      [
        "商机金额|预计金额|预计成交金额|项目金额|金额",
        "商機金額|預計金額|預計成交金額|專案金額|金額",
        "deal amount|deal value|opportunity amount|expected amount|close value|amount|value",
      ],
      "260000.00",
    ),
    probability: field(
      "ratio",
      [
        "成交概率|赢单率|赢率|可能性|把握度",
        "成交機率|贏單率|勝率|可能性|把握度",
        "probability|win probability|chance|likelihood",
      ],
      "40%",
      { telling: true },
    ),
    status: field(
      "category",
      [
        "商机状态|赢单状态|状态",
        "商機狀態|贏單狀態|狀態",
        "deal status|opportunity status|status|outcome",
      ],
      ["进行中", "進行中", "open"],
    ),
    lostReason: field(
      "category",
      [
        "输单原因|丢单原因|失败原因",
        "輸單原因|丟單原因|失敗原因",
        "lost reason|loss reason|reason lost",
      ],
      ["价格", "價格", "price"],
      { telling: true },
    ),
    competitor: field(
      "category",
      ["竞争对手|竞品|对手", "競爭對手|競品|對手", "competitor|lost to"],
      ["恒远电缆", "恆遠電纜", "Hengyuan"],
      {
        telling: true,
      },
    ),
    source: field(
      "category",
      ["商机来源|线索来源|来源", "商機來源|線索來源|來源", "lead source|deal source|source"],
      ["展会", "展覽", "trade fair"],
    ),
    campaign: field(
      "category",
      ["营销活动|来源活动|活动名称", "行銷活動|來源活動|活動名稱", "campaign|campaign name"],
      ["春季展会", "春季展覽", "Spring fair"],
    ),
    productName: field(
      "category",
      ["产品名称|产品|商品名称|商品", "產品名稱|產品|商品名稱|商品", "product name|product"],
      ["铜芯电缆 2.5mm²", "銅芯電纜 2.5mm²", "Copper cable 2.5mm²"],
    ),
    owner: ownerField,
    currency: currencyField,
  },
} as const satisfies EntitySpec;
