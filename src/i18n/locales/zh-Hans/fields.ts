import type { Entity } from "../../../domain/entities";
import type { LineKind } from "../../../domain/line-kind";
import { fieldNames } from "./field-names";

/** Names of tables, fields and line kinds as the trade says them. */
export const fields = {
  entity: {
    orders: "订单",
    customers: "客户",
    products: "商品",
    service_costs: "服务成本",
    invoices: "发票应收",
    payments: "收款",
    surveys: "问卷",
    complaints: "投诉",
    contacts: "联系记录",
    people: "联系人",
    deals: "商机",
    campaigns: "营销活动",
    contracts: "合同",
    exits: "流失记录",
  } satisfies Record<Entity, string>,
  ...fieldNames,
  lineKind: {
    sale: "销售",
    return: "退货",
    cancelled: "取消",
    free: "赠送或零价",
  } satisfies Record<LineKind, string>,
  kind: {
    text: "文字",
    category: "类别",
    date: "日期",
    money: "金额",
    number: "数字",
    ratio: "比率",
    flag: "是否",
    moment: "日期和时间",
  },
};
