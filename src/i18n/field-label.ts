import { ATTRIBUTE_PREFIX, isAttribute } from "../domain/field";
import type { Entity } from "../domain/entities";
import type { Messages } from "./messages";

/** The name of a column as the reader knows it: ours for a field, the file's own header for an attribute. */
export function fieldLabel(
  t: Pick<Messages, "fields">,
  entity: Entity,
  column: string,
  header?: string,
): string {
  if (isAttribute(column)) return header ?? column.slice(ATTRIBUTE_PREFIX.length);
  const names: Readonly<Record<string, string>> = t.fields[entity];
  return names[column] ?? header ?? column;
}
