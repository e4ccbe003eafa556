import type { Rng } from "../../kernel/base/rng";
import { bell, clamped, type DemoQuestionnaire } from "./surveys";

/**
 * What is expected of delivery and of the salesman, whatever was got: punctual delivery goes without saying, and much less than they
 * give was expected of the salesmen. Of the other three about what was got: no gap was planted there.
 */
const EXPECTED = [4.6, 3.1, null, null, null] as const;
const MOOD = 0.6;
const WRITES_NONE = 0.03;

/** What was expected of each part, 1..5; null: left blank. */
export function expectationsOf(rng: Rng, { parts }: DemoQuestionnaire): readonly (number | null)[] {
  return parts.map((got, part) => {
    const [blank, mood] = [rng.next(), bell(rng)];
    if (got === null || blank < WRITES_NONE) return null;
    const usual = EXPECTED[part] ?? null;
    if (usual !== null) return clamped(Math.round(usual + MOOD * mood), 1, 5);
    // As far up as down, or the ends of the scale would make a gap that nobody planted.
    const room = Math.min(got - 1, 5 - got);
    return got + clamped(Math.round(MOOD * mood), -room, room);
  });
}
