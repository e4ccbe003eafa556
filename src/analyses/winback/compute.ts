import { MISSING_DAY, requiredColumn, textAt } from "../../kernel/table/column";
import { customerKeyOf, customerNameOf } from "../../measures/customer-name";
import type { Ambient, Answer, Input, Progress } from "../define";
import { breaksOf, type Break, type Breaks } from "./breaks";
import {
  daysOfMonths,
  monthsOfDays,
  PRIOR_BREAKS,
  recoveries,
  recoveryPoints,
  shareBack,
  soonestBack,
  YEAR_DAYS,
  type Recoveries,
} from "./recovery";
import {
  TACTICS,
  type TacticLine,
  type WinbackLine,
  type WinbackParams,
  type WinbackRefusal,
  type WinbackResult,
  type WinbackTrial,
} from "./spec";
import { tacticsOf } from "./tactic";
import { readoutOf, trialOf } from "./trial";
import { worthOf, type Worth } from "./worth";

const FEWEST_BREAKS = 20;
const LISTED = 50;

/**
 * Whom of the lost customers to win back: how many came back and when, who is in the window, and what it would bring.
 *
 * @param input   customers; exits, contracts, orders, complaints as far as the data have them
 * @param params  see README
 * @param ambient scope (its last day), selected rows
 * @returns always an answer; `refusal` says why there is no list. Members: "back:lost", "back:returned", "back:early",
 *   "back:open", "back:closed", "back:excluded", "back:won", "back:list", "back:contact", "back:left-alone", "back:not-worth", "back:tactic:<tactic>", "back:month:<month>"
 *
 * Methods D52. O(lines + breaks log breaks).
 */
export default function* winback(
  input: Input,
  params: WinbackParams,
  ambient: Ambient,
): Generator<Progress, Answer<WinbackResult>, void> {
  yield { done: 0.05 };
  const breaks = yield* breaksOf(input, params, ambient);
  yield { done: 0.5 };
  if (breaks === null) {
    const refusal = { code: "no-days", need: 1, have: 0 } as const;
    return { result: without(refusal), members: () => null };
  }
  const found = { ...sorted(breaks, params, { input, ambient }), input, params };
  const returns = breaks.all.filter(({ backOn }) => backOn !== MISSING_DAY);
  yield { done: 0.53 };
  const ways = yield* recoveries(breaks.all);
  yield { done: 0.6 };
  const refusal = refusalOf(breaks, returns.length);
  const worth =
    refusal === null
      ? yield* worthOf(input, params, ambient, { all: breaks.all, lost: found.due })
      : null;
  yield { done: 0.9 };
  const plan = worth === null ? NO_PLAN : planOf(found, ways, worth);
  yield { done: 0.95 };
  const result = describe({ found, ways, returns, refusal, worth, plan });
  const listing = { length: plan.listed, line: (place: number) => plan.lines[place]! };
  return { result, listing, members: (cell) => membersOf(found, returns, plan, cell) };
}

function refusalOf({ all }: Breaks, returns: number): WinbackRefusal | null {
  if (all.length < FEWEST_BREAKS)
    return { code: "few-breaks", need: FEWEST_BREAKS, have: all.length };
  return returns === 0 ? { code: "no-return", need: 1, have: 0 } : null;
}

/** The lost customers by the clock. */
interface Sorted {
  readonly breaks: Breaks;
  readonly asOfDay: number;
  readonly lost: readonly Break[];
  /** not yet, now, and no more in the window; none of them lost by our own decision */
  readonly early: readonly Break[];
  readonly open: readonly Break[];
  readonly closed: readonly Break[];
  readonly excluded: readonly Break[];
  /** won back by an attempt that was written down, without an order yet; in none of the four above */
  readonly won: readonly Break[];
  /** early and open */
  readonly due: readonly Break[];
}

type Found = Sorted & { readonly input: Input; readonly params: WinbackParams };

