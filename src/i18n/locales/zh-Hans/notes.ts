import { grouped } from "../../number-words";

export const notes = {
  title: "标签和备注",
  local: "只存在这台电脑上，导入新数据不会改动它们。",
  tagsLabel: "标签",
  tagPlaceholder: "加一个标签",
  addTag: "加标签",
  removeTag: (p: { tag: string }) => `去掉标签“${p.tag}”`,
  tagRemoved: (p: { tag: string }) => `已去掉标签“${p.tag}”。`,
  tagTooLong: (p: { length: number }) => `标签最多${grouped(p.length)}个字。`,
  notesLabel: "备注",
  write: "写一条备注",
  placeholder: "说了什么，答应了什么，下次什么时候联系",
  none: "还没有备注。",
  edit: "修改",
  editOf: (p: { moment: string }) => `修改${p.moment}的备注`,
  editLabel: "修改备注",
  remove: "删除",
  removeOf: (p: { moment: string }) => `删除${p.moment}的备注`,
  changed: (p: { moment: string }) => `${p.moment}改过`,
  removed: "已删除备注。",
  saving: "正在保存…",
  saved: "已保存在这台电脑上",
  unsavedTitle: "没有保存",
  incompleteTitle: (p: { missing: number }) => `您自己写的内容少了${grouped(p.missing)}处改动`,
  incompleteText:
    "这个浏览器记得它们，但存放的地方已经没有了，可能是浏览器清理或磁盘损坏。在您决定之前，不会往里写任何东西。",
  goOn: "就用现有的继续",
  failedTitle: "标签和备注读不出来",
};

export type NotesMessages = typeof notes;
