/** The first page a new reader sees. */
export const welcome = {
  title: "看清您的客户",
  lead: "放入已有的订单表，一分钟内看到：谁在支撑您的生意，谁在减少购买，谁正在离开。",
  promise: "数据不离开这台电脑：没有服务器，没有账号，断网也能用。",
  drop: "把订单表拖到这里",
  dropHint:
    "Excel（.xlsx、.xls、.xlsb）、WPS（.et）、ODS、CSV或TSV，可以一次放多个。有客户、日期、金额三列就能开始。",
  choose: "选择文件",
  demo: "先看演示",
  demoOpen: "打开演示",
  demoHint: "一家虚构的经销商：约600家客户，三年订单。演示数据单独存放，不会与您的数据混在一起。",
  demoOpening: "正在打开演示数据…",
  demoFailed: "演示数据没能打开。您的数据不受影响，可以再试一次或直接导入自己的文件。",
  templates: "没有现成的表？下载模板填写",
  templateAll: (p: { count: number }) => `全部${p.count}种模板`,
  templateOrders: "订单模板",
  templateCustomers: "客户模板",
  answersTitle: "它回答什么",
  answers: {
    value: { title: "价值", text: "多少客户带来80%的销售额，A、B、C各级是谁。" },
    segments: { title: "细分", text: "按最近购买、频次、金额分群，看谁升谁降。" },
    lifecycle: { title: "生命周期", text: "新客、赢回、沉睡的账，每一期都对得上。" },
    customers: { title: "客户", text: "每一家客户一页：走势、订单、常规间隔与异常。" },
  },
  private: "隐私窗口提示：关闭窗口后，浏览器会清除这里的数据。",
};
