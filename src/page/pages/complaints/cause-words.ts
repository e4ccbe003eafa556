import type { CausesMessages } from "../../../analyses/complaint-causes/messages/zh-Hans";
import type { CodeLine, ReadCodes } from "../../../analyses/complaint-causes/spec";
import {
  causeKey,
  isUnread,
  readCause,
  type CauseReading,
  type CauseReadings,
} from "../../../domain/cause-readings";

/** What a cause counts as, in words. */
export function codesText(
  { bone, origin, side }: ReadCodes,
  { bones, sides }: CausesMessages,
): { readonly bone: string; readonly origin: string | null; readonly side: string } {
  return {
    bone: bones.names[bone],
    origin: origin === null ? null : sides.origins[origin],
    side: sides.names[side],
  };
}

/** Who decided what a cause counts as; none: no word of ours is in it. */
export function decidedBy(
  { name, read }: CodeLine,
  readings: CauseReadings,
): "own" | "none" | "rules" {
  if (readings.has(causeKey(name))) return "own";
  return isUnread(read) ? "none" : "rules";
}

/** The causes in use, and those of which something is laid down though no complaint names them in this period. */
export function withLaid(lines: readonly CodeLine[], readings: CauseReadings): readonly CodeLine[] {
  const known = new Set(lines.map(({ name }) => causeKey(name)));
  const others = [...readings].filter(([key]) => !known.has(key));
  return [...lines, ...others.map(([, reading]) => lineOf(reading))];
}

function lineOf(reading: CauseReading): CodeLine {
  const { cause } = reading;
  const facts = { cause, group: null, kind: null, responsible: null, counted: cause };
  return {
    name: cause,
    cases: 0,
    read: readCause(facts, new Map([[causeKey(cause), reading]])),
    ruled: readCause(facts, new Map()),
  };
}
