import { withProgress } from "../../kernel/base/with-progress";
import { wilsonInterval } from "../../kernel/stats/wilson";
import {
  countAt,
  fitRenewals,
  nextRenewal,
  residualPeriods,
  survivalAfter,
  type RenewalCounts,
  type RenewalFit,
} from "../../measures/clv/shifted-beta-geometric";
import { customerNameOf } from "../../measures/customer-name";
import { tenureOf } from "../../measures/tenure/tenure-of";
import type { Ambient, Answer, Input, Progress } from "../define";
import { checkOf } from "./check";
import { askedAndKept, renewalCounts, renewalHistories, type Renewals } from "./counts";
import { monthlyFees } from "./fees";
import { lengthOf, MONTHS, periodOf } from "./period";
import type {
  RenewalModel,
  RenewalsGap,
  RenewalsParams,
  RenewalsResult,
  RenewalStep,
  RenewingCustomer,
} from "./spec";
import { valueOf } from "./value";

/** With fewer the model would be drawn from a handful of decisions. */
const FEWEST_CUSTOMERS = 30;
/** Renewals that are shown; the model goes on. */
const MOST_STEPS = 24;
const LISTED = 10;

/**
 * How customers with contracts renew, what the next renewals will bring, and what those who are there are worth.
 *
 * @param input   customers, contracts, exits, as far as the data have them; silence is no end of a contract and is not used
 * @param params  columns of tenure, length of a period, discount a year
 * @param ambient scope, selected rows
 * @returns always an answer; `gap` says why there is no model. Members: "all", "lost", "staying", "asked:<n>", "left-at:<n>"
 *
 * O(customers + periods). Methods D13.
 */
export default function* renewals(
  input: Input,
  params: RenewalsParams,
  ambient: Ambient,
): Generator<Progress, Answer<RenewalsResult>, void> {
  const { asOfDay } = ambient.scope;
  const question = { input, params, ambient };
  const found = yield* withProgress({ done: 0.2 }, renewalsAt(question, asOfDay));
  if (typeof found === "string") return { result: without(found, params), members: () => null };
  const { tenure, period, histories, counts } = found;
  const left = histories.left.reduce((sum, one) => sum + one, 0);
  const fit = tenure.customers.length < FEWEST_CUSTOMERS ? null : fitRenewals(counts);
  yield { done: 0.4 };
  const discount = (1 + params.discount) ** (MONTHS[period] / 12) - 1;
  const steps = stepsOf(counts, fit);
  const worth = fit === null ? null : worthOf(input, found, { fit, discount, ambient });
  yield { done: 0.6 };
  const before = (day: number) => renewalsAt(question, day);
  const check =
    fit === null ? null : yield* withProgress({ done: 0.8 }, checkOf(found, before, asOfDay));
  const result: RenewalsResult = {
    kind: "answered",
    headline: {
      customers: tenure.customers.length,
      lost: left,
      alpha: fit?.alpha ?? null,
      beta: fit?.beta ?? null,
      logLikelihood: fit?.logLikelihood ?? null,
      retention1: steps[0]?.rate ?? null,
      retentionNext: fit === null ? null : nextOfAll(counts, fit),
      residualValue: worth?.value?.total ?? null,
    },
    gap: fit === null ? gapOf(found, left) : null,
    period,
    discount,
    customers: tenure.customers.length,
    lost: left,
    staying: tenure.customers.length - left,
    notAsked: countAt(counts.alive, 0),
    leftOut: tenure.leftOut.noStart + tenure.leftOut.noOutcome + tenure.leftOut.impossible,
    steps,
    model: fit === null ? null : modelOf(fit),
    check,
    value: worth?.value ?? null,
    atStake: worth?.atStake ?? [],
  };
  return { result, members: (cell) => membersOf(found, cell) };
}

interface Question {
  readonly input: Input;
  readonly params: RenewalsParams;
  readonly ambient: Ambient;
}

/** The renewals up to a day, or why there are none. */
function* renewalsAt(
  { input, params, ambient }: Question,
  asOfDay: number,
): Generator<void, Renewals | RenewalsGap, void> {
  const { customerRows, orderRows } = ambient;
  const sight = { customerRows, orderRows, asOfDay };
  const choice = { source: "auto", windowDays: 0, ...params } as const;
  const { source, tenure } = yield* tenureOf(input, sight, choice);
  if (source === "silence") return "no-contracts";
  if (typeof tenure === "string") return tenure;
  const period = periodOf(input, tenure.unit, params.period);
  yield;
  const histories = renewalHistories(tenure, lengthOf(period, tenure.unit));
  return { tenure, period, histories, counts: renewalCounts(histories) };
}

function gapOf({ tenure }: Renewals, left: number): RenewalsGap {
  if (tenure.customers.length < FEWEST_CUSTOMERS) return "few-customers";
  return left === 0 ? "nobody-left" : "nobody-renewed";
}

function without(gap: RenewalsGap, { period, discount }: RenewalsParams): RenewalsResult {
  return {
    kind: "answered",
    headline: {
      customers: 0,
      lost: 0,
      alpha: null,
      beta: null,
      logLikelihood: null,
      retention1: null,
      retentionNext: null,
      residualValue: null,
    },
    gap,
    period: period === "auto" ? "year" : period,
    discount,
    customers: 0,
    lost: 0,
    staying: 0,
    notAsked: 0,
    leftOut: 0,
    steps: [],
    model: null,
    check: null,
    value: null,
    atStake: [],
  };
}

