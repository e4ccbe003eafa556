import { dayFromCivil, type EpochDay } from "../../kernel/base/calendar";
import type { Rng } from "../../kernel/base/rng";
import type { DemoComplaint } from "./complaints";
import type { DemoLine } from "./orders";
import words from "./words.json";

/** How a sale line was delivered; the day is null where nothing came by the last day of the demo. */
export interface DemoDelivery {
  readonly promised: EpochDay;
  readonly delivered: EpochDay | null;
  readonly quantity: number;
}

const LAST_DAY = dayFromCivil(2025, 11, 30);
/** What a test looks for: since then another carrier drives, and half as many orders come late. */
const CARRIER = { since: dayFromCivil(2025, 3, 1), lateBefore: 0.15, lateSince: 0.07 } as const;
const SHORT_SHARE = 0.012;
/** Who complains of lateness or of missing pieces is mostly right. */
const IS_RIGHT = 0.9;

/**
 * Promised and actual day of each order and pieces that came of each sale line.
 *
 * @param complaints  of these lines: those of lateness and of missing pieces are true, most of them
 * @returns of a line of `lines`, or null for what is no sale
 */
export function makeDeliveries(
  rng: Rng,
  lines: readonly DemoLine[],
  complaints: readonly DemoComplaint[],
): (line: DemoLine) => DemoDelivery | null {
  const linesOf = (cause: string): ReadonlySet<DemoLine> =>
    new Set(complaints.filter((each) => each.cause.name === cause).map(({ line }) => line));
  const isCalledShort = linesOf(words.shortCause);
  const isCalledLate = new Set([...linesOf(words.lateCause)].map(({ document }) => document));
  const days = new Map<string, Pick<DemoDelivery, "promised" | "delivered">>();
  const known = new Map<DemoLine, DemoDelivery>();
  for (const line of lines) {
    if (line.kind !== "sale") continue;
    let when = days.get(line.document);
    if (when === undefined) {
      when = daysOf(rng, line.day, isCalledLate.has(line.document));
      days.set(line.document, when);
    }
    const isShort = rng.next() < (isCalledShort.has(line) ? IS_RIGHT : SHORT_SHARE);
    const quantity = isShort ? Math.floor(line.quantity * (0.6 + 0.3 * rng.next())) : line.quantity;
    known.set(line, { ...when, quantity });
  }
  return (line) => known.get(line) ?? null;
}

function daysOf(
  rng: Rng,
  day: EpochDay,
  isCalledLate: boolean,
): Pick<DemoDelivery, "promised" | "delivered"> {
  const promised = (day + 2 + rng.below(4)) as EpochDay;
  const usual = day < CARRIER.since ? CARRIER.lateBefore : CARRIER.lateSince;
  const isLate = rng.next() < (isCalledLate ? IS_RIGHT : usual);
  const delivered = (isLate ? promised + 1 + rng.below(6) : promised - rng.below(2)) as EpochDay;
  return { promised, delivered: delivered > LAST_DAY ? null : delivered };
}