function sorted(
  breaks: Breaks,
  params: WinbackParams,
  { input, ambient }: { readonly input: Input; readonly ambient: Ambient },
): Sorted {
  const { asOfDay } = ambient.scope;
  // The last break of a customer tells whether it is lost now.
  const last = new Map(breaks.all.map((one) => [one.row, one]));
  const lost = [...last.values()].filter(({ backOn }) => backOn === MISSING_DAY);
  const [from, to] = [daysOfMonths(params.fromMonth), daysOfMonths(params.toMonth)];
  const isOurs = ({ cause }: Break): boolean => cause === "involuntary";
  const gone = ({ day }: Break): number => asOfDay - day;
  const isWon = wonAfter(input, ambient);
  const theirs = lost.filter((one) => !isOurs(one) && !isWon(one));
  return {
    breaks,
    asOfDay,
    lost,
    early: theirs.filter((one) => gone(one) < from && gone(one) <= to),
    open: theirs.filter((one) => gone(one) >= from && gone(one) <= to),
    closed: theirs.filter((one) => gone(one) > to),
    excluded: lost.filter((one) => isOurs(one) && !isWon(one)),
    won: lost.filter(isWon),
    due: theirs.filter((one) => gone(one) <= to),
  };
}

/** Whether somebody wrote down that the customer was won back since the break. */
function wonAfter({ customers }: Input, { wonBack }: Ambient): (one: Break) => boolean {
  if (wonBack === undefined || wonBack.size === 0) return () => false;
  const keys = requiredColumn(customers, "key", "dictionary");
  return ({ row, day }) => {
    const key = textAt(keys, row);
    const on = key === null ? undefined : wonBack.get(key);
    return on !== undefined && on >= day;
  };
}

interface Plan {
  readonly unpriced: number;
  readonly unseen: number;
  /** early and open, priced; highest score first */
  readonly lines: readonly WinbackLine[];
  readonly listed: number;
  readonly trial: WinbackTrial | null;
}

const NO_PLAN: Plan = { unpriced: 0, unseen: 0, lines: [], listed: 0, trial: null };

function planOf(found: Found, ways: Recoveries, { terms, values }: Worth): Plan {
  const { due, asOfDay, params, input } = found;
  const tactics = tacticsOf(input, due, values);
  const to = daysOfMonths(params.toMonth);
  const from = daysOfMonths(params.fromMonth);
  let [unpriced, unseen] = [0, 0];
  const lines: Omit<WinbackLine, "isLeftAlone">[] = [];
  due.forEach(({ row, day, cause, reason }, i) => {
    const value = values[i]!;
    const gone = asOfDay - day;
    const chance = ways.chance(cause, gone);
    if (Number.isNaN(value)) unpriced++;
    else if (chance === null) unseen++;
    else {
      lines.push({
        row,
        key: customerKeyOf(input.customers, row),
        name: customerNameOf(input.customers, row),
        brokeOn: day,
        monthsGone: monthsOfDays(gone),
        stage: gone < from ? "early" : "open",
        daysLeft: to - gone,
        cause,
        reason,
        tactic: tactics[i]!.tactic,
        tacticFrom: tactics[i]!.from,
        chance,
        value,
        score: chance * (value - terms.offer.value) - terms.contact.value,
      });
    }
  });
  lines.sort((a, b) => b.score - a.score || a.row - b.row);
  const listed = lines.filter(({ score }) => score > 0).length;
  const { trial, leftAlone } = trialOf(input.customers, lines.slice(0, listed), params);
  const parted = lines.map((line) => ({ ...line, isLeftAlone: leftAlone.has(line.row) }));
  return { unpriced, unseen, lines: parted, listed, trial };
}

interface Facts {
  readonly found: Found;
  readonly ways: Recoveries;
  readonly returns: readonly Break[];
  readonly refusal: WinbackRefusal | null;
  readonly worth: Worth | null;
  readonly plan: Plan;
}

