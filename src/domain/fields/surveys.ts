import { derivedField, field, type EntitySpec } from "../field";
import { customerKeys, ownerField } from "./customer-keys";

/**
 * One row an answer: who was asked what, and the score or the text that came back. A row with neither was asked and not
 * answered. Sheets with one column a question become such rows when they are read.
 */
export const surveys = {
  id: "surveys",
  names: [
    "问卷",
    "問卷",
    "调查",
    "調查",
    "满意度",
    "滿意度",
    "评价",
    "評價",
    "survey",
    "nps",
    "csat",
    "feedback",
    "reviews",
  ],
  needs: [["score", "text"]],
  dayField: "answeredOn",
  fields: {
    ...customerKeys,
    /** Rows of one answered questionnaire share this number, 0, 1, …; distinct over all imports. */
    response: derivedField("number"),
    respondent: field(
      "text",
      [
        "受访者|答卷编号|问卷编号|答卷id|填写人|受访人|答题序号|序号",
        "受訪者|答卷編號|問卷編號|答卷id|填寫人|受訪人|答題序號|序號",
        "respondent|response id|respondent id|submission id|answered by|participant|id",
      ],
      "R-0007",
      { telling: true },
    ),
    answeredOn: field(
      "date",
      [
        "答卷日期|调查日期|填写日期|提交时间|答题时间|评价时间|评价日期|评分日期|回访日期|日期|时间",
        "答卷日期|調查日期|填寫日期|提交時間|答題時間|評價時間|評價日期|評分日期|回訪日期|日期|時間",
        "answered on|survey date|response date|submitted at|completed at|timestamp|review date|rating date|date",
      ],
      "2025-06-18",
    ),
    question: field(
      "category",
      [
        "题目|问题|调查项目|问题内容|指标|评价项目",
        "題目|問題|調查項目|問題內容|指標|評價項目",
        "question|item|question text|survey item|indicator",
      ],
      [
        "您对我们的产品总体满意吗?",
        "您對我們的產品整體滿意嗎?",
        "How satisfied are you with us overall?",
      ],
      { telling: true },
    ),
    questionKind: field(
      "category",
      [
        "题型|题目类型|问题类型",
        "題型|題目類型|問題類型",
        "question kind|question type|kind of question",
      ],
      ["csat", "csat", "csat"],
      { telling: true },
    ),
    dimension: field(
      "category",
      ["维度|方面|评价维度", "構面|面向|評價構面", "dimension|aspect|topic"],
      ["产品", "產品", "Product"],
      { telling: true },
    ),
    score: field(
      "number",
      [
        "评分|得分|分数|打分|满意度|满意度评分|推荐分|星级|评星",
        "評分|得分|分數|打分|滿意度|滿意度評分|推薦分數|星等|星級",
        "score|rating|answer score|points|stars|satisfaction|satisfaction score|nps score|recommend score|answer",
      ],
      "5",
      { telling: true },
    ),
    scaleMin: field(
      "number",
      ["最低分|量表下限", "最低分|量表下限", "scale minimum|scale min|lowest score"],
      "1",
      { telling: true },
    ),
    scaleMax: field(
      "number",
      ["满分|最高分|量表上限", "滿分|最高分|量表上限", "scale maximum|scale max|highest score"],
      "5",
      { telling: true },
    ),
    isReversed: field(
      "flag",
      ["反向计分|分越低越好", "反向計分|分越低越好", "reverse scored|lower is better|reversed"],
      ["否", "否", "no"],
      { telling: true },
    ),
    text: field(
      "text",
      [
        "评价内容|意见|建议|意见建议|评论|留言|原话|回答内容|评语|反馈内容",
        "評價內容|意見|建議|意見建議|評論|留言|原話|回答內容|評語|回饋內容",
        "comment|comments|text|review|feedback|answer text|verbatim|review text|suggestions",
      ],
      ["交货比以前快", "交貨比以前快", "Delivery is faster than before"],
      { telling: true },
    ),
    touchpoint: field(
      "category",
      [
        "触点|服务环节|调查环节|接触点|场景",
        "接觸點|服務環節|調查環節|觸點|情境",
        "touchpoint|journey step|service step|occasion",
      ],
      ["售后安装", "售後安裝", "Installation"],
      { telling: true },
    ),
    wave: field(
      "category",
      ["批次|期次|调查期|轮次", "梯次|期別|調查期|輪次", "wave|survey wave|round"],
      ["2025上半年", "2025上半年", "2025 H1"],
      { telling: true },
    ),
    channel: field(
      "category",
      ["调查方式|调查渠道|渠道", "調查方式|調查管道|通路", "survey channel|channel|method"],
      ["微信", "LINE", "e-mail"],
    ),
    orderId: field(
      "text",
      ["订单号|订单编号|单号", "訂單號|訂單編號|單號", "order id|order no|order number"],
      ["XS20250304-018", "XS20250304-018", "SO-20250304-018"],
    ),
    productName: field(
      "category",
      ["商品名称|产品名称|产品|商品", "商品名稱|產品名稱|產品|商品", "product name|product"],
      ["铜芯电缆 2.5mm²", "銅芯電纜 2.5mm²", "Copper cable 2.5mm²"],
    ),
    owner: ownerField,
  },
} as const satisfies EntitySpec;
