import { field, type EntitySpec } from "../field";
import { currencyField, customerKeys, ownerField } from "./customer-keys";

/** What serving a customer took: one row a visit, call, delivery or other effort, or a sum of them. */
export const serviceCosts = {
  id: "service_costs",
  names: ["服务成本", "服務成本", "费用", "費用", "service cost", "cost to serve", "expenses"],
  needs: [
    ["customerName", "customerId"],
    ["amount", "quantity"],
  ],
  dayField: "servedOn",
  fields: {
    ...customerKeys,
    servedOn: field(
      "date",
      [
        "服务日期|费用日期|发生日期|日期|月份",
        "服務日期|費用日期|發生日期|日期|月份",
        "service date|cost date|expense date|date|month",
      ],
      "2025-03-11",
    ),
    costKind: field(
      "category",
      [
        "费用类型|服务类型|成本类型|费用项目|成本项目|费用类别|活动",
        "費用類型|服務類型|成本類型|費用項目|成本項目|費用類別|活動",
        "cost kind|cost type|service type|expense type|activity|cost item",
      ],
      ["上门拜访", "到府拜訪", "visit"],
      { telling: true },
    ),
    quantity: field(
      "number",
      ["次数|数量|工时", "次數|數量|工時", "quantity|times|count|hours|units"],
      "2",
    ),
    unitCost: field(
      "money",
      ["单位成本|单价|单次成本", "單位成本|單價|單次成本", "unit cost|cost each|rate"],
      "150.00",
    ),
    amount: field(
      "money",
      [
        "费用金额|服务费用|成本金额|服务成本|费用|成本|金额",
        "費用金額|服務費用|成本金額|服務成本|費用|成本|金額",
        "cost amount|service cost|cost|expense|amount|expense amount",
      ],
      "300.00",
    ),
    orderId: field(
      "text",
      ["订单号|订单编号|单号", "訂單號|訂單編號|單號", "order id|order no|order number"],
      ["XS20250304-018", "XS20250304-018", "SO-20250304-018"],
    ),
    owner: ownerField,
    currency: currencyField,
    note: field(
      "text",
      ["备注|说明", "備註|說明", "note|notes|remark|comment"],
      ["安装指导", "安裝指導", "installation advice"],
    ),
  },
} as const satisfies EntitySpec;
