import { field, type EntitySpec } from "../field";
import { customerKeys, ownerField } from "./customer-keys";

/** One row a customer lost, wholly or in part: when, why, by whose doing, to whom. */
export const exits = {
  id: "exits",
  names: ["流失", "退出", "解约", "解約", "exits", "churn", "lost customers", "cancellations"],
  needs: [["customerName", "customerId"], ["exitedOn"]],
  dayField: "exitedOn",
  fields: {
    ...customerKeys,
    exitedOn: field(
      "date",
      [
        "流失日期|退出日期|离开日期|停止合作日期|流失时间|解约日期",
        "流失日期|退出日期|離開日期|停止合作日期|流失時間|解約日期",
        "exit date|exited on|churn date|lost on|left on|churned on|leaving date|lost date",
      ],
      "2025-08-31",
      { telling: true },
    ),
    reasonGroup: field(
      "category",
      [
        "流失大类|原因大类|流失类别|流失类型",
        "流失大類|原因大類|流失類別|流失類型",
        "reason group|reason category|churn category|exit type",
      ],
      ["竞争", "競爭", "competition"],
      {
        telling: true,
      },
    ),
    reasonCode: field(
      "category",
      [
        "流失原因|原因代码|退出原因|离开原因|原因",
        "流失原因|原因代碼|退出原因|離開原因|原因",
        "exit reason|reason code|churn reason|reason|leaving reason|lost reason",
      ],
      ["价格", "價格", "price"],
      {
        telling: true,
      },
    ),
    text: field(
      "text",
      [
        "原因说明|详细原因|流失说明|说明|备注",
        "原因說明|詳細原因|流失說明|說明|備註",
        "reason detail|details|comment|reason text|note",
      ],
      ["对手报价低一成", "對手報價低一成", "competitor 10 % cheaper"],
    ),
    initiative: field(
      "category",
      [
        "主动被动|流失性质|主动方|发起方",
        "主動被動|流失性質|主動方|發起方",
        "initiative|voluntary|initiated by|voluntary or involuntary",
      ],
      ["客户主动", "客戶主動", "voluntary"],
      {
        telling: true,
      },
    ),
    intent: field(
      "category",
      ["流失意图|恶意程度|是否恶意", "流失意圖|惡意程度|是否惡意", "intent|malice|exit intent"],
      ["非恶意", "非惡意", "benign"],
      {
        telling: true,
      },
    ),
    competitor: field(
      "category",
      [
        "流向对手|流向竞争对手|竞争对手|对手|竞品",
        "流向對手|流向競爭對手|競爭對手|對手|競品",
        "competitor|lost to|went to|new supplier",
      ],
      ["恒远电缆", "恆遠電纜", "Hengyuan"],
      {
        telling: true,
      },
    ),
    scope: field(
      "category",
      [
        "流失范围|完全部分|流失程度",
        "流失範圍|完全部分|流失程度",
        "scope|exit scope|complete or partial",
      ],
      ["完全", "完全", "complete"],
      {
        telling: true,
      },
    ),
    productKind: field(
      "category",
      [
        "流失品类|涉及品类|品类",
        "流失品類|涉及品類|品類",
        "lost category|product category|category",
      ],
      ["电线电缆", "電線電纜", "Wire and cable"],
    ),
    lostAmount: field(
      "money",
      [
        "流失金额|年损失金额|损失销售额",
        "流失金額|年損失金額|損失銷售額",
        "lost amount|lost revenue|annual value lost|revenue lost",
      ],
      "86000.00",
      {
        telling: true,
      },
    ),
    wonBackOn: field(
      "date",
      [
        "赢回日期|挽回日期|恢复合作日期",
        "贏回日期|挽回日期|恢復合作日期",
        "won back on|win back date|recovered on",
      ],
      "2025-11-03",
      {
        telling: true,
      },
    ),
    owner: ownerField,
  },
} as const satisfies EntitySpec;
