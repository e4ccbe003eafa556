import { LANGUAGES, type Language } from "../../domain/field";

export type Theme = "system" | "light" | "dark";
const THEMES: readonly Theme[] = ["system", "light", "dark"];

const STORAGE_KEY = "clientele.preferences";

interface Stored {
  readonly language: Language;
  readonly theme: Theme;
  readonly risingIsRed: boolean;
}

/** The best language for a list of tags such as `navigator.languages`: zh-TW, zh-HK and zh-MO read Traditional. */
function preferredLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const lower = tag.toLowerCase();
    if (/^zh\b.*(hant|tw|hk|mo)/.test(lower)) return "zh-Hant";
    if (/^zh\b/.test(lower)) return "zh-Hans";
    if (/^en\b/.test(lower)) return "en";
  }
  return "zh-Hans";
}

function read(storage: Storage, tags: readonly string[]): Stored {
  const fallback: Stored = {
    language: preferredLanguage(tags),
    theme: "system",
    risingIsRed: false,
  };
  const text = storage.getItem(STORAGE_KEY);
  if (text === null) return fallback;
  try {
    const value = JSON.parse(text) as Partial<Record<keyof Stored, unknown>> | null;
    return {
      language: LANGUAGES.find((known) => known === value?.language) ?? fallback.language,
      theme: THEMES.find((known) => known === value?.theme) ?? fallback.theme,
      risingIsRed: value?.risingIsRed === true,
    };
  } catch {
    // Damaged preferences are worth less than a start: the defaults are used and saved with the next change.
    return fallback;
  }
}

/** How the reader wants the page: kept in localStorage because it is needed before any database is open. */
export class Preferences {
  readonly #storage: Storage;
  #stored: Stored;

  constructor(storage: Storage, languageTags: readonly string[]) {
    this.#storage = storage;
    this.#stored = $state.raw(read(storage, languageTags));
  }

  get language(): Language {
    return this.#stored.language;
  }
  get theme(): Theme {
    return this.#stored.theme;
  }
  /** 涨红跌绿: rising figures are red. */
  get risingIsRed(): boolean {
    return this.#stored.risingIsRed;
  }

  setLanguage(language: Language): void {
    this.#save({ ...this.#stored, language });
  }
  setTheme(theme: Theme): void {
    this.#save({ ...this.#stored, theme });
  }
  setRisingIsRed(risingIsRed: boolean): void {
    this.#save({ ...this.#stored, risingIsRed });
  }

  #save(stored: Stored): void {
    this.#stored = stored;
    try {
      this.#storage.setItem(STORAGE_KEY, JSON.stringify(stored));
    } catch {
      // A full or forbidden localStorage costs the memory of a preference, nothing else; the page still follows it now.
    }
  }
}
