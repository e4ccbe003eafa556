import type { Entity } from "./entities";
import { LANGUAGES, type Language } from "./field";
import { VOCABULARY } from "./vocabulary";

/** Before the words of the example row of a template, so that it is never taken for data. */
export const EXAMPLE_MARK: Readonly<Record<Language, string>> = {
  "zh-Hans": "示例：",
  "zh-Hant": "範例：",
  en: "Example: ",
};

/** Fields of which the example is marked: the texts of which a row of the table must have one, and its first text. */
function markedFields(entity: Entity): ReadonlySet<string> {
  const { fields, needs } = VOCABULARY[entity];
  const isText = (id: string): boolean => fields[id]?.kind === "text";
  const first = Object.keys(fields).find((id) => isText(id) && fields[id]?.derived !== true);
  return new Set([...needs.flat().filter(isText), ...(first === undefined ? [] : [first])]);
}

/** A cell of the example row of a template. */
export interface ExampleCell {
  readonly text: string;
  /** Whether it says by itself that it is an example. */
  readonly isMarked: boolean;
}

/** The example row of the template of a table, by field; no derived fields. */
export function exampleRow(entity: Entity, language: Language): ReadonlyMap<string, ExampleCell> {
  const marked = markedFields(entity);
  const cells = new Map<string, ExampleCell>();
  for (const [id, field] of Object.entries(VOCABULARY[entity].fields)) {
    if (field.derived === true) continue;
    const isMarked = marked.has(id);
    const text = field.example[language];
    cells.set(id, { text: isMarked ? EXAMPLE_MARK[language] + text : text, isMarked });
  }
  return cells;
}

/** The example rows of a table in all languages. */
export function exampleRows(entity: Entity): readonly ReadonlyMap<string, ExampleCell>[] {
  return LANGUAGES.map((language) => exampleRow(entity, language));
}
