import { createContext } from "svelte";
import type { Language } from "../domain/field";
import { createFormat, type Format } from "./format";
import { loadMessages, type Messages } from "./messages";

/** The words and formats of the language in use; everything drawn through it follows `setLanguage` without a reload. */
export class I18n {
  #language: Language = $state("zh-Hans");
  #messages: Messages = $state.raw() as Messages;
  #format: Format = $derived(createFormat(this.#language));
  #wanted: Language;

  constructor(language: Language, messages: Messages) {
    this.#language = language;
    this.#messages = messages;
    this.#wanted = language;
  }

  static async load(language: Language): Promise<I18n> {
    return new I18n(language, await loadMessages(language));
  }

  /** The messages of the language in use. */
  get t(): Messages {
    return this.#messages;
  }

  get language(): Language {
    return this.#language;
  }

  get format(): Format {
    return this.#format;
  }

  /** Loads the words, then switches; the last of several quick calls wins. */
  async setLanguage(language: Language): Promise<void> {
    this.#wanted = language;
    const messages = await loadMessages(language);
    if (this.#wanted !== language) return;
    this.#messages = messages;
    this.#language = language;
  }
}

const [useI18n, provideI18n] = createContext<I18n>();
export { provideI18n, useI18n };
