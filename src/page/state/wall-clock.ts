import { dayOfMoment } from "../../domain/moment";
import type { EpochDay } from "../../kernel/base/calendar";

/** What the reader's clock shows, in whole minutes. */
export function wallMoment(epochMs: number): number {
  return Math.floor(epochMs / 60_000) - new Date(epochMs).getTimezoneOffset();
}

/** The civil day of the reader's clock. */
export const wallDay = (epochMs: number): EpochDay => dayOfMoment(wallMoment(epochMs));
