/**
 * What an answer leaves behind for the one that follows the next import, to say how things have changed. Made of the data and made again
 * at any time, so it is nobody's own work: it lies beside the tables, not in the journal.
 */
export interface RunRecord {
  /** id of the stored generation that it was made of */
  readonly generation: string;
  readonly asOfDay: number;
  /** JSON; whoever reads it parses it */
  readonly body: unknown;
}

/** The latest run of a question, and that of the generation before. */
export interface KeptRun {
  readonly question: string;
  readonly present: RunRecord;
  readonly before: RunRecord | null;
}

/** Questions that are remembered; the one that was asked longest ago is forgotten. */
const MOST_QUESTIONS = 6;

/** The run of a question that came before this generation; null for the first. */
export function runBefore(
  kept: readonly KeptRun[],
  question: string,
  generation: string,
): RunRecord | null {
  const found = kept.find((one) => one.question === question);
  if (found === undefined) return null;
  if (found.present.generation === generation) return found.before;
  // An import that was taken back: what is kept as the latest never came before this one.
  return found.before?.generation === generation ? null : found.present;
}

/**
 * The kept runs with one more: it takes the place of an earlier one of the same generation, and pushes that of another generation back.
 * Of two runs of one generation that with the later day stays, since a reader may look back.
 */
export function withRun(
  kept: readonly KeptRun[],
  question: string,
  record: RunRecord,
): readonly KeptRun[] {
  const found = kept.find((one) => one.question === question);
  const before = runBefore(kept, question, record.generation);
  const isLookBack =
    found?.present.generation === record.generation && found.present.asOfDay > record.asOfDay;
  const one: KeptRun = { question, present: isLookBack ? found.present : record, before };
  return [one, ...kept.filter((other) => other !== found)].slice(0, MOST_QUESTIONS);
}

/** Stored runs; what cannot be read is no run. */
export function parseKeptRuns(value: unknown): readonly KeptRun[] {
  return Array.isArray(value) ? value.flatMap((one) => parseKept(one) ?? []) : [];
}

function parseKept(value: unknown): KeptRun | null {
  if (typeof value !== "object" || value === null) return null;
  const { question, present, before } = value as Record<string, unknown>;
  const latest = parseRecord(present);
  if (typeof question !== "string" || latest === null) return null;
  return { question, present: latest, before: parseRecord(before) };
}

function parseRecord(value: unknown): RunRecord | null {
  if (typeof value !== "object" || value === null) return null;
  const { generation, asOfDay, body } = value as Record<string, unknown>;
  if (typeof generation !== "string" || typeof asOfDay !== "number") return null;
  return { generation, asOfDay, body };
}
