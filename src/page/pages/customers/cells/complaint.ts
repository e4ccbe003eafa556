import { batchOfLot } from "../../../../analyses/complaint-causes/lot-id";
import { STEP_HOURS } from "../../../../analyses/response-effect/spec";
import { own, periodWords, type CellName, type CellWords } from "./cell";

/** Which customers a cell of the complaint analyses holds, in words; null for any other cell. */
export const complaintCell: CellName = (words, cell) => {
  const { t } = words;
  const { cells, steps, groups } = t.analysis.sla;
  const [kind, first = "", ...rest] = cell.split(":");
  switch (kind) {
    case "complaint":
      return own(parts(cells), first);
    case "complaint-step": {
      const step = own(steps.waitingIn, first);
      return step === null ? null : cells.step({ step });
    }
    case "complaint-by": {
      const dimension = own(groups.dimensions, first);
      return dimension === null ? null : cells.by({ dimension, name: rest.join(":") });
    }
    case "complaint-month": {
      const when = periodWords(words, first);
      return when === null ? null : cells.month({ when });
    }
    case "response-in":
    case "response-lost":
      return responseCell(t.analysis["response-effect"], kind, first);
    case "complaint-stay":
    case "complaint-left": {
      const { cells: stays, groups } = t.analysis["complaint-retention"];
      const name = own(groups, first);
      if (name === null) return null;
      return kind === "complaint-stay" ? stays.stay({ name }) : stays.left({ name });
    }
    case "signal-now":
    case "signal-hit": {
      const { cells: signs, signals } = t.analysis["complaint-signals"];
      const name = own(signals, first);
      if (name === null) return null;
      return kind === "signal-now" ? signs.now({ name }) : signs.hit({ name });
    }
    case "service":
    case "service-month":
      return serviceCell(words, kind, [first, ...rest]);
    default:
      return causeCell(t.analysis["complaint-causes"], kind, [first, ...rest].join(":"));
  }
};

function responseCell(
  t: CellWords["t"]["analysis"]["response-effect"],
  kind: "response-in" | "response-lost",
  step: string,
): string | null {
  const wait = waitOf(t, step);
  if (wait === null) return null;
  return kind === "response-in" ? t.cells.in({ wait }) : t.cells.lost({ wait });
}

/** 24–48 hours, from the end of the step in the cell. */
function waitOf(t: CellWords["t"]["analysis"]["response-effect"], step: string): string | null {
  if (step === "more") return t.beyond({ hours: Math.max(...STEP_HOURS) });
  const place = STEP_HOURS.findIndex((hours) => String(hours) === step);
  const [from, to] = [STEP_HOURS[place - 1], STEP_HOURS[place]];
  if (to === undefined) return null;
  return from === undefined ? t.within({ hours: to }) : t.between({ from, to });
}

function serviceCell(
  words: CellWords,
  kind: "service" | "service-month",
  [measure = "", which = ""]: readonly string[],
): string | null {
  const { cells } = words.t.analysis.service;
  const name = own(cells.measures, measure);
  if (name === null) return null;
  if (kind === "service-month") {
    const when = periodWords(words, which);
    return when === null ? null : cells.month({ name, when });
  }
  if (which === "all") return cells.all({ name });
  return which === "missed" ? cells.missed({ name }) : null;
}

function causeCell(
  t: CellWords["t"]["analysis"]["complaint-causes"],
  kind: string | undefined,
  name: string,
): string | null {
  const { cells, bones, sides, after } = t;
  const worded = (
    names: Readonly<Record<string, string>>,
    word: (p: { name: string }) => string,
  ) => {
    const found = own(names, name);
    return found === null ? null : word({ name: found });
  };
  switch (kind) {
    case "complaint-cause":
      return cells.cause({ name });
    case "complaint-batch":
      return cells.batch({ name });
    case "complaint-product":
      return cells.product({ name });
    case "complaint-lot":
    case "complaint-lot-buyers":
    case "complaint-lot-silent":
      return lotCell(cells, kind, name);
    case "complaint-bone":
      return worded(bones.names, cells.bone);
    case "complaint-side":
      return worded(sides.names, cells.side);
    case "complaint-origin":
      return worded(sides.origins, cells.cause);
    case "complaint-after":
      return worded(after.names, cells.after);
    case "complaint-named":
      return name === "repeat" ? cells.repeat : cells.named;
    default:
      return null;
  }
}

function lotCell(
  { lot, buyers, silent }: CellWords["t"]["analysis"]["complaint-causes"]["cells"],
  kind: "complaint-lot" | "complaint-lot-buyers" | "complaint-lot-silent",
  id: string,
): string | null {
  const name = batchOfLot(id);
  if (name === null) return null;
  return {
    "complaint-lot": lot,
    "complaint-lot-buyers": buyers,
    "complaint-lot-silent": silent,
  }[kind]({ name });
}

type Cells = CellWords["t"]["analysis"]["sla"]["cells"];

/** The cells that need nothing filled in. */
function parts({ all, met, missed, pending, open, stuck, late }: Cells) {
  return { all, met, missed, pending, open, stuck, late };
}
