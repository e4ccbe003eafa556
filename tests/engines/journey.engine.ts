import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { App } from "./support/app";
import { startAppServer, type AppServer } from "./support/app-server";
import type { Engine, EnginePage } from "./support/engine";
import { ENGINES } from "./support/engines";

/** A page of the app, and what it says of superstore.csv (793 customers), from its first word to its last table. */
const ANALYSES: readonly (readonly [string, RegExp])[] = [
  ["/value", /^.*260家.*80%.*A \| 103 \| 15%.*C \| 347 \| 50%/su],
  ["/segments", /^.*冠军客户125家.*有流失风险.*133/su],
  ["/lifecycle", /^.*新增3家、赢回197家、沉睡145家.*合计 \| 6 \| 51 \| 629 \| 107 \| 793/su],
];

/** Files of the shared data, one drop: what each is must be seen from its headers and values. */
const REAL_FILES = [
  "online_retail/online_retail_sample10.csv",
  "cdnow/CDNOW_master.txt",
  "telco/Telco-Customer-Churn.csv",
  "satisfaction/nps_airlines.csv",
  "satisfaction/customer_sat_yellow_pages.csv",
  "satisfaction/mobi_ecsi.csv",
  "complaints/complaints_log.csv",
  "complaints/complaints_daily_by_department.csv",
  "zh_reviews/asap_dev_sample.csv",
  "encodings/zh_hant_big5.csv",
];
/** The tables that they become, as the data page lists them. */
const STORED_TABLES =
  /订单明细 105,533行.*客户资料 36,573行.*问卷与评价 30,440行.*投诉记录 158行/su;

/** What every engine said, by page; they must agree to the letter. */
const told = new Map<string, readonly string[]>();

describe.each(ENGINES)("the app in $name", ({ name, isHere, start }) => {
  let engine: Engine;

  beforeAll(async () => {
    if (isHere) engine = await start();
  });
  afterAll(async () => {
    if (isHere) await engine.close();
  });

  /** A fresh page at a server of its own, which the body may stop. */
  async function inPage(body: (app: App, server: AppServer) => Promise<void>): Promise<void> {
    const server = await startAppServer();
    let page: EnginePage | null = null;
    try {
      page = await engine.newPage();
      await body(new App(page, server.url), server);
      expect(page.complaints() ?? [], "errors and warnings in the console").toEqual([]);
    } finally {
      await page?.close();
      await server.stop();
    }
  }

  it.skipIf(!isHere)("imports, stores, analyses, reloads and works off-line", async () => {
    await inPage(async (app, server) => {
      await app.open();
      await app.installed();
      await app.choose("superstore/superstore.csv");
      await app.store("9,994");
      await app.shows(/793家，其中新增793家/);
      const before = await allFacts(app);
      told.set(name, before);
      await app.reload();
      expect(await allFacts(app), "after a reload").toEqual(before);
      await server.stop();
      await app.reload();
      expect(await allFacts(app), "after a reload without a server").toEqual(before);
      // texts with a day: reviews, until somebody says that they are orders
      await app.choose("encodings/zh_gb18030_4byte.csv");
      await app.readAs("orders");
      await app.map("编号", "customerId");
      await app.store("101");
    });
  });

  it.skipIf(!isHere)("takes ten real files of different kinds in one drop", async () => {
    await inPage(async (app) => {
      await app.choose(...REAL_FILES);
      await app.store("121,025", "143,174");
      await app.shows(STORED_TABLES);
      await app.choose("malformed/pass_protected.xlsx");
      await app.shows(/Excel文件设了密码/u);
      // the file that cannot be read has not touched what is stored
      await app.open("/value");
      await app.shows(/的客户/u);
    });
  });

  it.skipIf(!isHere)("reads every sheet of a workbook", async () => {
    await inPage(async (app) => {
      await app.choose("supermarket/supermarket_sales.xlsx");
      for (const sheet of [/January/, /February/, /March/]) {
        await app.shows(/January[^]*February[^]*March/);
        await app.press(sheet);
        await app.map("Customer type", "customerName");
      }
      await app.store("1,000");
      await app.shows(/2家，其中新增2家/);
    });
  });

  it.skipIf(!isHere)("reads GB18030 with characters of four bytes", async () => {
    await inPage(async (app) => {
      // texts with a day: reviews, until somebody says that they are orders
      await app.choose("encodings/zh_gb18030_4byte.csv");
      await app.readAs("orders");
      await app.map("编号", "customerId");
      await app.map("评论内容", "customerName");
      await app.store("101");
      await app.open("/customers");
      await app.shows(/㐀𠀀😀 与生僻字 镕𤭢/u);
    });
  });
});

async function allFacts(app: App): Promise<readonly string[]> {
  const facts: string[] = [];
  for (const [route, pattern] of ANALYSES) facts.push(await app.facts(route, pattern));
  return facts;
}

describe("the engines", () => {
  it("say the same on every page", () => {
    const reference = told.get("Chromium");
    expect(reference).toHaveLength(ANALYSES.length);
    for (const [name, facts] of told) expect(facts, name).toEqual(reference);
  });
});
