import { describe, expect, it } from "vitest";
import en from "../../../analyses/churn-causes/messages/exits-en";
import zhHans from "../../../analyses/churn-causes/messages/exits-zh-Hans";
import zhHant from "../../../analyses/churn-causes/messages/exits-zh-Hant";
import { churnCauseOf, initiativeOf } from "../../../domain/churn-cause";
import { epochDay } from "../../../kernel/base/calendar";
import {
  draftOfExit,
  emptyDraft,
  EXIT_CAUSES,
  EXIT_INITIATIVES,
  EXIT_INTENTS,
  exitFault,
  exitOf,
  wordsOf,
  type ExitDraft,
} from "./exit-draft";

const TODAY = epochDay(20_423);
const WHO = { id: "C1", name: "甲" };
const LANGUAGES = { "zh-Hans": zhHans, "zh-Hant": zhHant, en } as const;

describe("the form of a lost customer", () => {
  it.each(Object.entries(LANGUAGES))(
    "is read by the rules for imported words as it was meant, and opened again as it was, in %s",
    (_language, t) => {
      for (const initiative of EXIT_INITIATIVES) {
        for (const cause of EXIT_CAUSES) {
          for (const intent of EXIT_INTENTS) {
            const isOurs = initiative === "involuntary";
            const draft: ExitDraft = {
              ...emptyDraft(TODAY),
              initiative,
              cause: isOurs ? "unknown" : cause,
              intent: isOurs ? intent : "unknown",
              text: "x",
            };
            const own = exitOf(draft, WHO, { t, atMs: 1 })!;
            expect(churnCauseOf(wordsOf(own))).toBe(isOurs ? "involuntary" : cause);
            const told = initiativeOf(wordsOf(own));
            if (!isOurs) expect(told).toBe(initiative);
            else expect(told).toBe(intent === "unknown" ? "involuntary" : `involuntary-${intent}`);
            expect(draftOfExit(own)).toEqual(draft);
          }
        }
      }
    },
  );

  it("says what is missing, and keeps no blank words", () => {
    const draft = { ...emptyDraft(TODAY), reason: "  ", competitor: " 恒远 " };
    expect(exitFault(draft, null, TODAY)).toBe("needs");
    expect(exitFault({ ...draft, day: "" }, WHO, TODAY)).toBe("needs");
    expect(exitFault(draft, WHO, TODAY - 1)).toBe("future");
    expect(exitFault(draft, WHO, TODAY)).toBeNull();
    expect(exitOf(draft, WHO, { t: zhHans, atMs: 7 })).toEqual({
      customer: WHO,
      exitedOn: TODAY,
      initiative: "客户主动",
      competitor: "恒远",
      changedAtMs: 7,
    });
  });
});
