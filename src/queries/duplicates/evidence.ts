import type { Evidence } from "../../domain/customer-merge";
import { placedForms } from "../../domain/customer-name";
import { isOneEdit } from "./edit-distance";

/** What is compared of a customer; null or empty where it says nothing. */
export interface Identity {
  readonly id: string | null;
  /** `companyForm` of the name; empty without a name. */
  readonly form: string;
  /** `phoneForm`; empty without a number. */
  readonly phone: string;
  /** The number belongs to so many customers that it says nothing: a salesperson's, a head office's. */
  readonly isPhoneShared: boolean;
  readonly city: string | null;
}

/**
 * Log odds of each piece of evidence, and of two customers of one block being one at all (Fellegi & Sunter 1969, with
 * weights set by hand): a name without its legal form, or a telephone number, is just enough alone; a near name needs
 * the same city.
 */
const WEIGHTS: Readonly<Record<Evidence, number>> = {
  "same-name": 3.2,
  "same-phone": 3,
  "near-name": 2,
  "place-in-name": 2.8,
  "same-city": 0.9,
  "other-city": -1.5,
  "other-phone": -0.7,
  "other-id": -0.4,
};
const PRIOR = -2.5;
/** Pairs are proposed from this probability on. */
export const LEAST_SCORE = 0.5;

/** Shorter names are too often near each other by chance: 张三 and 张四. */
const LEAST_HAN = 4;
const LEAST_LATIN = 6;
const NUMERALS = /[0-9一二三四五六七八九十甲乙丙丁东南西北東]/g;

export interface PairScore {
  /** 0..1 */
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** How probable it is that two customers are one, with the reasons; null when nothing speaks for it. */
export function scorePair(a: Identity, b: Identity): PairScore | null {
  const evidence = [...evidenceFor(a, b)];
  if (evidence.length === 0) return null;
  evidence.push(...evidenceAround(a, b));
  const odds = evidence.reduce((sum, one) => sum + WEIGHTS[one], PRIOR);
  return { score: 1 / (1 + Math.exp(-odds)), evidence };
}

function* evidenceFor(a: Identity, b: Identity): Generator<Evidence, void> {
  const isNamed = a.form !== "" && b.form !== "";
  if (isNamed && a.form === b.form) yield "same-name";
  else if (isNamed && isNearName(a.form, b.form)) yield "near-name";
  else if (isNamed && differsByPlace(a, b)) yield "place-in-name";
  else if (isNamed && numeralsOf(a.form) !== numeralsOf(b.form)) return;
  if (a.phone !== "" && a.phone === b.phone && !a.isPhoneShared) yield "same-phone";
}

function* evidenceAround(a: Identity, b: Identity): Generator<Evidence, void> {
  if (a.city !== null && b.city !== null) yield a.city === b.city ? "same-city" : "other-city";
  if (a.phone !== "" && b.phone !== "" && a.phone !== b.phone) yield "other-phone";
  if (a.id !== null && b.id !== null) yield "other-id";
}

/** One edit apart, long enough, and not 一店 and 二店. */
export function isNearName(a: string, b: string): boolean {
  const least = /\p{Script=Han}/u.test(a) ? LEAST_HAN : LEAST_LATIN;
  if (Math.min(a.length, b.length) < least || !isOneEdit(a, b)) return false;
  return numeralsOf(a) === numeralsOf(b);
}

function numeralsOf(form: string): string {
  return (form.match(NUMERALS) ?? []).join("");
}

/** 上海百事食品 in the books of one, 百事食品 of the city 上海 in those of the other. */
function differsByPlace(a: Identity, b: Identity): boolean {
  return (
    placedForms(b.form, b.city).includes(a.form) || placedForms(a.form, a.city).includes(b.form)
  );
}
