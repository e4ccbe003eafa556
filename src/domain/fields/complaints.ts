import { field, type EntitySpec } from "../field";
import { currencyField, customerKeys, ownerField } from "./customer-keys";

/** One row a complaint, from the call to the check that it is settled. Times of day are kept where the file has them. */
export const complaints = {
  id: "complaints",
  names: [
    "投诉",
    "投訴",
    "客诉",
    "客訴",
    "抱怨",
    "售后",
    "售後",
    "complaints",
    "complaint log",
    "tickets",
    "cases",
  ],
  needs: [["openedAt"]],
  dayField: "openedAt",
  fields: {
    ...customerKeys,
    complaintId: field(
      "text",
      [
        "投诉编号|投诉单号|客诉编号|工单号|工单编号|单号",
        "投訴編號|客訴單號|客訴編號|工單號|工單編號|單號",
        "complaint id|complaint no|case id|case no|ticket id|ticket no|case number",
      ],
      "TS-20250702-01",
      { telling: true },
    ),
    openedAt: field(
      "moment",
      [
        "投诉时间|投诉日期|受理时间|受理日期|提出时间|登记日期|发生日期|创建时间|反馈日期|日期",
        "投訴時間|投訴日期|客訴日期|受理時間|受理日期|提出時間|登記日期|發生日期|建立時間|日期",
        "date received|received at|opened at|complaint date|opened|open date|received|received on|date opened|created at|created|reported at|date",
      ],
      ["2025-07-02 09:15", "2025-07-02 09:15", "2025-07-02 09:15"],
    ),
    respondedAt: field(
      "moment",
      [
        "首次响应时间|首次回复时间|响应时间|回复时间|首次回复日期|响应日期",
        "首次回應時間|首次回覆時間|回應時間|回覆時間|首次回覆日期|回應日期",
        "first response|first responded at|responded at|first reply|first reply at|response date|first response at",
      ],
      ["2025-07-02 15:40", "2025-07-02 15:40", "2025-07-02 15:40"],
      { telling: true },
    ),
    resolvedAt: field(
      "moment",
      [
        "解决时间|解决日期|处理完成时间|完成日期|办结时间|处理日期",
        "解決時間|解決日期|處理完成時間|完成日期|辦結時間|處理日期",
        "date resolved|resolved at|resolved|resolution date|resolved on|completed at",
      ],
      ["2025-07-05 11:00", "2025-07-05 11:00", "2025-07-05 11:00"],
      { telling: true },
    ),
    closedAt: field(
      "moment",
      [
        "关闭时间|结案时间|结案日期|关闭日期|回访时间|回访日期",
        "關閉時間|結案時間|結案日期|關閉日期|回訪時間|回訪日期",
        "closed at|closed|date closed|close date|closed on|followed up at",
      ],
      ["2025-07-08 10:00", "2025-07-08 10:00", "2025-07-08 10:00"],
      { telling: true },
    ),
    complaintKind: field(
      "category",
      [
        "投诉类型|投诉类别|客诉类型|问题类型|投诉性质|类型",
        "投訴類型|投訴類別|客訴類型|問題類型|投訴性質|類型",
        "complaint type|complaint kind|complaint category|case type|issue type|type",
      ],
      ["质量", "品質", "quality"],
      { telling: true },
    ),
    text: field(
      "text",
      [
        "投诉内容|问题描述|客诉内容|投诉描述|描述|内容",
        "投訴內容|問題描述|客訴內容|投訴描述|描述|內容",
        "complaint description|complaint|description|complaint text|issue|details|subject",
      ],
      ["到货短缺两卷", "到貨短缺兩卷", "Two rolls short on delivery"],
    ),
    severity: field(
      "category",
      [
        "严重程度|严重度|等级|投诉级别|紧急程度",
        "嚴重程度|嚴重度|等級|客訴級別|緊急程度",
        "severity|level|seriousness",
      ],
      ["一般", "一般", "minor"],
      { telling: true },
    ),
    priority: field(
      "category",
      ["优先级|优先度", "優先順序|優先級", "priority|urgency"],
      ["中", "中", "medium"],
      {
        telling: true,
      },
    ),
    causeGroup: field(
      "category",
      [
        "原因大类|原因分类|原因类别|责任原因",
        "原因大類|原因分類|原因類別|責任原因",
        "cause group|cause category|root cause category",
      ],
      ["物流", "物流", "logistics"],
      { telling: true },
    ),
    cause: field(
      "category",
      [
        "投诉原因|原因|根本原因|具体原因",
        "投訴原因|客訴原因|原因|根本原因|具體原因",
        "cause|root cause|complaint reason|reason",
      ],
      ["漏装", "漏裝", "packing error"],
      { telling: true },
    ),
    responsible: field(
      "category",
      [
        "责任方|责任归属|责任部门|责任单位",
        "責任方|責任歸屬|責任部門|責任單位",
        "responsible party|responsible|responsibility|responsible department",
      ],
      ["公司", "公司", "company"],
      { telling: true },
    ),
    department: field(
      "category",
      ["部门|处理部门|受理部门", "部門|處理部門|受理部門", "department|team|handling department"],
      ["客服部", "客服部", "Customer service"],
    ),
    channel: field(
      "category",
      [
        "投诉渠道|受理渠道|来源渠道|渠道|来源",
        "投訴管道|客訴管道|受理管道|來源管道|通路|來源",
        "complaint channel|received via|channel|source",
      ],
      ["电话", "電話", "phone"],
    ),
    productName: field(
      "category",
      [
        "商品名称|产品名称|产品|商品|品名",
        "商品名稱|產品名稱|產品|商品|品名",
        "product name|product|item",
      ],
      ["铜芯电缆 2.5mm²", "銅芯電纜 2.5mm²", "Copper cable 2.5mm²"],
    ),
    productId: field(
      "text",
      [
        "商品编号|产品编号|货号|产品编码",
        "商品編號|產品編號|貨號|料號",
        "product id|product code|sku|item code",
      ],
      "P-2031",
    ),
    batch: field(
      "text",
      [
        "批号|批次|批次号|生产批号",
        "批號|批次|批次號|生產批號",
        "batch|batch no|lot|lot no|batch number",
      ],
      "B2503-11",
      {
        telling: true,
      },
    ),
    orderId: field(
      "text",
      ["订单号|订单编号|销售单号", "訂單號|訂單編號|銷貨單號", "order id|order no|order number"],
      ["XS20250304-018", "XS20250304-018", "SO-20250304-018"],
    ),
    quantity: field(
      "number",
      [
        "投诉数量|不良数量|涉及数量|数量",
        "客訴數量|不良數量|涉及數量|數量",
        "affected quantity|defective quantity|quantity",
      ],
      "2",
      { unit: "piece" },
    ),
    lossAmount: field(
      "money",
      [
        "损失金额|涉及金额|索赔金额|投诉金额",
        "損失金額|涉及金額|索賠金額|客訴金額",
        "loss amount|claim amount|amount claimed|loss|cost",
      ],
      "160.00",
      { telling: true },
    ),
    compensation: field(
      "money",
      [
        "赔偿金额|补偿金额|赔付金额|退款金额|赔偿",
        "賠償金額|補償金額|賠付金額|退款金額|賠償",
        "compensation|compensation amount|refund|refund amount|goodwill",
      ],
      "80.00",
      { telling: true },
    ),
    resolution: field(
      "text",
      [
        "处理结果|处理方案|处理措施|解决方案|处理意见",
        "處理結果|處理方案|處理措施|解決方案|處理意見",
        "resolution|outcome|action taken|solution|remedy",
      ],
      ["补发两卷", "補發兩卷", "sent two rolls"],
      { telling: true },
    ),
    isJustified: field(
      "flag",
      [
        "是否成立|投诉成立|是否有效",
        "是否成立|客訴成立|是否有效",
        "justified|upheld|valid complaint",
      ],
      ["是", "是", "yes"],
      { telling: true },
    ),
    isEscalated: field(
      "flag",
      ["是否升级|已升级", "是否升級|已升級", "escalated|is escalated"],
      ["否", "否", "no"],
      {
        telling: true,
      },
    ),
    isSatisfied: field(
      "flag",
      [
        "是否满意|客户满意|处理满意|回访满意",
        "是否滿意|客戶滿意|處理滿意|回訪滿意",
        "satisfied|customer satisfied|satisfied with resolution",
      ],
      ["是", "是", "yes"],
      { telling: true },
    ),
    satisfaction: field(
      "number",
      [
        "处理满意度|回访评分|满意度评分",
        "處理滿意度|回訪評分|滿意度評分",
        "satisfaction score|resolution rating|satisfaction",
      ],
      "4",
      { unit: "point" },
    ),
    status: field(
      "category",
      [
        "处理状态|投诉状态|状态|进度",
        "處理狀態|客訴狀態|狀態|進度",
        "complaint status|case status|status",
      ],
      ["已结案", "已結案", "closed"],
    ),
    owner: ownerField,
    currency: currencyField,
  },
} as const satisfies EntitySpec;