function modelOf({ alpha, beta, logLikelihood, quality, covariance }: RenewalFit): RenewalModel {
  return {
    alpha,
    beta,
    logLikelihood,
    quality,
    alphaError: covariance === null ? null : Math.sqrt(covariance.alpha),
    betaError: covariance === null ? null : Math.sqrt(covariance.beta),
  };
}

function stepsOf(counts: RenewalCounts, fit: RenewalFit | null): readonly RenewalStep[] {
  const { asked, kept } = askedAndKept(counts);
  const steps: RenewalStep[] = [];
  let staying = 1;
  for (let slot = 0; slot < Math.min(asked.length, MOST_STEPS) && asked[slot]! > 0; slot++) {
    const rate = kept[slot]! / asked[slot]!;
    const { low, high } = wilsonInterval(kept[slot]!, asked[slot]!);
    staying *= rate;
    steps.push({
      renewal: slot + 1,
      asked: asked[slot]!,
      kept: kept[slot]!,
      rate,
      low,
      high,
      expected: fit === null ? null : nextRenewal(fit, slot),
      staying,
      expectedStaying: fit === null ? null : survivalAfter(fit, slot + 1),
    });
  }
  return steps;
}

/** The share of those who are there that the model expects at their next renewals; null when nobody is. */
function nextOfAll({ alive }: RenewalCounts, fit: RenewalFit): number | null {
  let [kept, all] = [0, 0];
  for (let n = 0; n < alive.length; n++) {
    kept += alive[n]! * nextRenewal(fit, n);
    all += alive[n]!;
  }
  return all === 0 ? null : kept / all;
}

interface Worth {
  readonly fit: RenewalFit;
  readonly discount: number;
  readonly ambient: Ambient;
}

/** What those who are there will still pay, and those of them with the most at stake at their next renewal. */
function worthOf(
  input: Input,
  { tenure, period, histories }: Renewals,
  { fit, discount, ambient }: Worth,
): Pick<RenewalsResult, "value" | "atStake"> {
  const fees = monthlyFees(input, ambient.scope.asOfDay);
  const staying = [...tenure.customers.keys()].filter((slot) => histories.left[slot] === 0);
  const most = staying.reduce((longest, slot) => Math.max(longest, histories.renewals[slot]!), 0);
  const residual = residualPeriods(fit, most + 1, discount);
  const listed = staying.map((slot): RenewingCustomer & { readonly stake: number } => {
    const row = tenure.customers[slot]!;
    const renewed = histories.renewals[slot]!;
    const chance = nextRenewal(fit, renewed);
    const fee = fees[row]! * MONTHS[period];
    const whole = 1 + residual[renewed + 1]! / (1 + discount);
    return {
      row,
      name: "",
      renewals: renewed,
      chance,
      fee: Number.isNaN(fee) ? null : fee,
      worth: Number.isNaN(fee) ? null : fee * residual[renewed]!,
      // without a fee only the chance tells whom to see first
      stake: (Number.isNaN(fee) ? 0 : fee) * (1 - chance) * whole,
    };
  });
  const first = firstOf(
    listed,
    LISTED,
    (a, b) => b.stake - a.stake || a.chance - b.chance || a.row - b.row,
  );
  return {
    value: valueOf(listed, { fit, discount, most, rng: ambient.rng }),
    atStake: first.map(({ stake: _, ...customer }) => ({
      ...customer,
      name: customerNameOf(input.customers, customer.row),
    })),
  };
}

/** The first few by an order, without sorting all. O(n × count) at worst */
function firstOf<T>(list: readonly T[], count: number, order: (a: T, b: T) => number): T[] {
  const first: T[] = [];
  for (const one of list) {
    const last = first[count - 1];
    if (last !== undefined && order(one, last) >= 0) continue;
    const place = first.findIndex((other) => order(one, other) < 0);
    first.splice(place < 0 ? first.length : place, 0, one);
    if (first.length > count) first.pop();
  }
  return first;
}

function membersOf({ tenure, histories }: Renewals, cell: string): Uint32Array | null {
  const { customers } = tenure;
  const { left, renewals: done, late } = histories;
  if (cell === "all") return customers;
  if (cell === "lost") return customers.filter((_, slot) => left[slot] === 1);
  if (cell === "staying") return customers.filter((_, slot) => left[slot] === 0);
  const [kind, place = "", ...more] = cell.split(":");
  if (!/^[1-9]\d{0,3}$/.test(place) || more.length > 0) return null;
  const renewal = Number(place);
  const leftAt = (slot: number): boolean => left[slot] === 1 && done[slot] === renewal - 1;
  const asked = (slot: number): boolean =>
    late[slot]! < renewal && (done[slot]! >= renewal || leftAt(slot));
  if (kind !== "asked" && kind !== "left-at") return null;
  const members = customers.filter((_, slot) => (kind === "asked" ? asked(slot) : leftAt(slot)));
  return members.length === 0 ? null : members;
}
