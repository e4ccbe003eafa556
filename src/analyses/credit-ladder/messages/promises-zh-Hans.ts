/** The words of promises to pay. */
const promises = {
  title: "付款承诺",
  sub: "客户答应哪天付多少，记在这里，到期按收款判断兑现没有。只存在这台电脑上，重新导入也不会改动。点一行可以修改。",
  none: "还没有登记付款承诺。催款时客户答应了日期和金额，就记一笔；落空的会成为升级的理由。",
  add: "登记付款承诺",
  caption: "登记的付款承诺和兑现情况",
  columns: {
    customer: "客户",
    amount: "答应付",
    madeOn: "许诺日",
    dueOn: "约定付款日",
    paid: "期间收到",
    fate: "结果",
  },
  fates: { kept: "兑现", broken: "落空", open: "未到期", unclear: "判断不了" },
  later: "截止日之后许的",
  unclear:
    "“判断不了”：收款数据还没到约定付款日，有收款不知道是哪天到的，或数据里查不到这家客户的账。导入新的收款或发票后会自动判断。",
  form: {
    title: "登记付款承诺",
    titleOf: (p: { name: string }) => `登记付款承诺：${p.name}`,
    amount: "答应付多少",
    madeOn: "哪天许诺的",
    dueOn: "约定哪天付",
    needs: "请选客户，填金额（大于0）和两个日期，付款日不能早于许诺日。",
    future: "许诺日在今天之后，请检查。",
    saved: (p: { name: string }) => `已登记${p.name}的付款承诺。`,
    remove: "删除登记",
    removed: "付款承诺已删除。",
  },
};

export type PromisesMessages = typeof promises;
export default promises;
