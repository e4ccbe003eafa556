import type { Entity } from "../../../domain/entities";
import type { Language } from "../../../domain/field";

/** Address of the spreadsheet to fill in, beside the page whatever path it is served below. */
export function templateHref(language: Language, entity: Entity): string {
  return `templates/${language}/${entity}.xlsx`;
}
