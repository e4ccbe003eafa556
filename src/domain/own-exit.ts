import { sha256 } from "../kernel/base/sha256";
import { parseRef, type CustomerRef } from "./customer-merge";
import type { WorkKind } from "./own-work";

/** What an exit written down here says, under the ids of the fields of `exits`. */
export const OWN_EXIT_TEXTS = [
  "reasonGroup",
  "reasonCode",
  "text",
  "initiative",
  "intent",
  "competitor",
] as const;
export type OwnExitText = (typeof OWN_EXIT_TEXTS)[number];

/** A lost customer that was written down here, as a row of `exits` would say it. The key of the record is an id made with it. */
export type OwnExit = Readonly<Partial<Record<OwnExitText, string>>> & {
  readonly customer: CustomerRef;
  /** civil day */
  readonly exitedOn: number;
  readonly changedAtMs: number;
};

export const OWN_EXITS: WorkKind<OwnExit> = { name: "own-exit", parse: parseExit };

/** Names a set of exits: empty for none, another text for any other set. */
export function ownExitsDigest(exits: ReadonlyMap<string, OwnExit>): string {
  if (exits.size === 0) return "";
  return `-${sha256(new TextEncoder().encode(JSON.stringify([...exits]))).slice(0, 16)}`;
}

function parseExit(value: unknown): OwnExit | null {
  if (typeof value !== "object" || value === null) return null;
  const given = value as Record<string, unknown>;
  const isFine =
    parseRef(given["customer"]) !== null &&
    Number.isInteger(given["exitedOn"]) &&
    typeof given["changedAtMs"] === "number" &&
    OWN_EXIT_TEXTS.every((id) => given[id] === undefined || typeof given[id] === "string");
  return isFine ? (given as unknown as OwnExit) : null;
}
