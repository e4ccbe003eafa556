import type { HealthMessages } from "../../../analyses/health/messages/zh-Hans";
import { weekName } from "../../../analyses/next-order/week-name";
import { segmentName } from "../../../analyses/rfm/segment-name";
import { readPeriodKey } from "../../../domain/period-key";
import type { Format } from "../../../i18n/format";
import type { Messages } from "../../../i18n/messages";
import { bridgeCell } from "./bridge-cell";
import { basketCell } from "./basket-cell";
import { complaintCell } from "./complaint-cell";
import { feedbackCell } from "./feedback-cell";
import { churnCell } from "./churn-cell";

/** The words and formats of one language. */
export interface CellWords {
  readonly t: Pick<Messages, "analysis" | "customers">;
  readonly format: Format;
}

/**
 * Which customers a cell of an analysis holds, in words for the chip above the table. A cell that has no words here, of an
 * analysis that is newer than this list, is named by its id.
 */
export function cellWords(words: CellWords, cell: string): string {
  const [kind = "", first = "", second = ""] = cell.split(":");
  return (
    valueCell(words, kind, first) ??
    scoreCell(words, kind, first, second) ??
    lifeCell(words, kind, first, second) ??
    outlookCell(words, kind, first, second) ??
    profitCell(words, kind, first, second) ??
    complaintCell(words, cell) ??
    feedbackCell(words, cell) ??
    surveyCell(words, kind, first) ??
    monthCell(words, kind, first) ??
    clusterCell(words, kind, first) ??
    nextOrderCell(words, kind, first) ??
    churnCell(words.t.analysis, cell) ??
    basketCell(words.t.analysis, cell) ??
    healthCell(words.t.analysis.health, kind, first) ??
    bridgeCell(words.t.analysis, cell) ??
    leaverCell(words, kind, first) ??
    words.t.customers.cells.unknown({ cell })
  );
}

function valueCell({ t }: CellWords, kind: string, first: string): string | null {
  const { cells } = t.customers;
  switch (kind) {
    case "all":
      return cells.all;
    case "active":
      return cells.active;
    case "grade":
      return cells.grade({ grade: first.toUpperCase() });
    case "top":
    case "top80":
      return cells.top80;
    case "share":
      return cells.share20;
    case "non-positive":
      return cells.nonPositive;
    case "buying-less":
      return cells.buyingLess;
    case "returns":
      return cells.returns;
    case "overdue":
      return cells.overdue;
    case "loss-making":
      return cells.lossMaking;
    case "not-retained":
      return cells.notRetained;
    default:
      return null;
  }
}

function scoreCell({ t, format }: CellWords, kind: string, first: string, second: string) {
  const { cells } = t.customers;
  const name = (id: string): string => segmentName(id, t.analysis.rfm);
  switch (kind) {
    case "segment":
      return cells.segment({ name: format.list(first.split("+").map(name)) });
    case "cell": {
      const [r = "", f = ""] = first.split("-");
      return cells.scoreCell({ r, f });
    }
    case "score":
      return cells.scores({ scores: first });
    case "move": {
      const nameOrNone = (id: string): string => (id === "none" ? cells.noSegment : name(id));
      return cells.moved({ from: nameOrNone(first), to: nameOrNone(second) });
    }
    default:
      return null;
  }
}

function lifeCell(words: CellWords, kind: string, first: string, second: string): string | null {
  const { cells } = words.t.customers;
  const states: Readonly<Record<string, string>> = cells.states;
  const stages: Readonly<Record<string, string>> = words.t.analysis.lifecycle.stages.names;
  const stage = (id: string): string => (Object.hasOwn(stages, id) ? (stages[id] ?? id) : id);
  switch (kind) {
    case "state":
    case "ledger": {
      const state = Object.hasOwn(states, second) ? states[second] : undefined;
      const when = periodWords(words, first);
      return state === undefined || when === null ? null : cells.state({ state, when });
    }
    case "stage":
      return cells.stage({ name: stage(first) });
    case "flow":
      return cells.flow({ from: stage(first), to: stage(second) });
    case "cohort": {
      const when = periodWords(words, first);
      if (when === null || !/^\d+$/.test(second)) return null;
      const grain = readPeriodKey(first)?.grain === "quarter" ? "quarter" : "month";
      return cells.cohort({ when, offset: Number(second), grain });
    }
    default:
      return null;
  }
}

function outlookCell(
  { t, format }: CellWords,
  kind: string,
  first: string,
  second: string,
): string | null {
  const { grid, cells } = t.analysis.clv;
  const grades: Readonly<Record<string, string>> = grid.grade;
  switch (kind) {
    case "alive": {
      const tenth = Number(first);
      if (!/^\d$/.test(first)) return null;
      return cells.alive({
        from: format.percent(tenth / 10),
        to: format.percent((tenth + 1) / 10),
      });
    }
    case "grid": {
      const now = Object.hasOwn(grades, first) ? grades[first] : undefined;
      const next = Object.hasOwn(grades, second) ? grades[second] : undefined;
      return now === undefined || next === undefined ? null : grid.cell({ now, next });
    }
    case "falling":
      return cells.falling;
    default:
      return null;
  }
}

