import {
  firstDayOfMonth,
  monthIndex,
  dayFromCivil,
  type EpochDay,
} from "../../kernel/base/calendar";
import type { Rng } from "../../kernel/base/rng";
import type { Agreement } from "./agreements";
import { FIRST_MONTH, pick, type DemoCustomer } from "./customers";
import departures from "./departure-words.json";
import type { DemoLine } from "./orders";
import words from "./words.json";

export type ExitCause = keyof typeof departures.reasons;

/** A customer that left: wholly, with a part of its purchases, or for a while. */
export interface DemoExit {
  readonly customer: DemoCustomer;
  readonly day: EpochDay;
  readonly cause: ExitCause;
  readonly reason: string;
  readonly text: string;
  readonly isMalicious: boolean;
  readonly rival: string;
  readonly isPartial: boolean;
  readonly productKind: string;
  readonly lostCents: number;
  readonly wonBackOn: EpochDay | null;
}

/** Where a rival has opened a warehouse: it takes two in three of those who leave. */
const CONTESTED_REGION = departures.contestedRegion;
const CONTESTED_RIVAL = departures.rivals[0] ?? "";
/** Whose complaints lie about (`complaints.ts`): two in three leave by our fault. */
const SLOW_OWNER = words.owners[3];
/** Of those who left, where nothing else was planted. */
const SHARES = { competition: 0.3, fault: 0.26, natural: 0.24, involuntary: 0.2 } as const;
/** Of those who buy ever less, the share that said to whom a kind of goods went. */
const PARTIAL_SHARE = 0.4;
const YEAR_DAYS = 365;

/** Everybody who left for good, and a few who left in part or came back, by day. */
export function makeExits(
  rng: Rng,
  agreements: readonly Agreement[],
  customers: readonly DemoCustomer[],
  lines: readonly DemoLine[],
): readonly DemoExit[] {
  const spent = spentBefore(lines);
  const whole = agreements.flatMap(({ customer, leftOn }) =>
    leftOn === null ? [] : [exitOf(rng, customer, leftOn, causeOf(rng, customer))],
  );
  const others = customers.flatMap((customer): DemoExit[] => {
    if (customer.course === "won-back" && customer.gap !== null) {
      const day = dayInMonth(rng, customer.gap[0]);
      const wonBackOn = dayInMonth(rng, customer.gap[1]);
      return [{ ...exitOf(rng, customer, day, "competition"), wonBackOn }];
    }
    if (customer.course !== "declining" || rng.next() >= PARTIAL_SHARE) return [];
    const day = dayInMonth(rng, 24 + rng.below(11));
    const kind = words.kinds[customer.kinds[0] ?? 0]?.name ?? "";
    const part = exitOf(rng, customer, day, "competition");
    return [{ ...part, isPartial: true, productKind: kind }];
  });
  return [...whole, ...others]
    .map((exit) => ({ ...exit, lostCents: spent(exit) }))
    .sort((a, b) => a.day - b.day || (a.customer.id < b.customer.id ? -1 : 1));
}

function causeOf(rng: Rng, { region, owner }: DemoCustomer): ExitCause {
  const draw = rng.next();
  if (region === CONTESTED_REGION && draw < 0.67) return "competition";
  if (owner === SLOW_OWNER && draw < 0.67) return "fault";
  let left = rng.next();
  for (const [cause, share] of Object.entries(SHARES) as [ExitCause, number][]) {
    if ((left -= share) < 0) return cause;
  }
  return "natural";
}

function exitOf(rng: Rng, customer: DemoCustomer, day: EpochDay, cause: ExitCause): DemoExit {
  const { list } = departures.reasons[cause];
  const isSlow = cause === "fault" && customer.owner === SLOW_OWNER;
  const isContested = cause === "competition" && customer.region === CONTESTED_REGION;
  const drawn = pick(rng, list);
  const rival = pick(rng, departures.rivals);
  const reason = isSlow ? (list[0] ?? drawn) : drawn;
  const ownRival = isContested ? CONTESTED_RIVAL : rival;
  return {
    customer,
    day,
    cause,
    reason: reason.name,
    text: reason.text,
    isMalicious: cause === "involuntary" && reason === list[1],
    rival: cause === "competition" ? ownRival : "",
    isPartial: false,
    productKind: "",
    lostCents: 0,
    wonBackOn: null,
  };
}

function dayInMonth(rng: Rng, month: number): EpochDay {
  const first = monthIndex(dayFromCivil(FIRST_MONTH.year, FIRST_MONTH.month, 1));
  return (firstDayOfMonth(first + month) + rng.below(25)) as EpochDay;
}

/** Sales of the year before an exit, in whole yuan; of a part, those of its kind of goods. */
function spentBefore(lines: readonly DemoLine[]): (exit: DemoExit) => number {
  const own = new Map<string, DemoLine[]>();
  for (const line of lines) {
    if (line.kind !== "sale") continue;
    const known = own.get(line.customer.id);
    if (known === undefined) own.set(line.customer.id, [line]);
    else known.push(line);
  }
  return ({ customer, day, productKind }) => {
    let cents = 0;
    for (const line of own.get(customer.id) ?? []) {
      const isOf = productKind === "" || line.product.kind === productKind;
      if (isOf && line.day < day && line.day >= day - YEAR_DAYS) cents += line.amountCents;
    }
    return Math.round(cents / 100) * 100;
  };
}
