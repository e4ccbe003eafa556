import { segmentName } from "../../../analyses/rfm/segment-name";
import type { Format } from "../../../i18n/format";
import type { Messages } from "../../../i18n/messages";
import type { CustomerChange, CustomerStanding } from "../../../queries/types";

type Known = Extract<CustomerChange, { readonly kind: "known" }>;

/** The words of one language, and the currency of the data. */
export interface ChangeSight {
  readonly t: Pick<Messages, "analysis" | "customers">;
  readonly format: Format;
  readonly currency: string | null;
}

/** One score as it was before the last import and as it is now. */
export interface ScoreChangeRow {
  readonly id: "grade" | "recency" | "frequency" | "money" | "segment" | "stage";
  readonly name: string;
  readonly before: string;
  readonly now: string;
  /** 1 better, −1 worse, 0 the same or neither */
  readonly direction: -1 | 0 | 1;
  readonly hasChanged: boolean;
  /** what of the customer itself moved, or that others did; "" where nothing changed */
  readonly why: string;
}

/** Every score, in the order of the page. */
export function scoreChanges(change: Known, sight: ChangeSight): readonly ScoreChangeRow[] {
  const axes = AXES.map((axis) => axisRow(axis, change, sight));
  return [
    gradeRow(change, sight),
    ...axes,
    segmentRow(change, axes, sight),
    stageRow(change, sight),
  ];
}

interface Compared {
  /** larger is better; null = none */
  readonly before: number | null;
  readonly now: number | null;
}

const orNone = (value: number | null): number => (value === null ? -Infinity : value);
const directionOf = ({ before, now }: Compared): -1 | 0 | 1 => {
  const [from, to] = [orNone(before), orNone(now)];
  if (from === to) return 0;
  return to > from ? 1 : -1;
};

/** A score by rank moves with the customer's own figure, or because others passed it. */
function whyOf(score: Compared, own: Compared, text: string, { t }: ChangeSight): string {
  const moved = directionOf(score);
  if (moved === 0) return "";
  if (directionOf(own) === moved) return text;
  return moved > 0 ? t.customers.sinceImport.passedOthers : t.customers.sinceImport.passedByOthers;
}

const GRADE_ORDER = { c: 1, b: 2, a: 3 } as const;
const gradeRank = ({ grade }: CustomerStanding): number | null =>
  grade === null ? null : GRADE_ORDER[grade];

function gradeRow({ before, now }: Known, sight: ChangeSight): ScoreChangeRow {
  const { t, format, currency } = sight;
  const name = (grade: CustomerStanding["grade"]): string =>
    grade === null ? format.dash : t.customers.grades[grade];
  const ranks = { before: gradeRank(before), now: gradeRank(now) };
  const own = { before: before.periodSales, now: now.periodSales };
  const text = t.customers.sinceImport.periodSales({
    from: format.money(before.periodSales, currency),
    to: format.money(now.periodSales, currency),
  });
  return {
    id: "grade",
    name: t.customers.columns.grade,
    before: name(before.grade),
    now: name(now.grade),
    direction: directionOf(ranks),
    hasChanged: before.grade !== now.grade,
    why: whyOf(ranks, own, text, sight),
  };
}

const AXES = ["recency", "frequency", "money"] as const;
type Axis = (typeof AXES)[number];

const scoreAt = ({ rfm }: CustomerStanding, axis: Axis): number | null =>
  rfm === null ? null : Number(rfm.charAt(AXES.indexOf(axis)));

function axisRow(axis: Axis, { before, now }: Known, sight: ChangeSight): ScoreChangeRow {
  const { t, format } = sight;
  const scores = { before: scoreAt(before, axis), now: scoreAt(now, axis) };
  const shown = (score: number | null): string =>
    score === null ? format.dash : format.number(score);
  const { own, text } = ownOf(axis, before, now, sight);
  return {
    id: axis,
    name: t.customers.sinceImport.axes[axis],
    before: shown(scores.before),
    now: shown(scores.now),
    direction: directionOf(scores),
    hasChanged: scores.before !== scores.now,
    why: whyOf(scores, own, text, sight),
  };
}

/** The customer's own figure behind a score, larger = better. */
function ownOf(axis: Axis, before: CustomerStanding, now: CustomerStanding, sight: ChangeSight) {
  const { t, format, currency } = sight;
  const words = t.customers.sinceImport;
  switch (axis) {
    case "recency": {
      const less = (days: number | null): number | null => (days === null ? null : -days);
      const isLater = orNone(less(now.recencyDays)) > orNone(less(before.recencyDays));
      const days = (value: number | null): string =>
        value === null ? format.dash : format.count(value);
      const parts = { from: days(before.recencyDays), to: days(now.recencyDays) };
      return {
        own: { before: less(before.recencyDays), now: less(now.recencyDays) },
        text: isLater ? words.ordered(parts) : words.silent(parts),
      };
    }
    case "frequency":
      return {
        own: { before: before.everOrderDays, now: now.everOrderDays },
        text: words.orderDays({
          from: format.count(before.everOrderDays),
          to: format.count(now.everOrderDays),
        }),
      };
    case "money":
      return {
        own: { before: before.everSales, now: now.everSales },
        text: words.everSales({
          from: format.money(before.everSales, currency),
          to: format.money(now.everSales, currency),
        }),
      };
  }
}

function segmentRow(
  { before, now }: Known,
  axes: readonly ScoreChangeRow[],
  { t, format }: ChangeSight,
): ScoreChangeRow {
  const name = (id: string | null): string =>
    id === null ? format.dash : segmentName(id, t.analysis.rfm);
  const hasChanged = before.segment !== now.segment;
  const moved = axes.filter((axis) => axis.hasChanged).map((axis) => axis.name);
  return {
    id: "segment",
    name: t.customers.columns.segment,
    before: name(before.segment),
    now: name(now.segment),
    direction: 0,
    hasChanged,
    why: hasChanged ? t.customers.sinceImport.byAxes({ axes: format.list(moved) }) : "",
  };
}

function stageRow({ before, now }: Known, { t, format }: ChangeSight): ScoreChangeRow {
  const name = (stage: CustomerStanding["stage"]): string =>
    stage === null ? format.dash : t.analysis.lifecycle.stages.names[stage];
  const { stages } = t.customers.sinceImport;
  const why = (): string => {
    if (now.stage === before.stage || now.stage === null) return "";
    return before.stage === "winback" ? stages.back : stages[now.stage];
  };
  return {
    id: "stage",
    name: t.customers.columns.stage,
    before: name(before.stage),
    now: name(now.stage),
    direction: 0,
    hasChanged: before.stage !== now.stage,
    why: why(),
  };
}
