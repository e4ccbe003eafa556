import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { churnCauseOf, initiativeOf, switchingReasonOf, type ExitWords } from "./churn-cause";
import {
  LAID_CAUSES,
  LAID_INITIATIVES,
  LAID_INTENTS,
  NO_REASON_READINGS,
  readExit,
  REASON_READINGS,
  reasonKey,
  reasonReadingsDigest,
  reasonTextOf,
  type ReasonReading,
} from "./exit-reasons";
import { parsed } from "./own-work";

const BLANK: ExitWords = {
  group: "",
  reason: "",
  text: "",
  initiative: "",
  intent: "",
  competitor: "",
};
const laid = (reason: string, change: Partial<ReasonReading>) =>
  new Map([[reasonKey(reason), { reason, changedAtMs: 1, ...change }]]);

describe("reasons of exits, as the reader lays them down", () => {
  it("are read by the rules where nothing is laid down of them", () => {
    const word = fc.constantFrom(
      "",
      "价格",
      "竞争",
      "搬迁",
      "客户主动",
      "我方主动",
      "恶意",
      "H-07",
    );
    const words = fc.record({
      group: word,
      reason: word,
      text: word,
      initiative: word,
      intent: word,
      competitor: word,
    });
    fc.assert(
      fc.property(words, fc.boolean(), (one, isOther) => {
        const readings = isOther ? laid("别的原因", { cause: "natural" }) : NO_REASON_READINGS;
        expect(readExit(one, readings)).toEqual({
          initiative: initiativeOf(one),
          cause: churnCauseOf(one),
          switching: switchingReasonOf(one),
        });
      }),
    );
  });

  it("count as laid down, whatever their words say, and leave what was left open to the words", () => {
    const words = { ...BLANK, group: "竞争", reason: "价格", initiative: "客户主动" };
    expect(readExit(words, laid("价格", { cause: "fault" }))).toEqual({
      initiative: "voluntary",
      cause: "fault",
      switching: "pricing",
    });
    expect(readExit(words, laid("价格", { switching: "ethics" }))).toEqual({
      initiative: "voluntary",
      cause: "competition",
      switching: "ethics",
    });
    expect(readExit(words, laid("价格", { cause: "unknown" })).cause).toBe("unknown");
  });

  it("are involuntary when that is laid down, with the intent that is laid down, else the recorded one", () => {
    const words = { ...BLANK, reason: "T9", initiative: "客户主动", intent: "报复" };
    const of = (change: Partial<ReasonReading>) => {
      const { initiative, cause } = readExit(words, laid("T9", change));
      return [initiative, cause];
    };
    expect(of({ initiative: "involuntary" })).toEqual(["involuntary-retaliatory", "involuntary"]);
    expect(of({ initiative: "involuntary", intent: "benign" })).toEqual([
      "involuntary-benign",
      "involuntary",
    ]);
    expect(of({ initiative: "involuntary", intent: "unknown", cause: "fault" })).toEqual([
      "involuntary",
      "involuntary",
    ]);
  });

  it("stay involuntary where the exit says so, unless the reader says that the customer wished it", () => {
    const words = { ...BLANK, reason: "拖欠货款", initiative: "我方主动", intent: "恶意" };
    expect(readExit(words, laid("拖欠货款", { cause: "natural" }))).toMatchObject({
      initiative: "involuntary-malicious",
      cause: "involuntary",
    });
    const theirs = { initiative: "voluntary", cause: "natural" } as const;
    expect(readExit(words, laid("拖欠货款", theirs))).toMatchObject(theirs);
    // The word 拖欠 would say involuntary: nobody knows the cause then.
    expect(readExit(words, laid("拖欠货款", { initiative: "voluntary" }))).toMatchObject({
      initiative: "voluntary",
      cause: "unknown",
    });
  });

  it("never have a cause against their initiative", () => {
    const reading = fc.record({
      initiative: fc.constantFrom(undefined, ...LAID_INITIATIVES),
      cause: fc.constantFrom(undefined, ...LAID_CAUSES),
      intent: fc.constantFrom(undefined, ...LAID_INTENTS),
    });
    const recorded = fc.constantFrom("", "客户主动", "我方主动");
    fc.assert(
      fc.property(reading, recorded, (change, initiative) => {
        const given = Object.entries(change).filter(([, value]) => value !== undefined);
        const readings = laid("H-07", Object.fromEntries(given));
        const read = readExit({ ...BLANK, reason: "H-07", initiative }, readings);
        expect(read.cause === "involuntary").toBe(read.initiative.startsWith("involuntary"));
      }),
    );
  });

  it("are known again without case, width and blanks; by the reason, else the group, else the note", () => {
    expect(reasonKey(" Ｐrice  war ")).toBe(reasonKey("price WAR"));
    expect(reasonTextOf({ ...BLANK, reason: " ", group: "竞争", text: "x" })).toBe("竞争");
    expect(reasonTextOf({ ...BLANK, text: "走了" })).toBe("走了");
    expect(reasonTextOf(BLANK)).toBe("");
    expect(readExit(BLANK, laid("", { cause: "fault" })).cause).toBe("unknown");
  });

  it("have a digest, and are not read in another shape", () => {
    expect(reasonReadingsDigest(NO_REASON_READINGS)).toBe("");
    const digest = reasonReadingsDigest(laid("价格", { cause: "fault" }));
    expect(digest).not.toBe(reasonReadingsDigest(laid("价格", { cause: "natural" })));
    const fine = { reason: "价格", cause: "fault", changedAtMs: 1 };
    const records = new Map<string, unknown>([
      ["fine", fine],
      ["cause", { ...fine, cause: "involuntary" }],
      ["reason", { ...fine, reason: 5 }],
      ["switching", { ...fine, switching: "price" }],
      ["time", { reason: "价格" }],
    ]);
    expect([...parsed(REASON_READINGS, records).keys()]).toEqual(["fine"]);
  });
});
