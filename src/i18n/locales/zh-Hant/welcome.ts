import type { Messages } from "../../messages";
export const welcome = {
  title: "看清您的客戶",
  lead: "放入已有的訂單表，一分鐘內看到：誰在支撐您的生意，誰在減少購買，誰正在離開。",
  promise: "資料不離開這台電腦：沒有伺服器，沒有帳號，離線也能用。",
  drop: "把訂單表拖到這裡",
  dropHint:
    "Excel（.xlsx、.xls、.xlsb）、ODS、CSV或TSV，可以一次放多個。有客戶、日期、金額三欄就能開始。",
  choose: "選擇檔案",
  demo: "先看示範",
  demoOpen: "開啟示範",
  demoHint: "一家虛構的經銷商：約600家客戶，三年訂單。示範資料分開存放，不會與您的資料混在一起。",
  demoOpening: "正在開啟示範資料…",
  demoFailed: "示範資料沒能開啟。您的資料不受影響，可以再試一次或直接匯入自己的檔案。",
  templates: "沒有現成的表？下載範本填寫",
  templateAll: (p) => `全部${p.count}種範本`,
  templateOrders: "訂單範本",
  templateCustomers: "客戶範本",
  answersTitle: "它回答什麼",
  answers: {
    value: { title: "價值", text: "多少客戶帶來80%的銷售額，A、B、C各級是誰。" },
    segments: { title: "細分", text: "依最近購買、頻率、金額分群，看誰升誰降。" },
    lifecycle: { title: "生命週期", text: "新客、贏回、沉睡的帳，每一期都對得上。" },
    customers: { title: "客戶", text: "每一家客戶一頁：走勢、訂單、常規間隔與異常。" },
  },
  private: "無痕視窗提示：關閉視窗後，瀏覽器會清除這裡的資料。",
} satisfies Messages["welcome"];
