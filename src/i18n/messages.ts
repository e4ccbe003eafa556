import type { Language } from "../domain/field";
import type zhHans from "./locales/zh-Hans";
import type { analysis } from "./locales/zh-Hans/analysis";

/** What the page needs from the first moment on. Simplified Chinese is written first; its shape is the type the others must have. */
export type CoreMessages = typeof zhHans;
/** The words of the analyses, by id: most of all words, and of no use before there are data. */
export type AnalysisMessages = typeof analysis;

/** Every message of the page. */
export interface Messages extends CoreMessages {
  readonly analysis: AnalysisMessages;
}

/** Each language is a chunk of its own; only the one in use is loaded. */
export async function loadMessages(language: Language): Promise<CoreMessages> {
  switch (language) {
    case "zh-Hans":
      return (await import("./locales/zh-Hans")).default;
    case "zh-Hant":
      return (await import("./locales/zh-Hant")).default;
    case "en":
      return (await import("./locales/en")).default;
  }
}

/** The words of the analyses in a language: a chunk of their own, too. */
export async function loadAnalysisMessages(language: Language): Promise<AnalysisMessages> {
  switch (language) {
    case "zh-Hans":
      return (await import("./locales/zh-Hans/analysis")).analysis;
    case "zh-Hant":
      return (await import("./locales/zh-Hant/analysis")).analysis;
    case "en":
      return (await import("./locales/en/analysis")).analysis;
  }
}
