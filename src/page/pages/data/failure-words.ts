import type { CoreMessages } from "../../../i18n/messages";

export interface FailureWords {
  readonly what: string;
  readonly advice: string;
}

const MEGABYTE = 1_000_000;

/** What happened and what to do, in words, for the code of a failed call; an unknown code is named for the report. */
export function failureWords(
  t: CoreMessages["failures"],
  failure: { readonly code: string; readonly where: Readonly<Record<string, string | number>> },
): FailureWords {
  const known: Readonly<Record<string, readonly [string, string]>> = {
    ...t.file,
    ...t.storage,
  };
  const { detail } = failure.where;
  const foreign: Readonly<Record<string, readonly [string, string]>> = t.foreign;
  if (failure.code === "E_UNSUPPORTED_TYPE" && typeof detail === "string") {
    const named = Object.hasOwn(foreign, detail) ? foreign[detail] : undefined;
    if (named) return { what: named[0], advice: named[1] };
  }
  const words = Object.hasOwn(known, failure.code) ? known[failure.code] : undefined;
  if (!words) return { what: t.unknown.what, advice: t.unknown.advice(failure) };
  const { row, needed, free } = failure.where;
  const [what, advice] = words;
  if (typeof needed === "number" && typeof free === "number") {
    const space = { needed: Math.ceil(needed / MEGABYTE), free: Math.floor(free / MEGABYTE) };
    return { what, advice: t.space(space) + advice };
  }
  return { what: typeof row === "number" ? what + t.row({ row }) : what, advice };
}
