import { weekName } from "../../../../analyses/next-order/week-name";
import { readPeriodKey } from "../../../../domain/period-key";
import { own, partsOf, periodWords, type CellName } from "./cell";

const lifeCell: CellName = (words, cell) => {
  const [kind, first, second] = partsOf(cell);
  const { cells } = words.t.customers;
  const stages = words.t.analysis.lifecycle.stages.names;
  const stage = (id: string): string => own(stages, id) ?? id;
  switch (kind) {
    case "state":
    case "ledger": {
      const state = own(cells.states, second);
      const when = periodWords(words, first);
      return state === null || when === null ? null : cells.state({ state, when });
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
    case "cohort-group": {
      if (!/^\d+$/.test(first) || !/^\d+$/.test(second)) return null;
      const { groupCell } = words.t.analysis.cohorts;
      return groupCell({ place: Number(first) + 1, offset: Number(second) });
    }
    default:
      return null;
  }
};

const monthCell: CellName = (words, cell) => {
  const [kind, first] = partsOf(cell);
  const month = kind === "month" ? periodWords(words, first) : null;
  return month === null ? null : words.t.analysis.forecast.cells.month({ month });
};

const nextOrderCell: CellName = ({ t }, cell) => {
  const [kind, first] = partsOf(cell);
  const words = t.analysis["next-order"];
  if (kind === "next-week" && /^-?[0-8]$/.test(first))
    return words.cells.week({ name: weekName(Number(first), words) });
  const name = kind === "next" ? own(words.states.names, first) : null;
  return name === null ? null : words.cells.state({ name });
};

const moveCell: CellName = ({ t }, cell) => {
  const [kind, first, second] = partsOf(cell);
  const { stages, cells } = t.analysis["stage-flow"];
  if (kind === "stage-now") {
    const name = own(stages, first);
    return name === null ? null : cells.now({ name });
  }
  if (kind !== "stage-move") return null;
  const [from, to] = [own(stages, first), own(stages, second)];
  return from === null || to === null ? null : cells.move({ from, to });
};

const relationCell: CellName = ({ t }, cell) => {
  const { cells, stages } = t.analysis["relation-stages"];
  if (cell === "relation-near") return cells.near;
  const [kind, first] = partsOf(cell);
  if (kind !== "relation") return null;
  if (first === "left") return cells.left;
  const name = own(stages, first);
  return name === null ? null : cells.stage({ name });
};

/** Cells of the life cycle: ledger, stages and moves between them, stages of the relation, cohorts, forecast, next order. */
export const lifeCycleCell: CellName = (words, cell) =>
  lifeCell(words, cell) ??
  monthCell(words, cell) ??
  nextOrderCell(words, cell) ??
  moveCell(words, cell) ??
  relationCell(words, cell);
