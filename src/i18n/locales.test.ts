import { Converter } from "opencc-js";
import { describe, expect, it } from "vitest";
import enCore from "./locales/en";
import { analysis as enAnalysis } from "./locales/en/analysis";
import zhHansCore from "./locales/zh-Hans";
import { analysis as zhHansAnalysis } from "./locales/zh-Hans/analysis";
import zhHantCore from "./locales/zh-Hant";
import { analysis as zhHantAnalysis } from "./locales/zh-Hant/analysis";

const en = { ...enCore, analysis: enAnalysis };
const zhHans = { ...zhHansCore, analysis: zhHansAnalysis };
const zhHant = { ...zhHantCore, analysis: zhHantAnalysis };

/** A parameter that is a number to arithmetic and its own name to text, whatever a message does with it. */
function parameter(name: string): unknown {
  const target = (): unknown => undefined;
  return new Proxy(target, {
    get: (_, key) => {
      if (key === Symbol.toPrimitive)
        return (hint: string) => (hint === "string" ? `⟨${name}⟩` : 3);
      if (key === Symbol.iterator) return [`⟨${name}⟩`][Symbol.iterator];
      return parameter(`${name}.${String(key)}`);
    },
    apply: () => `⟨${name}⟩`,
  });
}

interface Spoken {
  readonly text: string;
  /** Parameters that the message read, by name. */
  readonly used: readonly string[];
}

function speak(message: (...given: unknown[]) => unknown): Spoken {
  const used = new Set<string>();
  const given = new Proxy(
    {},
    {
      get: (_, key) => {
        used.add(String(key));
        return parameter(String(key));
      },
    },
  );
  return { text: flatText(message(given, given)), used: [...used].sort() };
}

function flatText(value: unknown): string {
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return "";
  return value
    .map((part: unknown) => {
      if (typeof part === "string") return part;
      return typeof part === "object" && part !== null && "text" in part ? String(part.text) : "";
    })
    .join("");
}

function speakAll(messages: object, path = ""): Map<string, Spoken> {
  const all = new Map<string, Spoken>();
  for (const [key, value] of Object.entries(messages) as [string, unknown][]) {
    const at = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") all.set(at, { text: value, used: [] });
    else if (typeof value === "function") all.set(at, speak(value as () => unknown));
    else if (typeof value === "object" && value !== null) {
      for (const [inner, spoken] of speakAll(value, at)) all.set(inner, spoken);
    }
  }
  return all;
}

const spoken = { "zh-Hans": speakAll(zhHans), "zh-Hant": speakAll(zhHant), en: speakAll(en) };
/** Each language is named in itself everywhere. */
const OWN_NAMES = ["简体中文", "繁體中文"];
const withoutNames = (text: string): string =>
  OWN_NAMES.reduce((rest, name) => rest.replaceAll(name, ""), text);

describe.each(["zh-Hant", "en"] as const)("the messages of %s", (language) => {
  it("have the keys of Simplified Chinese, no more and no fewer", () => {
    expect([...spoken[language].keys()].sort()).toEqual([...spoken["zh-Hans"].keys()].sort());
  });

  it("use the same parameters, so no figure is lost in translation", () => {
    const differing = [...spoken[language]].filter(([key, { used }]) => {
      const source = spoken["zh-Hans"].get(key);
      return JSON.stringify(source?.used) !== JSON.stringify(used);
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });
});

describe.each(["zh-Hans", "zh-Hant"] as const)("the sentences of %s", (language) => {
  it("have full-width punctuation next to Chinese characters", () => {
    const wrong = [...spoken[language]].filter(([, { text }]) =>
      /[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]/.test(text),
    );
    expect(wrong).toEqual([]);
  });

  it("are not left empty", () => {
    // A message that looks its parameter up has nothing to say to a parameter that does not exist.
    const empty = [...spoken[language]].filter(
      ([, { text, used }]) => text.trim() === "" && used.length === 0,
    );
    expect(empty.map(([key]) => key)).toEqual([]);
  });
});

describe("the sentences of zh-Hant", () => {
  const convert = Converter({ from: "cn", to: "t" });
  /** Simplified forms that are also right in Traditional text. */
  const shared =
    "后里台面干只松系划准回出制几向志克周累卷占才折扎斗范郁余了么於着沈舍表布托症游群峰炮烟毁秋台綫";

  it("contain no character that only Simplified Chinese has (OpenCC's table)", () => {
    const wrong: string[] = [];
    for (const [key, { text }] of spoken["zh-Hant"]) {
      for (const character of withoutNames(text).match(/[\u3400-\u9fff]/g) ?? []) {
        if (!shared.includes(character) && convert(character) !== character) {
          wrong.push(`${key}: ${character}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it("use the words of the trade in Taiwan", () => {
    const mainland =
      /導入|文件|數據|信息|軟件|默認|界面|質量|渠道|視頻|打印|用戶|服務器|保存|登錄|賬/;
    const wrong = [...spoken["zh-Hant"]].filter(([, { text }]) => mainland.test(text));
    expect(wrong.map(([key, { text }]) => `${key}: ${text}`)).toEqual([]);
  });
});

describe("the messages of en", () => {
  it("contain no Chinese", () => {
    const wrong = [...spoken.en].filter(([, { text }]) =>
      /[\u3000-\u9fff\uff00-\uffef]/.test(withoutNames(text)),
    );
    expect(wrong.map(([key, { text }]) => `${key}: ${text}`)).toEqual([]);
  });
});
