import { sha256 } from "../kernel/base/sha256";
import { identityForm } from "./customer-name";
import type { WorkKind } from "./own-work";

/** Who is meant, in the words of the data: survives every new import, which row numbers do not. */
export interface CustomerRef {
  readonly id: string | null;
  readonly name: string | null;
}

/**
 * `from` is the same customer as `into`, whose name and cells count. The user's own work, applied over the data whenever
 * they are read; the key of the record is `refKey(from)`, so that nobody is merged into two.
 */
export interface CustomerMerge {
  readonly from: CustomerRef;
  readonly into: CustomerRef;
}

/** Two customers that somebody has looked at and found to be two. The key of the record is `pairKey`. */
export interface DistinctCustomers {
  readonly a: CustomerRef;
  readonly b: CustomerRef;
}

export const MERGES: WorkKind<CustomerMerge> = { name: "customer-merge", parse: parseMerge };
export const DISTINCT: WorkKind<DistinctCustomers> = {
  name: "customer-distinct",
  parse: parseDistinct,
};

/** Names a set of merges: empty for none, another text for any other set. */
export function mergesDigest(merges: readonly CustomerMerge[]): string {
  if (merges.length === 0) return "";
  const keys = merges.map(({ from, into }) => [refKey(from), refKey(into)]);
  return `+${sha256(new TextEncoder().encode(JSON.stringify(keys))).slice(0, 16)}`;
}

/** Equal refs have equal keys: an id names a customer, a name only where there is no id. */
export function refKey({ id, name }: CustomerRef): string {
  return id === null ? `name ${identityForm(name ?? "")}` : `id ${identityForm(id)}`;
}

/** How the user's own work names a customer of the data; `key` is its id there, or its name. */
export function refOf({ key, name }: { readonly key: string; readonly name: string }): CustomerRef {
  return { id: key, name };
}

/** The same for (a, b) and (b, a). */
export function pairKey(a: CustomerRef, b: CustomerRef): string {
  return JSON.stringify([refKey(a), refKey(b)].sort());
}

function parseMerge(value: unknown): CustomerMerge | null {
  if (typeof value !== "object" || value === null) return null;
  const { from, into } = value as Record<string, unknown>;
  const [a, b] = [parseRef(from), parseRef(into)];
  return a === null || b === null ? null : { from: a, into: b };
}

function parseDistinct(value: unknown): DistinctCustomers | null {
  if (typeof value !== "object" || value === null) return null;
  const { a, b } = value as Record<string, unknown>;
  const [one, other] = [parseRef(a), parseRef(b)];
  return one === null || other === null ? null : { a: one, b: other };
}

/** null: no ref. */
export function parseRef(value: unknown): CustomerRef | null {
  if (typeof value !== "object" || value === null) return null;
  const { id, name } = value as Record<string, unknown>;
  const isText = (part: unknown): part is string | null =>
    part === null || typeof part === "string";
  if (!isText(id) || !isText(name) || (id === null && name === null)) return null;
  return { id, name };
}

/** What speaks for or against two customers being one. */
export type Evidence =
  | "same-name"
  | "same-phone"
  | "near-name"
  | "place-in-name"
  | "same-city"
  | "other-city"
  | "other-phone"
  | "other-id";
