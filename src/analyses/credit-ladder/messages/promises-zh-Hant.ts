import type { PromisesMessages } from "./promises-zh-Hans";

export default {
  title: "付款承諾",
  sub: "客戶答應哪天付多少，記在這裡，到期按收款判斷兌現沒有。只存在這台電腦上，重新匯入也不會更動。點一列可以修改。",
  none: "還沒有登記付款承諾。催款時客戶答應了日期和金額，就記一筆；落空的會成為升級的理由。",
  add: "登記付款承諾",
  caption: "登記的付款承諾和兌現情況",
  columns: {
    customer: "客戶",
    amount: "答應付",
    madeOn: "許諾日",
    dueOn: "約定付款日",
    paid: "期間收到",
    fate: "結果",
  },
  fates: { kept: "兌現", broken: "落空", open: "未到期", unclear: "無法判斷" },
  later: "截止日之後許的",
  unclear:
    "「無法判斷」：收款資料還沒到約定付款日，有收款不知道是哪天到的，或資料裡查不到這家客戶的帳。匯入新的收款或發票後會自動判斷。",
  form: {
    title: "登記付款承諾",
    titleOf: (p) => `登記付款承諾：${p.name}`,
    amount: "答應付多少",
    madeOn: "哪天許諾的",
    dueOn: "約定哪天付",
    needs: "請選客戶，填金額（大於0）和兩個日期，付款日不能早於許諾日。",
    future: "許諾日在今天之後，請檢查。",
    saved: (p) => `已登記${p.name}的付款承諾。`,
    remove: "刪除登記",
    removed: "付款承諾已刪除。",
  },
} satisfies PromisesMessages;
