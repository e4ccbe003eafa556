import { describe, expect, it } from "vitest";
import messages from "../../../analyses/churn-causes/messages/zh-Hans";
import { SWITCHING_REASONS } from "../../../domain/churn-cause";
import {
  LAID_CAUSES,
  LAID_INITIATIVES,
  LAID_INTENTS,
  NO_REASON_READINGS,
} from "../../../domain/exit-reasons";
import { createFormat } from "../../../i18n/format";
import { epochDay } from "../../../kernel/base/calendar";
import { emptyDraft, listedReading, withReason } from "./exit-draft";
import { draftOfReading, isAsRuled, readingOfDraft, RULED, type ReasonDraft } from "./reason-draft";
import { deciderOf, lineOfReading, readingText, switchingText } from "./reason-words";

const WORDS = { t: messages, format: createFormat("zh-Hans") };
const MADE = { reason: "H-07", atMs: 5 };

describe("the form of one reason", () => {
  it("is opened again as it was kept", () => {
    for (const initiative of [RULED, ...LAID_INITIATIVES] as const) {
      for (const cause of [RULED, ...LAID_CAUSES] as const) {
        for (const intent of [RULED, ...LAID_INTENTS] as const) {
          for (const switching of [RULED, ...SWITCHING_REASONS] as const) {
            const isOurs = initiative === "involuntary";
            const draft: ReasonDraft = {
              initiative,
              cause: isOurs ? RULED : cause,
              intent: isOurs ? intent : RULED,
              switching,
            };
            const reading = readingOfDraft(draft, MADE);
            expect(draftOfReading(reading)).toEqual(draft);
            const isBare = Object.keys(reading).length === 2;
            expect(isAsRuled(draft)).toBe(isBare);
          }
        }
      }
    }
    expect(isAsRuled(draftOfReading(null))).toBe(true);
  });

  it("is told in words: whose wish, why, and who decided it", () => {
    const line = lineOfReading("h-07", {
      reason: "H-07",
      initiative: "voluntary",
      cause: "fault",
      switching: "pricing",
      changedAtMs: 1,
    });
    expect(readingText(line.read, WORDS)).toBe("主动流失 · 过失流失");
    expect(switchingText(line.read, WORDS)).toBe("价格");
    expect(readingText(line.ruled, WORDS)).toBe("原因不明");
    expect(deciderOf(line, NO_REASON_READINGS)).toBe("rules");
    expect(deciderOf({ ...line, read: line.ruled }, NO_REASON_READINGS)).toBe("none");
    expect(deciderOf(line, new Map([["h-07", { reason: "H-07", changedAtMs: 1 }]]))).toBe("own");
    const ours = { initiatives: ["involuntary-benign"], causes: ["involuntary"] } as const;
    expect(readingText({ ...ours, switching: ["unknown"] }, WORDS)).toBe("被动·非恶意");
  });
});

describe("a loss that is written down for a reason of the list", () => {
  const draft = emptyDraft(epochDay(20_423));
  const readings = new Map([
    [
      "欠款",
      {
        reason: "欠款",
        initiative: "involuntary",
        intent: "malicious",
        changedAtMs: 1,
      } as const,
    ],
  ]);

  it("takes over what the list says, and tells what it will count as", () => {
    expect(withReason(draft, "价格", readings)).toEqual({ reason: "价格" });
    expect(withReason(draft, " 欠款", readings)).toMatchObject({
      initiative: "involuntary",
      intent: "malicious",
    });
    expect(listedReading({ ...draft, reason: "价格" }, messages.exits, readings)).toBeNull();
    expect(listedReading({ ...draft, reason: "欠款" }, messages.exits, readings)).toMatchObject({
      initiative: "involuntary-malicious",
      cause: "involuntary",
    });
  });
});
