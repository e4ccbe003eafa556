import { grouped } from "../../number-words";

/** How an import meets the data that are there: recipes, duplicates, differences, taking back. */
export const merge = {
  recipe: {
    used: (p: { file: string; when: string }) => `按上次的对应读入（${p.file}，${p.when}）。`,
    unknown: (p: { columns: string }) => `新的列：${p.columns}，请核对。`,
    lacking: (p: { columns: string }) => `这次没有：${p.columns}。`,
    ignore: "不用上次的，重新识别",
    heading: "记住的对应",
    lead: "确认过的列对应会记在这里。下次导入表头相同的文件时自动采用，可以改，也可以忘掉。",
    none: "还没有。导入一次后就会记住。",
    caption: "记住的列对应，最近确认的在前",
    file: "最近的文件",
    table: "内容",
    columns: "列",
    when: "确认时间",
    actions: "操作",
    forget: "忘掉",
    forgetNamed: (p: { file: string }) => `忘掉 ${p.file} 的对应`,
    forgotten: "已忘掉这个对应。",
    restore: "恢复",
  },
  modes: {
    upsert: "按编号更新",
    upsertHint: "单号已经有的，用这次的替换；没有的加进来。适合重复导出、有改动的数据。",
    upsertRows: "没有编号的表：完全相同的行不再重复加入。",
  },
  earlier: {
    title: "这个文件以前导入过",
    text: (p: { when: string; rows: number }) =>
      `${p.when}按另一种读法导入过（${grouped(p.rows)}行）。再加一次会重复计算。`,
    takeOut: "换掉那次导入",
    keep: "两次都保留",
    label: (p: { file: string }) => `${p.file}以前的导入怎么办`,
  },
  duplicates: {
    title: "有重复的行",
    within: (p: { rows: number }) => `${grouped(p.rows)}行和这次的另一行完全相同。`,
    across: (p: { rows: number }) => `${grouped(p.rows)}行和已有的数据完全相同。`,
    keep: "全部保留",
    keepHint: "一单里两行一样的商品是正常的。",
    drop: "去掉重复的",
    label: "重复的行怎么办",
    show: "看重复的行",
    caption: "重复的行",
    more: (p: { listed: number; total: number }) =>
      `列出前${grouped(p.listed)}行，共${grouped(p.total)}行。`,
  },
  identityIssue: {
    "customer-name-conflict": (p: { count: number; sample: string }) =>
      `${grouped(p.count)}个客户编号有不止一个名称，按编号算作一家，例如${p.sample}。`,
    "customer-duplicate": (p: { count: number; sample: string }) =>
      `${grouped(p.count)}行是已经出现过的客户，后面的值补充或更新前面的，例如${p.sample}。`,
  },
  difference: {
    title: "导入前看一看",
    heading: "导入后会有什么变化",
    working: "正在比较…",
    failed: "没能比较出变化。",
    same: "数据不会有变化。",
    table: "内容",
    before: "现在",
    after: "导入后",
    added: "新增",
    changed: "改变",
    gone: "消失",
    unchanged: "不变",
    amount: "金额合计",
    rows: (p: { rows: number }) => `${grouped(p.rows)}行`,
    show: (p: { table: string }) => `看${p.table}的变化`,
    caption: (p: { table: string }) => `${p.table}的变化`,
    summary: "各表的变化",
    kind: "变化",
    wasAndIs: (p: { before: string; after: string }) => `${p.before} → ${p.after}`,
    blank: "（空）",
    more: (p: { listed: number; total: number }) =>
      `列出${grouped(p.listed)}行作为例子，共${grouped(p.total)}行有变化。`,
    download: "下载全部变化（CSV）",
    fileName: "导入变化",
    kinds: { added: "新增", before: "改前", after: "改后", gone: "消失" },
  },
  shrink: {
    title: "数据会少一大半",
    text: (p: { table: string; before: number; after: number }) =>
      `${p.table}现在有${grouped(p.before)}行，导入后只剩${grouped(p.after)}行。是不是拿错了文件，或者只导出了一部分？`,
    confirm: "确实要这样导入",
    keep: "先不导入",
  },
  takeBack: {
    action: "撤销",
    actionNamed: (p: { file: string }) => `撤销 ${p.file} 的导入`,
    title: (p: { file: string }) => `撤销 ${p.file} 的导入？`,
    step: "数据回到那次导入之前的样子。您自己做的分组和设置不受影响。",
    rows: (p: { rows: number }) =>
      `这次导入的${grouped(p.rows)}行会从数据里拿掉，其他导入的行都留下。您自己做的分组和设置不受影响。`,
    customers: "客户资料会拿掉，有订单的客户留下。您自己做的分组和设置不受影响。",
    confirm: "撤销导入",
    keep: "不撤销",
    done: (p: { file: string }) => `已撤销 ${p.file} 的导入。`,
    failed: "没能撤销，数据没有变。",
    restored: "已恢复，数据回到撤销之前。",
    restore: "恢复刚才撤销的导入",
    bars: {
      replaced: "不能单独撤销：它换掉了以前的行，那些行已经不在了。可以重新导入原来的文件。",
      merged: "不能单独撤销：它和别的客户资料合并过了。可以用“换掉原来的”重新导入客户资料。",
      unmarked: "不能单独撤销：由旧版本导入，没有记下哪些行是它的。",
    },
    why: "为什么不能撤销",
  },
};

export type MergeMessages = typeof merge;
