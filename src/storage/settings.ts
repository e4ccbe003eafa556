import { LANGUAGES, type Language } from "../domain/field";
import { err, ok, type Result } from "../kernel/base/result";
import { classify, type StorageError } from "./errors";
import { announce } from "./hints";
import type { Home } from "./home";
import { SETTINGS } from "./layout";
import { get, put, remove, type Body } from "./transaction";

/** What the user chose for this browser; absent = never chosen. */
export interface Settings {
  readonly language?: Language;
  readonly theme?: "light" | "dark" | "system";
  readonly activeWorkspace?: string;
  /** Whether money means sales alone or sales less returns and cancellations. */
  readonly basis?: "sales" | "net";
}

type SettingName = keyof Settings;
type Parsers = { readonly [K in SettingName]-?: (value: unknown) => Settings[K] | undefined };

function oneOf<T extends string>(words: readonly T[]): (value: unknown) => T | undefined {
  return (value) => words.find((word) => word === value);
}

const PARSERS: Parsers = {
  language: oneOf(LANGUAGES),
  theme: oneOf(["light", "dark", "system"] as const),
  activeWorkspace: (value) => (typeof value === "string" && value !== "" ? value : undefined),
  basis: oneOf(["sales", "net"] as const),
};

/** All settings; a stored value that this build does not know counts as never chosen. */
export async function readSettings(home: Home): Promise<Result<Settings, StorageError>> {
  try {
    return ok(
      await home.database.read(function* (): Body<Settings> {
        const settings: Record<string, unknown> = {};
        for (const [name, parse] of Object.entries(PARSERS)) {
          const value = parse(yield* get(SETTINGS, name));
          if (value !== undefined) settings[name] = value;
        }
        return settings;
      }),
    );
  } catch (error) {
    return err(classify(error, { step: "settings" }));
  }
}

/** Stores one setting, or forgets it (undefined); `ok` after the strict transaction is complete. */
export async function saveSetting<K extends SettingName>(
  home: Home,
  name: K,
  value: Settings[K] | undefined,
): Promise<Result<null, StorageError>> {
  try {
    await home.database.write(() =>
      value === undefined ? remove(SETTINGS, name) : put(SETTINGS, name, value),
    );
    announce(home.environment, { kind: "settings", workspace: "" });
    return ok(null);
  } catch (error) {
    return err(classify(error, { step: "settings" }));
  }
}
