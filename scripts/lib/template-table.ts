import type { Entity } from "../../src/domain/entities";
import type { Language } from "../../src/domain/field";
import { exampleRow } from "../../src/domain/template";
import { fieldSpec } from "../../src/domain/vocabulary";
import { parseIsoDay } from "../../src/kernel/base/calendar";
import type { DemoCell, DemoTable } from "../../src/page/demo/distributor";

/** The fields of an entity under their most usual names, with the example row, which says that it is one. */
export function templateTable(entity: Entity, language: Language): DemoTable {
  const example = exampleRow(entity, language);
  return {
    headers: [...example.keys()].map((id) => headerOf(entity, id, language)),
    rows: [
      [...example].map(([id, { text }]) =>
        exampleCell(fieldSpec(entity, id)?.kind ?? "text", text),
      ),
    ],
  };
}

/** What a column of a template is called. */
export function headerOf(entity: Entity, field: string, language: Language): string {
  return titled(fieldSpec(entity, field)?.synonyms[language][0] ?? "", language);
}

/** Header words are in lower case in the vocabulary; people write them with a capital. */
function titled(header: string, language: Language): string {
  return language === "en" ? header.charAt(0).toUpperCase() + header.slice(1) : header;
}

function exampleCell(kind: string, example: string): DemoCell {
  if (kind === "date") {
    const day = parseIsoDay(example);
    if (day !== null) return { day };
  }
  const isNumber = kind === "money" || kind === "number";
  return isNumber ? Number(example) : example;
}
