import type { OwnWords } from "../../domain/text/own-words";
import { clausesOf, feelingReader } from "../../domain/text/sentiment";
import { THEMES, themeReader } from "../../domain/text/themes";
import type { Progress } from "../define";
import type { Comments } from "./comments";
import type { Mood } from "./spec";

/** What was read in each text, by its code; texts that no comment has are not read. */
export interface Reading {
  readonly scores: Float64Array;
  /** themes spoken of, and spoken for or against, as bits */
  readonly themes: Uint32Array;
  readonly forThemes: Uint32Array;
  readonly againstThemes: Uint32Array;
}

/** Texts read between two reports of progress: some tens of milliseconds. */
const SLICE = 500;

/** Reads every text once, however many comments have it. O(letters). */
export function* readTexts(
  { codes, texts }: Comments,
  own: OwnWords,
): Generator<Progress, Reading, void> {
  const [feelingOf, themesOf] = [feelingReader(own), themeReader(own)];
  const used = [...new Set(codes)];
  const scores = new Float64Array(texts.length);
  const bits = (): Uint32Array => new Uint32Array(texts.length);
  const [themes, forThemes, againstThemes] = [bits(), bits(), bits()];
  for (let k = 0; k < used.length; k++) {
    if (k % SLICE === SLICE - 1) yield { done: (0.5 * k) / used.length };
    const code = used[k]!;
    const text = texts[code]!;
    const byTheme = new Float64Array(THEMES.length);
    for (const clause of clausesOf(text)) {
      const { score } = feelingOf(clause);
      const spoken = themesOf(clause);
      scores[code]! += score;
      themes[code]! |= spoken;
      for (let t = 0; t < THEMES.length; t++) if ((spoken >> t) & 1) byTheme[t]! += score;
    }
    byTheme.forEach((score, t) => {
      if (score > 0) forThemes[code]! |= 1 << t;
      if (score < 0) againstThemes[code]! |= 1 << t;
    });
  }
  return { scores, themes, forThemes, againstThemes };
}

export function moodOf(score: number): Mood {
  if (score > 0) return "positive";
  return score < 0 ? "negative" : "neutral";
}
