import { createContext } from "svelte";
import type { Language } from "../domain/field";
import { createFormat, type Format } from "./format";
import { invariant } from "../kernel/base/invariant";
import {
  loadAnalysisMessages,
  loadMessages,
  type AnalysisMessages,
  type CoreMessages,
  type Messages,
} from "./messages";

/** The words and formats of the language in use; everything drawn through it follows `setLanguage` without a reload. */
export class I18n {
  #language: Language = $state("zh-Hans");
  #core: CoreMessages = $state.raw() as CoreMessages;
  /** Null until the first page that shows an analysis. */
  #analysis: AnalysisMessages | null = $state.raw(null);
  #messages: Messages = $derived(wholeOf(this.#core, this.#analysis));
  #format: Format = $derived(createFormat(this.#language));
  #wanted: Language;

  constructor(language: Language, core: CoreMessages) {
    this.#language = language;
    this.#core = core;
    this.#wanted = language;
  }

  static async load(language: Language): Promise<I18n> {
    return new I18n(language, await loadMessages(language));
  }

  /** The messages of the language in use; those of the analyses once they were asked for with `loadAnalyses`. */
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
    const [core, analysis] = await Promise.all([
      loadMessages(language),
      this.#analysis === null ? null : loadAnalysisMessages(language),
    ]);
    if (this.#wanted !== language) return;
    this.#core = core;
    if (analysis !== null) this.#analysis = analysis;
    this.#language = language;
  }

  /** Loads the words of the analyses, so that a page may draw them. */
  async loadAnalyses(): Promise<void> {
    while (this.#analysis === null) {
      const language = this.#wanted;
      const analysis = await loadAnalysisMessages(language);
      // The language was changed meanwhile: its own words are wanted.
      if (this.#wanted === language) this.#analysis = analysis;
    }
  }
}

function wholeOf(core: CoreMessages, analysis: AnalysisMessages | null): Messages {
  return {
    ...core,
    get analysis() {
      invariant(analysis !== null, "words of analyses before loadAnalyses");
      return analysis;
    },
  };
}

const [useI18n, provideI18n] = createContext<I18n>();
export { provideI18n, useI18n };