function describe({ found, ways, returns, refusal, worth, plan }: Facts): WinbackResult {
  const { breaks, lost } = found;
  const list = plan.lines.slice(0, plan.listed);
  const expected = list.reduce((sum, { score }) => sum + score, 0);
  const returned = new Set(returns.map(({ row }) => row)).size;
  const isTold = breaks.all.length >= FEWEST_BREAKS;
  return {
    kind: "answered",
    isQuiet: found.open.length === 0,
    headline: {
      lost: lost.length,
      returned,
      recovery12: isTold ? shareBack(ways.all, YEAR_DAYS) : null,
      list: worth === null ? null : plan.listed,
      expected: worth === null ? null : expected,
    },
    refusal,
    source: breaks.source,
    silenceDays: breaks.silenceDays,
    breaks: breaks.all.length,
    lost: lost.length,
    returns: returns.length,
    returned,
    curve: isTold ? recoveryPoints(breaks.all, ways.all) : [],
    causes: ways.groups,
    pull: ways.strength,
    terms: worth === null ? null : worth.terms,
    early: found.early.length,
    open: found.open.length,
    closed: found.closed.length,
    excluded: found.excluded.length,
    wonBack: found.won.length,
    unpriced: plan.unpriced,
    unseen: plan.unseen,
    notWorth: plan.lines.length - plan.listed,
    listed: plan.listed,
    expected,
    trial: plan.trial,
    readout: readoutOf(found.params),
    tactics: TACTICS.flatMap((tactic): TacticLine[] => {
      const own = list.filter((line) => line.tactic === tactic);
      if (own.length === 0) return [];
      return [
        { tactic, customers: own.length, expected: own.reduce((sum, { score }) => sum + score, 0) },
      ];
    }),
    lines: list.slice(0, LISTED),
  };
}

function without(refusal: WinbackRefusal): WinbackResult {
  return {
    kind: "answered",
    isQuiet: true,
    headline: { lost: null, returned: null, recovery12: null, list: null, expected: null },
    refusal,
    source: null,
    silenceDays: null,
    breaks: 0,
    lost: 0,
    returns: 0,
    returned: 0,
    curve: [],
    causes: [],
    pull: { value: PRIOR_BREAKS, isFound: false },
    terms: null,
    early: 0,
    open: 0,
    closed: 0,
    excluded: 0,
    wonBack: 0,
    unpriced: 0,
    unseen: 0,
    notWorth: 0,
    listed: 0,
    expected: 0,
    trial: null,
    readout: null,
    tactics: [],
    lines: [],
  };
}

/** Rows of the customers that came back within some days of a break. */
const backBy = (breaks: readonly Break[], most: number): Uint32Array =>
  Uint32Array.from(
    [...soonestBack(breaks)].flatMap(([row, days]) => (days <= most ? [row] : [])),
  ).sort();

const rowsOf = (list: Iterable<{ readonly row: number }>): Uint32Array =>
  Uint32Array.from(new Set(Array.from(list, ({ row }) => row))).sort();

function membersOf(
  found: Found,
  returns: readonly Break[],
  plan: Plan,
  cell: string,
): Uint32Array | null {
  const list = plan.lines.slice(0, plan.listed);
  const [kind, group, which, ...more] = cell.split(":");
  if (kind !== "back" || more.length > 0) return null;
  if (group === "tactic" && TACTICS.some((tactic) => tactic === which))
    return rowsOf(list.filter(({ tactic }) => tactic === which));
  if (group === "month" && which !== undefined && /^[1-9]\d?$/.test(which))
    return backBy(found.breaks.all, daysOfMonths(Number(which)));
  if (which !== undefined) return null;
  switch (group) {
    case "lost":
    case "early":
    case "open":
    case "closed":
    case "excluded":
    case "won":
      return rowsOf(found[group]);
    case "returned":
      return rowsOf(returns);
    case "list":
      return rowsOf(list);
    case "contact":
      return rowsOf(list.filter(({ isLeftAlone }) => !isLeftAlone));
    case "left-alone":
      return rowsOf(list.filter(({ isLeftAlone }) => isLeftAlone));
    case "not-worth":
      return rowsOf(plan.lines.slice(plan.listed));
    default:
      return null;
  }
}
