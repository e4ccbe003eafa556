import type { Messages } from "../../messages";
export const charts = {
  how: "怎麼算的",
  table: "表格",
  chart: "圖表",
  download: "下載",
  csv: "表格資料（CSV）",
  png: "圖片（PNG，兩倍清晰度）",
  svg: "向量圖（SVG）",
  formula: "公式",
  basis: "依據",
  leftOut: "未計入",
  interval: "95%信賴區間",
  drawing: "正在繪製…",
  failed: "圖表沒能畫出來，數字仍可在表格中檢視。",
  keyboard: "用方向鍵逐個檢視，按Enter開啟對應的客戶。",
  opens: "開啟對應的客戶",
  partial: "未完整的一期",
} satisfies Messages["charts"];
