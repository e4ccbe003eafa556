import { dayFromCivil } from "../../kernel/base/calendar";
import type { Rng } from "../../kernel/base/rng";
import { pick } from "./customers";
import type { DemoQuestionnaire } from "./surveys";
import words from "./words.json";

/** Share of the questionnaires on which somebody writes. */
const WRITES = 0.45;
/** From here on the new ordering system is in use, and this share of those who write complains of it: the planted change. */
const NEW_SYSTEM = dayFromCivil(2025, 5, 1);
const NAMES_THE_SYSTEM = 0.22;

/**
 * What is written below a questionnaire: of the part with the lowest score against it, or of the best for it; often nothing. Since
 * the new ordering system, some speak of that besides.
 */
export function commentOn(rng: Rng, { day, parts, overall }: DemoQuestionnaire): string {
  const [writes, second, system] = [rng.next(), rng.next(), rng.next()];
  const scores = parts.map((score) => score ?? overall);
  const [worst, best] = [Math.min(...scores), Math.max(...scores)];
  const at = (score: number): (typeof words.comments)[number] | undefined =>
    words.comments[scores.indexOf(score)];
  const against = pick(rng, at(worst)?.bad ?? [""]);
  const inFavour = pick(rng, at(best)?.good ?? [""]);
  const ofSystem = pick(rng, words.commentSystem);
  if (writes > WRITES) return "";
  const said: string[] = [];
  if (best >= 4 && (worst > 2 || second < 0.3)) said.push(inFavour);
  if (worst <= 2) said.push(against);
  const parted = said.join(words.commentJoint);
  if (day < NEW_SYSTEM || system >= NAMES_THE_SYSTEM) return parted;
  return parted === "" ? ofSystem : parted + words.commentBesides + ofSystem;
}
