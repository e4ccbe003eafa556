import { epochDay } from "../../kernel/base/calendar";
import type { CardRow, TwinTable } from "../../page/charts/figure";
import { growsByItself, type CustomerDrift, type LastRun, type ShareDrift } from "./spec";
import { featureName, type Modelled, type Words } from "./view-model";

/** From here on a property counts as moved, and as moved far. Siddiqi 2006. */
const MOVED_FROM = 0.1;
const FAR_FROM = 0.25;
/** With a larger chance it may have been luck. */
const LEVEL = 0.05;
const MOST_BARS = 10;
const MOST_NAMES = 4;

/** `luck`: over the line, but as few customers do as much by chance; `grows`: it moves with the calendar, whatever customers do. */
type Band = "steady" | "luck" | "grows" | "some" | "far";

export function bandOf({ index, p }: ShareDrift): Exclude<Band, "grows"> {
  if (index < MOVED_FROM) return "steady";
  if (p >= LEVEL) return "luck";
  return index < FAR_FROM ? "some" : "far";
}

/** What is drawn, and not left to the table. */
export type DrawnBand = Exclude<Band, "grows">;

function featureBand(line: CustomerDrift["features"][number]): Band {
  const band = bandOf(line);
  return growsByItself(line) && band !== "steady" ? "grows" : band;
}

/** What has changed, in sentences. */
export function driftText({ chance, features }: CustomerDrift, words: Words): string {
  const { t, format } = words;
  const psi = ({ index }: ShareDrift): string => format.number(index, 2);
  const sentences = chance === null ? [] : [t.drift.chance[bandOf(chance)]({ psi: psi(chance) })];
  const named = (band: "some" | "far"): string | null => {
    const own = features.filter((line) => featureBand(line) === band);
    const names = own
      .slice(0, MOST_NAMES)
      .map((line) => `${featureName(line, words)} ${psi(line)}`);
    if (own.length === 0) return null;
    return t.drift.moved[band]({
      names: names.join(t.drift.comma),
      more: own.length - names.length,
    });
  };
  const moved = [named("far"), named("some")].filter((text) => text !== null);
  return [...sentences, ...(moved.length === 0 ? [t.drift.still] : moved)].join(joint(words));
}

/** How well the model does now, beside the last time. */
export function lastAucText(last: LastRun, { card }: Modelled, words: Words): string {
  const { t, format } = words;
  const chosen = card.models.find(({ kind }) => kind === card.chosen);
  if (chosen === undefined) return "";
  const said = ({ value, low, high }: LastRun["auc"]): string =>
    `${format.fixed(value, 3)} (${format.fixed(low, 3)}–${format.fixed(high, 3)})`;
  const slopes =
    last.slope === null || chosen.slope === null
      ? []
      : [
          t.drift.slope({
            then: format.fixed(last.slope, 2),
            now: format.fixed(chosen.slope, 2),
          }),
        ];
  const isTold = last.aucP !== null && last.aucP < LEVEL;
  const better = chosen.auc.value > last.auc.value ? "better" : "worse";
  const auc = t.drift.auc[isTold ? better : "alike"]({
    then: said(last.auc),
    now: said(chosen.auc),
    p: last.aucP === null ? format.dash : format.pValue(last.aucP),
  });
  return [auc, ...slopes].join(joint(words));
}

/** Below the title: the answer, then from whom. */
export function learntSub(drift: CustomerDrift, { card }: Modelled, words: Words): string {
  const { split } = card;
  if (split.kind !== "time") return "";
  const day = words.format.day(epochDay(split.trainDay));
  const from = words.t.drift.learnt.from({ day, before: drift.before, now: drift.now });
  return [driftText(drift, words), from].join(joint(words));
}

export function lastSub(last: LastRun, result: Modelled, words: Words): string {
  const { t, format } = words;
  const { before, now } = last.drift;
  const told = { n: last.n, events: last.events, before, now };
  // A table of customers without any date has no day of its own.
  const from =
    last.asOfDay > 0
      ? t.drift.last.from({ ...told, day: format.day(epochDay(last.asOfDay)) })
      : t.drift.last.fromUndated(told);
  return [lastAucText(last, result, words), driftText(last.drift, words), from].join(joint(words));
}

export interface DriftView {
  readonly bars: readonly {
    readonly name: string;
    readonly index: number;
    readonly band: DrawnBand;
    readonly label: string;
    readonly rows: readonly CardRow[];
  }[];
  readonly lines: readonly { readonly value: number; readonly label: string }[];
}

export function driftView({ features }: CustomerDrift, words: Words): DriftView {
  const { t, format } = words;
  return {
    // What grows by itself would squeeze all others into a corner; the table has it.
    bars: features
      .flatMap((line) => {
        const band = featureBand(line);
        return band === "grows" ? [] : [{ line, band }];
      })
      .slice(0, MOST_BARS)
      .map(({ line, band }) => ({
        name: featureName(line, words),
        index: line.index,
        band,
        label: format.fixed(line.index, 2),
        rows: [
          { label: "PSI", value: format.number(line.index, 3) },
          { label: t.drift.reading, value: t.drift.bands[band] },
          { label: "p", value: format.pValue(line.p) },
        ],
      })),
    lines: [MOVED_FROM, FAR_FROM].map((value) => ({ value, label: format.number(value, 2) })),
  };
}

export function driftTwin({ chance, features }: CustomerDrift, words: Words): TwinTable {
  const { t, format } = words;
  const lines = features.map((line) => ({
    ...line,
    name: featureName(line, words),
    band: featureBand(line),
  }));
  const first = chance === null ? [] : [{ ...chance, name: t.bins.axis, band: bandOf(chance) }];
  const number = (digits: number) => (value: unknown) => format.number(Number(value), digits);
  return {
    columns: [
      { label: t.weights.feature },
      { label: "PSI", numeric: true, show: number(3) },
      { label: t.drift.reading },
      { label: "p", numeric: true, show: number(3) },
      { label: t.drift.bins, numeric: true, show: number(0) },
    ],
    rows: [...first, ...lines].map((line) => [
      line.name,
      line.index,
      t.drift.bands[line.band],
      line.p,
      line.bins,
    ]),
  };
}

const joint = ({ format }: Words): string => (format.language === "en" ? " " : "");
