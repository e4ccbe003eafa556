import { field, type EntitySpec } from "../field";
import { currencyField, customerKeys, ownerField } from "./customer-keys";

/** One row an invoice or receivable: how much, due when, how much of it still open. */
export const invoices = {
  id: "invoices",
  names: [
    "发票",
    "發票",
    "应收",
    "應收",
    "账龄",
    "帳齡",
    "invoices",
    "receivables",
    "aging",
    "ageing",
  ],
  needs: [
    ["customerName", "customerId"],
    ["amount", "openAmount"],
    ["dueOn", "invoicedOn"],
  ],
  dayField: "invoicedOn",
  fields: {
    ...customerKeys,
    invoiceId: field(
      "text",
      [
        "发票号|发票号码|发票编号|应收单号|单据编号|单号",
        "發票號碼|發票號|發票編號|應收單號|單據編號|單號",
        "invoice no|invoice number|invoice id|invoice|document no|bill no",
      ],
      "INV-20250331-07",
    ),
    invoicedOn: field(
      "date",
      [
        "开票日期|发票日期|应收日期|单据日期|记账日期|日期",
        "開票日期|發票日期|應收日期|單據日期|記帳日期|日期",
        "invoice date|invoiced on|billing date|issue date|document date|bill date|date",
      ],
      "2025-03-31",
    ),
    dueOn: field(
      "date",
      [
        "到期日|到期日期|应收到期日|付款到期日|应付日期|约定付款日|应收款日期",
        "到期日|到期日期|應收到期日|付款到期日|付款期限|約定付款日|應收款日期",
        "due date|due on|payment due|payment due date|due",
      ],
      "2025-04-30",
      { telling: true },
    ),
    amount: field(
      "money",
      [
        "发票金额|应收金额|开票金额|价税合计|金额|应收款|原币金额",
        "發票金額|應收金額|開票金額|含稅金額|金額|應收款|原幣金額",
        "invoice amount|amount|total|invoice total|invoiced amount|amount due|gross amount",
      ],
      "12800.00",
    ),
    paidAmount: field(
      "money",
      [
        "已收金额|已付金额|已收款|已核销金额|收款金额",
        "已收金額|已付金額|已收款|已沖銷金額|收款金額",
        "paid amount|amount paid|received amount|settled amount|paid",
      ],
      "5000.00",
      { telling: true },
    ),
    openAmount: field(
      "money",
      [
        "未收金额|欠款金额|应收余额|未收款|未核销金额|欠款|余额",
        "未收金額|欠款金額|應收餘額|未收款|未沖銷金額|欠款|餘額",
        "open amount|outstanding|outstanding amount|balance|balance due|amount outstanding|unpaid amount",
      ],
      "7800.00",
      { telling: true },
    ),
    settledOn: field(
      "date",
      [
        "结清日期|收款日期|付款日期|核销日期|回款日期",
        "結清日期|收款日期|付款日期|沖銷日期|回款日期",
        "settled date|settled on|paid date|paid on|payment date|date settled",
      ],
      "2025-05-12",
      { telling: true },
    ),
    termDays: field(
      "number",
      [
        "账期|付款账期|信用天数|账期天数",
        "帳期|付款條件天數|信用天數|帳期天數",
        "terms|payment terms|credit days|term days",
      ],
      "30",
      { unit: "day", telling: true },
    ),
    isDisputed: field(
      "flag",
      ["有争议|是否争议|争议", "有爭議|是否爭議|爭議", "disputed|in dispute|is disputed"],
      ["否", "否", "no"],
      { telling: true },
    ),
    orderId: field(
      "text",
      ["订单号|订单编号|销售单号", "訂單號|訂單編號|銷貨單號", "order id|order no|order number"],
      ["XS20250304-018", "XS20250304-018", "SO-20250304-018"],
    ),
    status: field(
      "category",
      [
        "发票状态|收款状态|付款状态|状态",
        "發票狀態|收款狀態|付款狀態|狀態",
        "invoice status|payment status|status",
      ],
      ["部分收款", "部分收款", "partly paid"],
    ),
    owner: ownerField,
    currency: currencyField,
  },
} as const satisfies EntitySpec;
