import { field, type EntitySpec } from "../field";
import { customerKeys, ownerField } from "./customer-keys";

/** One row a contact with a customer: a visit, a call, a message. */
export const contacts = {
  id: "contacts",
  names: [
    "联系记录",
    "聯絡紀錄",
    "拜访",
    "拜訪",
    "跟进",
    "跟進",
    "contact log",
    "contacts",
    "visits",
    "calls",
    "interactions",
  ],
  needs: [["customerName", "customerId"], ["contactedAt"]],
  dayField: "contactedAt",
  fields: {
    ...customerKeys,
    contactedAt: field(
      "moment",
      [
        "联系时间|联系日期|拜访日期|拜访时间|跟进时间|跟进日期|通话时间|回访日期|日期|时间",
        "聯絡時間|聯絡日期|拜訪日期|拜訪時間|跟進時間|跟進日期|通話時間|回訪日期|日期|時間",
        "contacted at|contact date|visit date|call date|contacted on|activity date|meeting date|date|time",
      ],
      "2025-03-18 14:30",
      { telling: true },
    ),
    contactKind: field(
      "category",
      [
        "联系方式|联系类型|跟进方式|拜访方式|拜访类型|活动类型|方式",
        "聯絡方式|聯絡類型|跟進方式|拜訪方式|拜訪類型|活動類型|方式",
        "contact kind|contact type|activity type|contact method|interaction type|type",
      ],
      ["拜访", "拜訪", "visit"],
      { telling: true },
    ),
    direction: field(
      "category",
      [
        "方向|呼入呼出|来电去电",
        "方向|來電去電|撥入撥出",
        "direction|inbound or outbound|in or out",
      ],
      ["去电", "去電", "outbound"],
      { telling: true },
    ),
    personName: field(
      "text",
      [
        "联系人|客户联系人|受访人|对方联系人",
        "聯絡人|客戶聯絡人|受訪人|對方聯絡人",
        "contact person|contact name|person|spoke to",
      ],
      ["李强", "李強", "Li Qiang"],
    ),
    minutes: field(
      "number",
      [
        "时长|时长分钟|通话时长|拜访时长|分钟",
        "時長|時長分鐘|通話時長|拜訪時長|分鐘",
        "minutes|duration|duration minutes|length",
      ],
      "45",
      { unit: "minute", telling: true },
    ),
    topic: field(
      "category",
      ["主题|事由|目的|拜访目的", "主題|事由|目的|拜訪目的", "topic|purpose|reason|subject"],
      ["年度框架协议", "年度框架協議", "annual agreement"],
    ),
    outcome: field(
      "category",
      [
        "结果|拜访结果|跟进结果|联系结果",
        "結果|拜訪結果|跟進結果|聯絡結果",
        "outcome|result|call result",
      ],
      ["约定再访", "約定再訪", "next visit agreed"],
      { telling: true },
    ),
    text: field(
      "text",
      [
        "联系内容|跟进内容|拜访内容|沟通内容|记录|备注|内容",
        "聯絡內容|跟進內容|拜訪內容|溝通內容|紀錄|備註|內容",
        "contact notes|notes|note|summary|comment|description",
      ],
      ["对新品感兴趣", "對新品感興趣", "interested in the new product"],
    ),
    nextOn: field(
      "date",
      [
        "下次联系日期|下次跟进日期|下次拜访日期|下次联系时间",
        "下次聯絡日期|下次跟進日期|下次拜訪日期|下次聯絡時間",
        "next contact|next contact date|next step on|follow up date|next visit",
      ],
      "2025-04-01",
      { telling: true },
    ),
    cost: field(
      "money",
      [
        "联系费用|拜访费用|差旅费",
        "聯絡費用|拜訪費用|差旅費",
        "contact cost|visit cost|travel cost",
      ],
      "120.00",
      {
        telling: true,
      },
    ),
    owner: ownerField,
  },
} as const satisfies EntitySpec;
