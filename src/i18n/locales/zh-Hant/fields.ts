import type { Messages } from "../../messages";
import { fieldNames } from "./field-names";

export const fields = {
  entity: {
    orders: "訂單",
    customers: "客戶",
    products: "商品",
    service_costs: "服務成本",
    invoices: "發票應收",
    payments: "收款",
    surveys: "問卷",
    complaints: "客訴",
    contacts: "聯絡紀錄",
    people: "聯絡人",
    deals: "商機",
    campaigns: "行銷活動",
    contracts: "合約",
    exits: "流失紀錄",
  },
  ...fieldNames,
  lineKind: {
    sale: "銷售",
    return: "退貨",
    cancelled: "取消",
    free: "贈送或零價",
  },
  kind: {
    text: "文字",
    category: "類別",
    date: "日期",
    money: "金額",
    number: "數字",
    ratio: "比率",
    flag: "是否",
    moment: "日期和時間",
  },
} satisfies Messages["fields"];
