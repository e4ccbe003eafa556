import {
  civilFromDay,
  dayFromCivil,
  formatIsoDay,
  type EpochDay,
} from "../../kernel/base/calendar";
import type { Rng } from "../../kernel/base/rng";
import { pick } from "./customers";
import type { DemoLine } from "./orders";
import words from "./words.json";

/** One complaint; moments are minutes since 1970-01-01T00:00, null where it has not happened by the last day. */
export interface DemoComplaint {
  readonly id: string;
  readonly line: DemoLine;
  readonly opened: number;
  readonly cause: (typeof words.causes)[number];
  /** nobody has found out why yet */
  readonly isUnexplained: boolean;
  readonly text: string;
  readonly severity: string;
  readonly channel: string;
  readonly batch: string;
  readonly responded: number | null;
  readonly resolved: number | null;
  readonly closed: number | null;
  readonly lossCents: number;
  readonly isEscalated: boolean;
  readonly isSatisfied: boolean | null;
}

type Draft = Omit<DemoComplaint, "id">;

const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 1440;
const END = (dayFromCivil(2025, 11, 30) + 1) * MINUTES_PER_DAY;
/** Share of sale lines that somebody complains of. */
const SHARE = 0.011;
/** What comes back from one batch: an article, delivered in two months of a bad summer, and how often somebody complains. */
const BAD_BATCH = {
  product: "P-1001",
  from: dayFromCivil(2025, 6, 1),
  to: dayFromCivil(2025, 8, 31),
  share: 0.55,
} as const;
/** The seller of this place in the list of owners answers late. */
const SLOW_OWNER = words.owners[3];
const HOURS_TO_ANSWER = { usual: 8, slow: 70 } as const;
/** Every so manyth complaint of the last weeks lies about and is forgotten. */
const FORGOTTEN = {
  from: dayFromCivil(2025, 9, 15),
  to: dayFromCivil(2025, 11, 15),
  every: 2,
} as const;

/** About three hundred complaints by the time of the call; the same for ever. */
export function makeComplaints(rng: Rng, lines: readonly DemoLine[]): readonly DemoComplaint[] {
  const drafts = lines
    .filter(({ kind }) => kind === "sale")
    .flatMap((line): Draft[] => {
      const isBad = isOfBadBatch(line);
      if (rng.next() >= (isBad ? BAD_BATCH.share : SHARE)) return [];
      const opened = openingOf(rng, line.day);
      return opened < END ? [draftOf(rng, line, { opened, isBad })] : [];
    })
    .sort((a, b) => a.opened - b.opened);
  return forgetting(drafts).map((draft, i) => ({ ...draft, id: numberOf(draft, i) }));
}

const isOfBadBatch = ({ product, day }: Pick<DemoLine, "product" | "day">): boolean =>
  product.id === BAD_BATCH.product && day >= BAD_BATCH.from && day <= BAD_BATCH.to;

/** One to twenty days after delivery, within office hours. */
const openingOf = (rng: Rng, day: EpochDay): number =>
  (day + 1 + rng.below(20)) * MINUTES_PER_DAY + (8 * MINUTES_PER_HOUR + 30) + rng.below(570);

/** Waiting times fall off evenly: many short, few long. */
const waiting = (rng: Rng, mean: number): number => -Math.log(1 - rng.next()) * mean;

function draftOf(
  rng: Rng,
  line: DemoLine,
  { opened, isBad }: { readonly opened: number; readonly isBad: boolean },
): Draft {
  const cause = isBad ? words.batchCause : weighted(rng);
  const isSlow = line.customer.owner === SLOW_OWNER;
  const hours = waiting(rng, isSlow ? HOURS_TO_ANSWER.slow : HOURS_TO_ANSWER.usual);
  const responded = opened + Math.ceil(hours * MINUTES_PER_HOUR);
  const resolved = responded + Math.ceil((0.5 + waiting(rng, isBad ? 5 : 3)) * MINUTES_PER_DAY);
  const closed = resolved + Math.ceil((1 + waiting(rng, 2)) * MINUTES_PER_DAY);
  const severity = severityOf(rng, isBad);
  const days = (resolved - opened) / MINUTES_PER_DAY;
  const satisfied = rng.next() < (days < 4 ? 0.86 : 0.55);
  const happened = (moment: number): number | null => (moment < END ? moment : null);
  return {
    line,
    opened,
    cause,
    isUnexplained: responded + MINUTES_PER_DAY >= END,
    text: pick(rng, cause.texts),
    severity: words.severities[severity] ?? "",
    channel: pick(rng, words.complaintChannels),
    batch: batchOf(line),
    responded: happened(responded),
    resolved: happened(resolved),
    closed: happened(closed),
    lossCents: lossOf(rng, line, cause.side),
    isEscalated: severity === 2 && rng.next() < 0.4,
    isSatisfied: closed < END ? satisfied : null,
  };
}

function weighted(rng: Rng): (typeof words.causes)[number] {
  const total = words.causes.reduce((sum, { weight }) => sum + weight, 0);
  let left = rng.next() * total;
  return words.causes.find(({ weight }) => (left -= weight) < 0) ?? words.batchCause;
}

function severityOf(rng: Rng, isBad: boolean): 0 | 1 | 2 {
  const draw = rng.next() + (isBad ? 0.3 : 0);
  if (draw < 0.6) return 0;
  return draw < 0.9 ? 1 : 2;
}

/** A part of what was delivered, in whole yuan; customers who used it wrongly lose nothing by us. */
function lossOf(rng: Rng, { amountCents }: DemoLine, side: string): number {
  const share = 0.05 + 0.4 * rng.next();
  return side === words.batchCause.side ? Math.round((amountCents * share) / 100) * 100 : 0;
}

/** Made in the month of delivery: B2506-01 is the first article of June 2025. */
export function batchOf({ product, day }: Pick<DemoLine, "product" | "day">): string {
  if (isOfBadBatch({ product, day })) return "B2505-01";
  const { year, month } = civilFromDay(day);
  return `B${String(year % 100)}${String(month).padStart(2, "0")}-${product.id.slice(-2)}`;
}

/** Some of the complaints of the last weeks were answered and then left lying. */
function forgetting(drafts: readonly Draft[]): readonly Draft[] {
  let place = 0;
  return drafts.map((draft) => {
    const day = Math.floor(draft.opened / MINUTES_PER_DAY);
    if (day < FORGOTTEN.from || day > FORGOTTEN.to || place++ % FORGOTTEN.every !== 0) return draft;
    return {
      ...draft,
      isUnexplained: Math.ceil(place / FORGOTTEN.every) % 2 === 0,
      resolved: null,
      closed: null,
      isSatisfied: null,
    };
  });
}

const numberOf = ({ opened }: Draft, place: number): string => {
  const { year } = civilFromDay(Math.floor(opened / MINUTES_PER_DAY) as EpochDay);
  return `TS${year}-${String(place + 1).padStart(4, "0")}`;
};

/** 2025-07-02 09:15 */
export function momentText(moment: number): string {
  const day = Math.floor(moment / MINUTES_PER_DAY);
  const minutes = Math.floor(moment - day * MINUTES_PER_DAY);
  const pad = (value: number): string => String(value).padStart(2, "0");
  return `${formatIsoDay(day as EpochDay)} ${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
