import { field, type EntitySpec } from "../field";
import { currencyField, customerKeys, ownerField } from "./customer-keys";

/** One row a contract or subscription period: from when to when, for how much, renewed or not. */
export const contracts = {
  id: "contracts",
  names: [
    "合同",
    "合約",
    "协议",
    "協議",
    "订阅",
    "訂閱",
    "contracts",
    "subscriptions",
    "agreements",
  ],
  needs: [
    ["customerName", "customerId"],
    ["startsOn", "endsOn"],
  ],
  dayField: "startsOn",
  fields: {
    ...customerKeys,
    contractId: field(
      "text",
      [
        "合同编号|合同号|协议编号|订阅编号",
        "合約編號|合約號|協議編號|訂閱編號",
        "contract id|contract no|contract number|subscription id|agreement no",
      ],
      "HT-2025-018",
      {
        telling: true,
      },
    ),
    startsOn: field(
      "date",
      [
        "合同开始日期|开始日期|生效日期|起始日期|起始日|合同起始日",
        "合約開始日期|開始日期|生效日期|起始日期|起始日|合約起始日",
        "contract start|start date|starts on|effective date|contract start date|subscription start",
      ],
      "2025-01-01",
      {
        telling: true,
      },
    ),
    endsOn: field(
      "date",
      [
        "合同到期日|结束日期|终止日期|合同到期日期|到期日|到期日期|合同结束日期",
        "合約到期日|結束日期|終止日期|合約到期日期|到期日|到期日期|合約結束日期",
        "contract end|end date|ends on|expiry date|contract end date|expires on|subscription end",
      ],
      "2025-12-31",
      {
        telling: true,
      },
    ),
    signedOn: field(
      "date",
      [
        "签订日期|签约日期|签署日期",
        "簽訂日期|簽約日期|簽署日期",
        "signed on|signing date|date signed",
      ],
      "2024-12-12",
      {
        telling: true,
      },
    ),
    renewedOn: field(
      "date",
      [
        "续约日期|续签日期|续费日期",
        "續約日期|續簽日期|續費日期",
        "renewal date|renewed on|renewal on",
      ],
      "2025-11-20",
      {
        telling: true,
      },
    ),
    isRenewed: field(
      "flag",
      ["是否续约|是否续签|已续约", "是否續約|是否續簽|已續約", "renewed|is renewed"],
      ["是", "是", "yes"],
      {
        telling: true,
      },
    ),
    renewsByItself: field(
      "flag",
      [
        "自动续约|自动续费|是否自动续约",
        "自動續約|自動續費|是否自動續約",
        "auto renew|auto renewal|renews automatically",
      ],
      ["否", "否", "no"],
      {
        telling: true,
      },
    ),
    noticeDays: field(
      "number",
      [
        "提前通知天数|通知期|通知期天数",
        "提前通知天數|通知期|通知期天數",
        "notice days|notice period",
      ],
      "30",
      {
        unit: "day",
        telling: true,
      },
    ),
    termMonths: field(
      "number",
      [
        "合同期限|合同月数|期限月数",
        "合約期限|合約月數|期限月數",
        "term months|contract term|term|contract months",
      ],
      "12",
      {
        unit: "month",
        telling: true,
      },
    ),
    cancelledOn: field(
      "date",
      [
        "解约日期|退订日期|取消日期",
        "解約日期|退訂日期|取消日期",
        "cancelled on|cancellation date|cancel date|terminated on",
      ],
      "2025-10-08",
      {
        telling: true,
      },
    ),
    amount: field(
      "money",
      [
        "合同金额|合同总额|年费|金额",
        "合約金額|合約總額|年費|金額",
        "contract value|contract amount|annual value|amount|value",
      ],
      "120000.00",
    ),
    monthlyFee: field(
      "money",
      ["月费|每月费用|月租", "月費|每月費用|月租", "monthly fee|monthly charge|mrr|monthly price"],
      "10000.00",
      {
        telling: true,
      },
    ),
    plan: field(
      "category",
      [
        "套餐|合同类型|方案|产品方案",
        "方案|合約類型|套餐|產品方案",
        "plan|contract type|package|subscription plan|tier",
      ],
      ["年度框架", "年度框架", "annual"],
      {
        telling: true,
      },
    ),
    productName: field(
      "category",
      [
        "产品名称|产品|商品名称|服务名称",
        "產品名稱|產品|商品名稱|服務名稱",
        "product name|product|service",
      ],
      ["维护服务", "維護服務", "Maintenance"],
    ),
    status: field(
      "category",
      [
        "合同状态|订阅状态|状态",
        "合約狀態|訂閱狀態|狀態",
        "contract status|subscription status|status",
      ],
      ["生效", "生效", "active"],
    ),
    owner: ownerField,
    currency: currencyField,
  },
} as const satisfies EntitySpec;
