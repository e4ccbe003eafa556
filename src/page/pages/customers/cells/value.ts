import { AGAINST } from "../../../../analyses/disagreement/spec";
import { own, partsOf, type CellName } from "./cell";

const valueCell: CellName = ({ t }, cell) => {
  const [kind, first] = partsOf(cell);
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
};

const profitCell: CellName = ({ t }, cell) => {
  const [kind, first, second] = partsOf(cell);
  const { cells, causes, levels } = t.analysis.whale;
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
      if (cause !== null) return cells.lossBy({ cause });
      return first === "" ? cells.loss : null;
    }
    case "level": {
      const [profit, potential] = [own(levels.profit, first), own(levels.potential, second)];
      if (profit === null || potential === null) return null;
      return levels.cell({ profit, potential });
    }
    default:
      return null;
  }
};

const outlookCell: CellName = ({ t, format }, cell) => {
  const [kind, first, second] = partsOf(cell);
  const { grid, cells, wallet } = t.analysis.clv;
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
      const [now, next] = [own(grid.grade, first), own(grid.grade, second)];
      return now === null || next === null ? null : grid.cell({ now, next });
    }
    case "falling":
      return cells.falling;
    case "wallet": {
      const band = own(wallet.bands, first);
      return band === null ? null : cells.wallet({ band });
    }
    default:
      return null;
  }
};

const oddCell: CellName = ({ t }, cell) => {
  const [kind, against, grade, level = "", rest] = cell.split(":");
  const { cells, odd, matrices } = t.analysis.disagreement;
  if (kind === "odd" && grade === undefined) {
    const name = own(odd.names, against ?? "");
    return against === "any" ? cells.any : name && cells.at({ cell: name });
  }
  if (kind !== "odd-cell" || rest !== undefined || !/^[abc]$/.test(grade ?? "")) return null;
  const matrix = AGAINST.find((known) => known === against);
  const name = matrix === undefined ? null : own(matrices[matrix].levels, level);
  if (name === null || grade === undefined) return null;
  return cells.at({ cell: matrices.cell({ grade: grade.toUpperCase(), level: name }) });
};

const gradeCell: CellName = ({ t }, cell) => {
  const [kind, first, second] = partsOf(cell);
  const { cells, grade, reasons, checks } = t.analysis.grades;
  switch (kind) {
    case "moved":
      return cells.moved;
    case "up":
      return cells.up;
    case "down":
      return cells.down;
    case "by-hand":
      return cells.hand;
    case "base": {
      const name = own(grade, first);
      return name === null ? null : cells.base({ grade: name });
    }
    case "reason": {
      if (first !== "arrears" && first !== "growth" && first !== "decline") return null;
      return cells.reason({ reason: reasons[first] });
    }
    case "breach": {
      const check = own(checks.names, first);
      if (check !== null) return cells.breachOf({ check });
      return first === "" ? cells.breach : null;
    }
    case "flow": {
      const [from, to] = [own(grade, first), own(grade, second)];
      return from === null || to === null ? null : cells.flow({ from, to });
    }
    default:
      return null;
  }
};

const coreCell: CellName = ({ t }, cell) => {
  const [kind, first] = partsOf(cell);
  const { cells } = t.analysis["core-customers"];
  if (kind === "core") return cells.core;
  if (kind !== "kind") return null;
  return first === "top" || first === "promising" || first === "fading" ? cells[first] : null;
};

const steadyCell: CellName = ({ t }, cell) => {
  const [kind, first, second] = partsOf(cell);
  const { cells, grade, demand, trials } = t.analysis.xyz;
  switch (kind) {
    case "borderline":
      return cells.borderline;
    case "xyz": {
      const name = own(demand, first);
      return name === null ? null : cells.demand({ demand: name });
    }
    case "abc": {
      const [large, steady] = [own(grade, first), own(demand, second)];
      if (large === null || steady === null) return null;
      return cells.cell({ grade: large, demand: steady });
    }
    case "changed": {
      const trial = own(trials.names, first);
      return trial === null ? null : cells.changed({ trial });
    }
    default:
      return null;
  }
};

/** Cells of value: who carries, who earns, who will. */
export const worthCell: CellName = (words, cell) =>
  valueCell(words, cell) ??
  profitCell(words, cell) ??
  outlookCell(words, cell) ??
  oddCell(words, cell) ??
  gradeCell(words, cell) ??
  coreCell(words, cell) ??
  steadyCell(words, cell);