function profitCell({ t }: CellWords, kind: string, first: string, second: string): string | null {
  const { cells, causes, levels } = t.analysis.whale;
  const own = (names: Readonly<Record<string, string>>, id: string): string | undefined =>
    Object.hasOwn(names, id) ? names[id] : undefined;
  switch (kind) {
    case "earning":
      return cells.earning;
    case "break-even":
      return cells.breakEven;
    case "over-served":
      return cells.over;
    case "under-served":
      return cells.under;
    case "loss": {
      const cause = own(causes.names, first);
      if (cause !== undefined) return cells.lossBy({ cause });
      return first === "" ? cells.loss : null;
    }
    case "level": {
      const [profit, potential] = [own(levels.profit, first), own(levels.potential, second)];
      if (profit === undefined || potential === undefined) return null;
      return levels.cell({ profit, potential });
    }
    default:
      return null;
  }
}

function surveyCell(words: CellWords, kind: string, first: string): string | null {
  const { nps, csat, csi, drivers, "loyalty-curve": loyalty } = words.t.analysis;
  const classes: Readonly<Record<string, string>> = nps.cells.classes;
  const typeNames: Readonly<Record<string, string>> = words.t.analysis["loyalty-types"].types;
  switch (kind) {
    case "nps":
      return Object.hasOwn(classes, first) ? (classes[first] ?? null) : null;
    case "nps-score":
      return /^\d+$/.test(first) ? nps.cells.score({ score: first }) : null;
    case "nps-group":
      return nps.cells.group;
    case "nps-period": {
      const when = periodWords(words, first);
      return when === null ? null : nps.cells.period({ when });
    }
    case "csat-top":
      return csat.cells.top;
    case "csat-top2":
      return csat.cells.top2;
    case "csat-low":
      return csat.cells.low;
    case "csat-score":
      return Number.isFinite(Number(first)) ? csat.cells.score({ score: first }) : null;
    case "csat-dimension":
      return csat.cells.dimension;
    case "csat-touchpoint":
      return csat.cells.touchpoint;
    case "driver-low":
      return drivers.cells.low;
    case "csat-effort":
      return csat.cells.effort;
    case "csi-low":
      return csi.cells.low;
    case "csi-item":
      return csi.cells.item;
    case "csi-gap":
      return csi.cells.gap;
    case "csi-period": {
      const when = periodWords(words, first);
      return when === null ? null : csi.cells.period({ when });
    }
    case "loyalty":
      return /^\d+$/.test(first) ? loyalty.cells.at({ score: first }) : null;
    case "loyal-type":
      return Object.hasOwn(typeNames, first) ? (typeNames[first] ?? null) : null;
    case "loyal-at": {
      const [score = "", stretches = ""] = first.split("-");
      return words.t.analysis["loyalty-types"].cells.at({ score, stretches });
    }
    case "loyalty-left":
      return /^\d+$/.test(first) ? loyalty.cells.left({ score: first }) : null;
    default:
      return null;
  }
}

function monthCell(words: CellWords, kind: string, first: string): string | null {
  const month = kind === "month" ? periodWords(words, first) : null;
  return month === null ? null : words.t.analysis.forecast.cells.month({ month });
}

function clusterCell({ t }: CellWords, kind: string, first: string): string | null {
  if (kind !== "cluster" || !/^\d$/.test(first)) return null;
  return t.analysis.clusters.cells.cluster({ number: Number(first) + 1 });
}

function nextOrderCell({ t }: CellWords, kind: string, first: string): string | null {
  const words = t.analysis["next-order"];
  const names: Readonly<Record<string, string>> = words.states.names;
  if (kind === "next-week" && /^-?[0-8]$/.test(first))
    return words.cells.week({ name: weekName(Number(first), words) });
  const name = kind === "next" && Object.hasOwn(names, first) ? names[first] : undefined;
  return name === undefined ? null : words.cells.state({ name });
}

function healthCell(t: HealthMessages, kind: string, first: string): string | null {
  const { cells, measures } = t;
  const short: Readonly<Record<string, string>> = t.bands.short;
  const names: Readonly<Record<string, string>> = measures;
  const band = Object.hasOwn(short, first) ? short[first] : undefined;
  const measure = Object.hasOwn(names, first) ? names[first] : undefined;
  if (kind === "health-call") return cells.call;
  if (kind === "health" && band !== undefined) return cells.band({ name: band });
  if (kind === "health-low" && measure !== undefined) return cells.low({ name: measure });
  if (kind === "health-score" && /^\d$/.test(first))
    return cells.score({ from: Number(first) * 10, to: Number(first) * 10 + 10 });
  return null;
}

function leaverCell({ t, format }: CellWords, kind: string, first: string): string | null {
  const { cells } = t.analysis["churn-model"];
  const calls = t.analysis.targeting.cells;
  if (kind === "at-risk") return cells.atRisk;
  if (kind === "call") return calls.call;
  if (kind === "contact") return calls.contact;
  if (kind === "left-alone") return calls.leftAlone;
  if (kind === "not-worth") return calls.notWorth;
  if (kind === "first" && /^\d+$/.test(first)) return calls.first({ customers: Number(first) });
  if (!/^\d{1,3}$/.test(first)) return null;
  const number = Number(first);
  switch (kind) {
    case "chance":
      return cells.chance({
        from: format.percent(number / 10),
        to: format.percent((number + 1) / 10),
      });
    case "tested":
      return cells.tested({ number: number + 1 });
    case "held":
      return cells.held({ percent: number });
    default:
      return null;
  }
}

function periodWords({ format }: CellWords, key: string): string | null {
  const period = readPeriodKey(key);
  return period === null ? null : format.periodName(period);
}
