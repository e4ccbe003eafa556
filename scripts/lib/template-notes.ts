import type { Entity } from "../../src/domain/entities";
import type { FieldKind, FieldSpec, Language, Unit } from "../../src/domain/field";
import { EXAMPLE_MARK } from "../../src/domain/template";
import { VOCABULARY } from "../../src/domain/vocabulary";
import { fields as en } from "../../src/i18n/locales/en/fields";
import { fields as zhHans } from "../../src/i18n/locales/zh-Hans/fields";
import { fields as zhHant } from "../../src/i18n/locales/zh-Hant/fields";
import type { NotesSheet } from "./spreadsheet";
import { headerOf } from "./template-table";

interface Words {
  readonly sheet: string;
  readonly headers: readonly [string, string, string, string, string];
  readonly needed: string;
  readonly optional: string;
  readonly oneOf: (names: string) => string;
  readonly amountToo: string;
  readonly comma: string;
  readonly accepted: Readonly<Record<FieldKind, string>>;
  readonly units: Readonly<Record<Unit, string>>;
  readonly example: (mark: string) => string;
  readonly more: string;
}

const KINDS = { "zh-Hans": zhHans.kind, "zh-Hant": zhHant.kind, en: en.kind };

const WORDS: Readonly<Record<Language, Words>> = {
  "zh-Hans": {
    sheet: "说明",
    headers: ["哪一列", "要不要填", "填哪一类", "怎么写", "举例"],
    needed: "必填",
    optional: "选填",
    oneOf: (names) => `至少填一项：${names}`,
    amountToo: "必填；没有时可用数量×单价",
    comma: "、",
    accepted: {
      text: "照原样保存，前面的0不会丢",
      category: "几种固定的说法，可以用来筛选",
      date: "2025-11-30、2025/11/30或2025年11月30日",
      money: "可以带千分位和货币符号，负数写成-5或(5)",
      number: "数字，可以带千分位",
      ratio: "12%或0.12",
      flag: "是或否，也可以写1或0",
      moment: "2025-11-30 14:05，只写日期也可以",
    },
    units: {
      minute: "分钟",
      day: "天",
      month: "月",
      percent: "%",
      piece: "件",
      person: "人",
      point: "分",
    },
    example: (mark) => `带“${mark}”的那一行是例子，填好后请删掉；忘了删，导入时也会略过。`,
    more: "用不到的列可以删掉，也可以加上自己的列。",
  },
  "zh-Hant": {
    sheet: "說明",
    headers: ["哪一欄", "要不要填", "填哪一類", "怎麼寫", "舉例"],
    needed: "必填",
    optional: "選填",
    oneOf: (names) => `至少填一項：${names}`,
    amountToo: "必填；沒有時可用數量×單價",
    comma: "、",
    accepted: {
      text: "照原樣儲存，前面的0不會丟",
      category: "幾種固定的說法，可以用來篩選",
      date: "2025-11-30、2025/11/30或2025年11月30日",
      money: "可以帶千分位和貨幣符號，負數寫成-5或(5)",
      number: "數字，可以帶千分位",
      ratio: "12%或0.12",
      flag: "是或否，也可以寫1或0",
      moment: "2025-11-30 14:05，只寫日期也可以",
    },
    units: {
      minute: "分鐘",
      day: "天",
      month: "月",
      percent: "%",
      piece: "件",
      person: "人",
      point: "分",
    },
    example: (mark) => `帶「${mark}」的那一列是例子，填好後請刪掉；忘了刪，匯入時也會略過。`,
    more: "用不到的欄可以刪掉，也可以加上自己的欄。",
  },
  en: {
    sheet: "Notes",
    headers: [
      "What to fill in",
      "Must it be there?",
      "Which sort",
      "How to write it",
      "For instance",
    ],
    needed: "required",
    optional: "optional",
    oneOf: (names) => `at least one of: ${names}`,
    amountToo: "required; without it quantity × unit price is used",
    comma: ", ",
    accepted: {
      text: "kept as written, leading zeros too",
      category: "a few fixed words; can be filtered by",
      date: "2025-11-30, 30 Nov 2025 or a date of the spreadsheet",
      money: "thousands marks and a currency sign are fine; negative as -5 or (5)",
      number: "a number; thousands marks are fine",
      ratio: "12% or 0.12",
      flag: "yes or no, or 1 and 0",
      moment: "2025-11-30 14:05, or the day alone",
    },
    units: {
      minute: "minutes",
      day: "days",
      month: "months",
      percent: "%",
      piece: "pieces",
      person: "people",
      point: "points",
    },
    example: (mark) =>
      `The row that says “${mark.trim()}” shows how to fill in the sheet. Delete it when you are done; if it stays, the import skips it.`,
    more: "Columns that you do not need can go, and your own may be added.",
  },
};

/** What each column of a template is for, as a sheet beside it. */
export function templateNotes(entity: Entity, language: Language): NotesSheet {
  const words = WORDS[language];
  const { fields } = VOCABULARY[entity];
  const columns = Object.entries(fields).filter(([, field]) => field.derived !== true);
  const lines = columns.map(([id, field]) => [
    headerOf(entity, id, language),
    needWords(entity, id, language),
    kindWords(field, language),
    words.accepted[field.kind],
    field.example[language],
  ]);
  const notes = [words.example(EXAMPLE_MARK[language]), words.more].map((text) => [text]);
  return { name: words.sheet, table: { headers: words.headers, rows: [...lines, ...notes] } };
}

function needWords(entity: Entity, id: string, language: Language): string {
  const words = WORDS[language];
  const group = VOCABULARY[entity].needs.find((candidate) => candidate.includes(id));
  if (group === undefined) return words.optional;
  if (entity === "orders" && id === "amount") return words.amountToo;
  if (group.length === 1) return words.needed;
  return words.oneOf(group.map((one) => headerOf(entity, one, language)).join(words.comma));
}

function kindWords({ kind, unit }: FieldSpec, language: Language): string {
  const word = KINDS[language][kind];
  if (unit === undefined) return word;
  const name = WORDS[language].units[unit];
  return language === "en" ? `${word} (${name})` : `${word}（${name}）`;
}
