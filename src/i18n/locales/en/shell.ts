import type { Messages } from "../../messages";
import { grouped } from "../../number-words";

export const shell = {
  product: "Clientele",
  productLocal: "",
  documentTitle: (p) => `${p.page} · Clientele`,
  skip: "Skip to content",
  nav: "Main navigation",
  openNav: "Open navigation",
  tabs: "Pages",
  morePages: "More pages",
  bar: "As-of date, period and filters",
  groups: {
    base: "Customer base",
    expectation: "Expectation and satisfaction",
    information: "Customer data",
  },
  pages: {
    today: "Today",
    value: "Value",
    segments: "Segments",
    lifecycle: "Life cycle",
    satisfaction: "Satisfaction",
    customers: "Customers",
    complaints: "Complaints",
    data: "Data",
    settings: "Settings",
  },
  sections: {
    value: { concentration: "Concentration", profit: "Profit", future: "Future value" },
    segments: { rfm: "RFM", behaviour: "Behaviour groups" },
    satisfaction: { recommendation: "Recommendation", rating: "Satisfaction" },
    lifecycle: { ledger: "Ledger and cohorts", forecast: "Forecast" },
    complaints: { speed: "Speed" },
  },
  search: "Search customers, pages, actions",
  searchShort: "Search",
  localOnly: "On this device only",
  localTitle: "Your data stay on this computer",
  localText:
    "Spreadsheets are read, stored and analysed in the browser. This page has no server, and the browser does not let it open connections.",
  online: "Connected",
  offline: "Working offline",
  offlineText: "There is no network right now. Everything keeps working.",
  demo: "Demo data",
  demoText:
    "An invented distributor, kept apart from your own data. You can delete it at any time.",
  demoLeave: "Import your own data",
  update: "A new version is ready",
  updateText: "It is used once the page is reopened. Your data are not affected.",
  updateBusy: "Another tab is writing data. Update when it has finished.",
  updateNow: "Update now",
  dropHere: "Drop to import",
  dropText: "The files are read on this computer only",
  filesAdded: (p) =>
    `${grouped(p.count)} ${p.count === 1 ? "file" : "files"} received. Check and import on the Data page.`,
  languages: { "zh-Hans": "简体中文", "zh-Hant": "繁體中文", en: "English" },
} satisfies Messages["shell"];
