import { describe, expect, it } from "vitest";
import { failures as en } from "../../../i18n/locales/en/failures";
import { failures as zhHans } from "../../../i18n/locales/zh-Hans/failures";
import { failures as zhHant } from "../../../i18n/locales/zh-Hant/failures";
import { failureWords } from "./failure-words";

const unsupported = (detail: string): Parameters<typeof failureWords>[1] => ({
  code: "E_UNSUPPORTED_TYPE",
  where: { detail },
});

describe("failureWords", () => {
  it.each([
    ["en", en],
    ["zh-Hans", zhHans],
    ["zh-Hant", zhHant],
  ] as const)("says in %s what each foreign type is and what to do with it", (_, t) => {
    for (const type of Object.keys(en.foreign)) {
      const words = failureWords(t, unsupported(type));
      expect(words.what.length).toBeGreaterThan(6);
      expect(words).not.toEqual(failureWords(t, unsupported("")));
    }
    expect(failureWords(t, unsupported("pdf")).what).toContain("PDF");
  });

  it("falls back to the general advice for a type without a name", () => {
    expect(failureWords(en, unsupported("constructor")).what).toBe(en.file.E_UNSUPPORTED_TYPE[0]);
  });

  it("has words for a worker that stalled", () => {
    const words = failureWords(en, { code: "E_WORKER_STALLED", where: {} });
    expect(words.what).toContain("stalled");
  });
});
