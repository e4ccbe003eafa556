import { field, type EntitySpec } from "../field";
import { currencyField, customerKeys, ownerField } from "./customer-keys";

/** One row a payment received; it names its customer or the invoice that it settles. */
export const payments = {
  id: "payments",
  names: ["收款", "回款", "付款", "payments", "receipts", "collections"],
  needs: [["paidOn"], ["amount"], ["customerName", "customerId", "invoiceId"]],
  dayField: "paidOn",
  fields: {
    ...customerKeys,
    paymentId: field(
      "text",
      [
        "收款单号|付款单号|回款编号|流水号|收款编号",
        "收款單號|付款單號|回款編號|流水號|收款編號",
        "payment id|payment no|receipt no|receipt number|payment number",
      ],
      "SK20250512-03",
      { telling: true },
    ),
    invoiceId: field(
      "text",
      [
        "发票号|发票号码|对应发票|核销发票|应收单号",
        "發票號碼|發票號|對應發票|沖銷發票|應收單號",
        "invoice no|invoice number|invoice id|invoice",
      ],
      "INV-20250331-07",
    ),
    paidOn: field(
      "date",
      [
        "收款日期|付款日期|回款日期|到账日期|入账日期|支付时间|日期",
        "收款日期|付款日期|回款日期|入帳日期|到帳日期|支付時間|日期",
        "payment date|paid on|date paid|receipt date|received on|paid date|date",
      ],
      "2025-05-12",
      { telling: true },
    ),
    amount: field(
      "money",
      [
        "收款金额|回款金额|付款金额|到账金额|实收金额|金额",
        "收款金額|回款金額|付款金額|入帳金額|實收金額|金額",
        "payment amount|amount paid|amount received|paid amount|amount|received amount",
      ],
      "5000.00",
    ),
    method: field(
      "category",
      [
        "收款方式|付款方式|支付方式|结算方式",
        "收款方式|付款方式|支付方式|結算方式",
        "payment method|method|paid by|payment type",
      ],
      ["银行转账", "銀行轉帳", "bank transfer"],
      { telling: true },
    ),
    orderId: field(
      "text",
      ["订单号|订单编号|销售单号", "訂單號|訂單編號|銷貨單號", "order id|order no|order number"],
      ["XS20250304-018", "XS20250304-018", "SO-20250304-018"],
    ),
    owner: ownerField,
    currency: currencyField,
  },
} as const satisfies EntitySpec;
