import type { PlainCell } from "../../../domain/difference";
import type { Entity } from "../../../domain/entities";
import { isAttribute } from "../../../domain/field";
import type { StoredColumn } from "../../../domain/generation";
import { clockOf, dayOfMoment } from "../../../domain/moment";
import type { Format } from "../../../i18n/format";
import type { CoreMessages } from "../../../i18n/messages";
import { epochDay } from "../../../kernel/base/calendar";
import { fieldName } from "./field-options";

/** A cell of an example row as the reader writes it; money in full, for two rows may differ by a cent. */
export function cellWords(
  { format, t }: { readonly format: Format; readonly t: CoreMessages },
  cell: PlainCell,
  column: StoredColumn,
): string | null {
  if (cell === null) return null;
  if (typeof cell === "string") return cell;
  switch (column.fieldKind) {
    case "date":
      return format.dayShort(epochDay(cell));
    case "moment": {
      const clock = clockOf(cell);
      const day = format.dayShort(dayOfMoment(cell));
      return clock === null ? day : `${day} ${clock}`;
    }
    case "flag":
      return cell === 0 ? t.scope.no : t.scope.yes;
    case "ratio":
      return format.percent(cell);
    default:
      return format.number(cell, 6);
  }
}

/** Name of a column: the field in the words of the trade, else the header of the file. */
export function columnName(t: CoreMessages, entity: Entity, column: StoredColumn): string {
  return isAttribute(column.id) ? column.label : fieldName(t, entity, column.id);
}
