/** Words around every chart. */
export const charts = {
  how: "怎么算的",
  table: "表格",
  chart: "图表",
  download: "下载",
  csv: "表格数据（CSV）",
  png: "图片（PNG，两倍清晰度）",
  svg: "矢量图（SVG）",
  formula: "公式",
  basis: "依据",
  leftOut: "未计入",
  interval: "95%置信区间",
  drawing: "正在绘制…",
  failed: "图表没能画出来，数字仍可在表格中查看。",
  keyboard: "用方向键逐个查看，按回车打开对应的客户。",
  opens: "打开对应的客户",
  partial: "未完整的一期",
};
