import { field, type EntitySpec } from "../field";
import { customerKeys, ownerField } from "./customer-keys";

/** One row a person at a customer: role in buying, and how well we know each other. */
export const people = {
  id: "people",
  names: [
    "联系人",
    "聯絡人",
    "关键人",
    "關鍵人",
    "人脉",
    "人脈",
    "people",
    "contact persons",
    "stakeholders",
  ],
  needs: [["personName"], ["customerName", "customerId"]],
  dayField: null,
  fields: {
    ...customerKeys,
    personId: field(
      "text",
      ["联系人编号|人员编号", "聯絡人編號|人員編號", "person id|contact id|contact person id"],
      "L-031",
      {
        telling: true,
      },
    ),
    personName: field(
      "text",
      [
        "联系人|联系人姓名|姓名|关键人",
        "聯絡人|聯絡人姓名|姓名|關鍵人",
        "contact person|person name|contact name|full name|person|name",
      ],
      ["李强", "李強", "Li Qiang"],
      { telling: true },
    ),
    title: field(
      "category",
      ["职务|职位|岗位", "職務|職稱|職位", "title|job title|position"],
      ["采购经理", "採購經理", "purchasing manager"],
      {
        telling: true,
      },
    ),
    level: field(
      "category",
      ["层级|职级|管理层级", "層級|職級|管理層級", "level|management level|seniority"],
      ["中层", "中階", "middle"],
      { telling: true },
    ),
    role: field(
      "category",
      ["采购角色|决策角色|角色", "採購角色|決策角色|角色", "buying role|role|decision role"],
      ["决策者", "決策者", "decision maker"],
      { telling: true },
    ),
    relation: field(
      "category",
      [
        "关系|关系程度|亲疏|关系等级|态度",
        "關係|關係程度|親疏|關係等級|態度",
        "relation|relationship|relationship strength|attitude",
      ],
      ["良好", "良好", "good"],
      { telling: true },
    ),
    influence: field(
      "category",
      ["影响力|影响程度", "影響力|影響程度", "influence|influence level"],
      ["高", "高", "high"],
      {
        telling: true,
      },
    ),
    reportsTo: field(
      "text",
      ["上级|汇报对象|直属上级", "上級|匯報對象|直屬主管", "reports to|boss|line manager"],
      ["陈明", "陳明", "Chen Ming"],
      { telling: true },
    ),
    phone: field(
      "text",
      [
        "联系人电话|手机|电话|联系电话|手机号",
        "聯絡人電話|手機|電話|聯絡電話|手機號碼",
        "phone|mobile|telephone|phone number",
      ],
      ["138 0013 8000", "0912 345 678", "+44 20 7946 0000"],
    ),
    email: field(
      "text",
      ["邮箱|电子邮箱|电子邮件", "電子郵件|信箱|電郵", "email|e mail|email address"],
      "li@example.com",
      {
        telling: true,
      },
    ),
    birthOn: field(
      "date",
      ["生日|出生日期", "生日|出生日期", "birthday|birth date|date of birth"],
      "1984-09-12",
      {
        telling: true,
      },
    ),
    isActive: field(
      "flag",
      ["在职|是否在职", "在職|是否在職", "active|still there|is active"],
      ["是", "是", "yes"],
      {
        telling: true,
      },
    ),
    owner: ownerField,
    note: field(
      "text",
      ["备注|说明|爱好", "備註|說明|愛好", "note|notes|remark"],
      ["喜欢钓鱼", "喜歡釣魚", "likes fishing"],
    ),
  },
} as const satisfies EntitySpec;
