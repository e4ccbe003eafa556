import { field, type EntitySpec } from "../field";
import { currencyField, customerKeys, ownerField } from "./customer-keys";

/** One row a campaign with its totals, or one row for each customer that a campaign addressed or held out. */
export const campaigns = {
  id: "campaigns",
  names: ["营销活动", "行銷活動", "活动", "活動", "推广", "推廣", "campaigns", "marketing"],
  needs: [["campaign", "campaignId"]],
  dayField: "startedOn",
  fields: {
    ...customerKeys,
    campaignId: field(
      "text",
      [
        "活动编号|活动id|推广编号",
        "活動編號|活動id|推廣編號",
        "campaign id|campaign no|campaign code",
      ],
      "K-2025-03",
      {
        telling: true,
      },
    ),
    campaign: field(
      "category",
      [
        "活动名称|营销活动|推广名称|活动",
        "活動名稱|行銷活動|推廣名稱|活動",
        "campaign name|campaign|campaign title",
      ],
      ["春季展会", "春季展覽", "Spring fair"],
      { telling: true },
    ),
    campaignKind: field(
      "category",
      [
        "活动类型|推广类型|活动类别",
        "活動類型|推廣類型|活動類別",
        "campaign type|campaign kind|type",
      ],
      ["展会", "展覽", "trade fair"],
      { telling: true },
    ),
    channel: field(
      "category",
      ["投放渠道|推广渠道|渠道", "投放通路|推廣通路|通路", "channel|medium|utm medium"],
      ["线下", "實體", "offline"],
    ),
    startedOn: field(
      "date",
      [
        "开始日期|活动日期|开始时间|活动开始",
        "開始日期|活動日期|開始時間|活動開始",
        "start date|started on|campaign date|launch date|date",
      ],
      "2025-03-10",
    ),
    endedOn: field(
      "date",
      ["结束日期|结束时间|活动结束", "結束日期|結束時間|活動結束", "end date|ended on|finish date"],
      "2025-03-14",
    ),
    cost: field(
      "money",
      [
        "活动费用|投入费用|推广费用|实际费用|花费|成本",
        "活動費用|投入費用|推廣費用|實際費用|花費|成本",
        "campaign cost|cost|spend|actual cost",
      ],
      "36000.00",
      {
        telling: true,
      },
    ),
    budget: field(
      "money",
      ["预算|活动预算", "預算|活動預算", "budget|campaign budget|planned cost"],
      "40000.00",
      {
        telling: true,
      },
    ),
    audience: field(
      "number",
      [
        "触达人数|目标人数|发送量|曝光量|触达客户数",
        "觸及人數|目標人數|發送量|曝光量|觸及客戶數",
        "audience|reach|sent|impressions|targeted",
      ],
      "600",
      {
        unit: "person",
        telling: true,
      },
    ),
    opened: field(
      "number",
      ["打开数|点击数|阅读量", "開啟數|點擊數|閱讀量", "opens|clicks|opened"],
      "210",
      { unit: "person", telling: true },
    ),
    responses: field(
      "number",
      [
        "响应人数|回复数|参与人数|响应数",
        "回應人數|回覆數|參與人數|回應數",
        "responses|replies|respondents|response count",
      ],
      "48",
      {
        unit: "person",
        telling: true,
      },
    ),
    leads: field("number", ["线索数|获取线索", "名單數|取得名單", "leads|leads generated"], "30", {
      unit: "person",
      telling: true,
    }),
    newCustomers: field(
      "number",
      [
        "成交客户数|新增客户|转化数|获客数",
        "成交客戶數|新增客戶|轉換數|獲客數",
        "conversions|new customers|customers won|converted",
      ],
      "6",
      {
        unit: "person",
        telling: true,
      },
    ),
    revenue: field(
      "money",
      [
        "活动销售额|带来销售额|成交金额",
        "活動銷售額|帶來銷售額|成交金額",
        "campaign revenue|revenue|attributed revenue",
      ],
      "180000.00",
      {
        telling: true,
      },
    ),
    offer: field(
      "category",
      ["优惠内容|优惠方案|赠品", "優惠內容|優惠方案|贈品", "offer|incentive|promotion"],
      ["首单九折", "首單九折", "10 % off the first order"],
      {
        telling: true,
      },
    ),
    offerCost: field(
      "money",
      [
        "单位优惠成本|单客优惠|优惠成本",
        "單位優惠成本|單客優惠|優惠成本",
        "offer cost|incentive cost|cost per offer",
      ],
      "120.00",
      {
        telling: true,
      },
    ),
    group: field(
      "category",
      ["实验组|分组|组别", "實驗組|分組|組別", "group|test group|treatment|variant"],
      ["触达", "觸及", "treated"],
      {
        telling: true,
      },
    ),
    contactedOn: field(
      "date",
      [
        "触达日期|发送日期|联系日期",
        "觸及日期|發送日期|聯絡日期",
        "sent on|contacted on|sent date",
      ],
      "2025-03-10",
    ),
    hasResponded: field(
      "flag",
      [
        "是否响应|是否回复|是否参与",
        "是否回應|是否回覆|是否參與",
        "responded|has responded|response",
      ],
      ["是", "是", "yes"],
      {
        telling: true,
      },
    ),
    respondedOn: field(
      "date",
      ["响应日期|回复日期|参与日期", "回應日期|回覆日期|參與日期", "responded on|response date"],
      "2025-03-12",
      {
        telling: true,
      },
    ),
    owner: ownerField,
    currency: currencyField,
  },
} as const satisfies EntitySpec;
