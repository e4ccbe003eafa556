import type { PlainCell } from "../domain/difference";
import type { FieldKind } from "../domain/field";
import { clockOf, dayOfMoment } from "../domain/moment";
import { epochDay, formatIsoDay } from "../kernel/base/calendar";

/** A cell as it stands in a file that people open again: days and moments as ISO 8601, numbers as they are. */
export function formatPlain(cell: PlainCell, kind: FieldKind | undefined): PlainCell {
  if (typeof cell !== "number") return cell;
  if (kind === "date") return formatIsoDay(epochDay(cell));
  if (kind !== "moment") return cell;
  const clock = clockOf(cell);
  const day = formatIsoDay(dayOfMoment(cell));
  return clock === null ? day : `${day} ${clock}`;
}
