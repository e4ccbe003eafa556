import type { Language } from "../domain/field";
import type zhHans from "./locales/zh-Hans";

/** Every message of the page. Simplified Chinese is written first; its shape is the type the others must have. */
export type Messages = typeof zhHans;

/** Each language is a chunk of its own; only the one in use is loaded. */
export async function loadMessages(language: Language): Promise<Messages> {
  switch (language) {
    case "zh-Hans":
      return (await import("./locales/zh-Hans")).default;
    case "zh-Hant":
      return (await import("./locales/zh-Hant")).default;
    case "en":
      return (await import("./locales/en")).default;
  }
}
