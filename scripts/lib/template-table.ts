import type { Entity } from "../../src/domain/entities";
import type { Language } from "../../src/domain/field";
import { VOCABULARY } from "../../src/domain/vocabulary";
import { parseIsoDay } from "../../src/kernel/base/calendar";
import type { DemoCell, DemoTable } from "../../src/page/demo/distributor";

/** The fields of an entity under their most usual names, with the example that the vocabulary gives for each. */
export function templateTable(entity: Entity, language: Language): DemoTable {
  const fields = Object.values(VOCABULARY[entity].fields).filter((field) => field.derived !== true);
  return {
    headers: fields.map((field) => titled(field.synonyms[language][0] ?? "", language)),
    rows: [fields.map((field) => exampleCell(field.kind, field.example[language]))],
  };
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
