import { sha256 } from "../kernel/base/sha256";
import { parseRef, type CustomerRef } from "./customer-merge";
import type { WorkKind } from "./own-work";

/**
 * What a customer promised to pay, and by when, as somebody wrote it down. The user's own work; the key of the record is an id made with
 * it.
 */
export interface PayPromise {
  readonly customer: CustomerRef;
  /** civil day on which it was given; not after `dueOn` */
  readonly madeOn: number;
  /** civil day by the end of which the money was to be there */
  readonly dueOn: number;
  /** above 0, in the money of the data */
  readonly amount: number;
  readonly changedAtMs: number;
}

export const PAY_PROMISES: WorkKind<PayPromise> = { name: "pay-promise", parse: parsePromise };

/** By key of the record. */
export type PayPromises = ReadonlyMap<string, PayPromise>;

export const NO_PAY_PROMISES: PayPromises = new Map();

/** Kept; broken; not due yet; not to be told: the payments do not reach its day, or nobody knows the customer. */
export const PROMISE_FATES = ["kept", "broken", "open", "unclear"] as const;
export type PromiseFate = (typeof PROMISE_FATES)[number];

/** Names a set of promises: empty for none, another text for any other set. */
export function payPromisesDigest(promises: PayPromises): string {
  if (promises.size === 0) return "";
  return `$${sha256(new TextEncoder().encode(JSON.stringify([...promises]))).slice(0, 16)}`;
}

function parsePromise(value: unknown): PayPromise | null {
  if (typeof value !== "object" || value === null) return null;
  const given = value as Record<string, unknown>;
  const { madeOn, dueOn, amount } = given;
  const isDated =
    Number.isInteger(madeOn) && Number.isInteger(dueOn) && (madeOn as number) <= (dueOn as number);
  const isFine =
    isDated &&
    parseRef(given["customer"]) !== null &&
    typeof amount === "number" &&
    Number.isFinite(amount) &&
    amount > 0 &&
    typeof given["changedAtMs"] === "number";
  return isFine ? (given as unknown as PayPromise) : null;
}
