import type { CustomersField, OrdersField } from "../../../domain/vocabulary";
import type { Entity } from "../../../domain/entities";
import type { LineKind } from "../../../domain/line-kind";

/** Names of tables, fields and line kinds as the trade says them. */
export const fields = {
  entity: { orders: "订单", customers: "客户" } satisfies Record<Entity, string>,
  orders: {
    customer: "客户",
    lineKind: "行类型",
    orderedOn: "下单日期",
    orderId: "订单号",
    customerId: "客户编号",
    customerName: "客户名称",
    amount: "金额",
    quantity: "数量",
    unitPrice: "单价",
    cost: "成本",
    profit: "毛利",
    productId: "商品编号",
    productName: "商品名称",
    productKind: "商品类别",
    owner: "负责人",
    region: "区域",
    channel: "渠道",
    status: "状态",
    currency: "币种",
  } satisfies Record<OrdersField, string>,
  customers: {
    key: "客户",
    provenance: "来源",
    customerId: "客户编号",
    customerName: "客户名称",
    owner: "负责人",
    region: "区域",
    city: "城市",
    channel: "渠道",
    industry: "行业",
    phone: "电话",
    since: "建档日期",
  } satisfies Record<CustomersField, string>,
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
  },
};
