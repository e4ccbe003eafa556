import { dayFromCivil } from "../../../kernel/base/calendar";
import type { Format } from "../../../i18n/format";

/** A moment as the reader's clock shows it: 2025/11/30 14:05. */
export function momentWords(format: Format, epochMs: number): string {
  const local = new Date(epochMs);
  const day = dayFromCivil(local.getFullYear(), local.getMonth() + 1, local.getDate());
  const pad = (value: number): string => String(value).padStart(2, "0");
  return `${format.dayShort(day)} ${pad(local.getHours())}:${pad(local.getMinutes())}`;
}
