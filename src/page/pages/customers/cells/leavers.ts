import { own, partsOf, type CellName } from "./cell";

const leaverCell: CellName = ({ t, format }, cell) => {
  const [kind, first] = partsOf(cell);
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
};

const healthCell: CellName = ({ t: { analysis } }, cell) => {
  const [kind, first] = partsOf(cell);
  const t = analysis.health;
  const { cells, measures } = t;
  const band = own(t.bands.short, first);
  const measure = own(measures, first);
  if (kind === "health-call") return cells.call;
  if (kind === "health" && band !== null) return cells.band({ name: band });
  if (kind === "health-low" && measure !== null) return cells.low({ name: measure });
  if (kind === "health-score" && /^\d$/.test(first))
    return cells.score({ from: Number(first) * 10, to: Number(first) * 10 + 10 });
  return null;
};

const lessCell: CellName = ({ t: { analysis } }, cell) => {
  const [kind, first] = partsOf(cell);
  const { cells } = analysis["partial-loss"];
  if (cell === "less") return cells.less;
  if (kind === "less") {
    const { overall, categories, stopped, tested } = cells;
    return own({ overall, categories, stopped, tested }, first);
  }
  if (!/^\d{1,5}$/.test(first)) return null;
  const at = { place: Number(first) + 1 };
  if (kind === "less-line") return cells.line(at);
  return kind === "less-category" ? cells.category(at) : null;
};

const backCell: CellName = ({ t: { analysis } }, cell) => {
  const [kind, group, which] = partsOf(cell);
  if (kind !== "back") return null;
  const { cells, tactics } = analysis.winback;
  const { tactic, month, ...plain } = cells;
  if (group === "month") return /^[1-9]\d?$/.test(which) ? month({ month: Number(which) }) : null;
  if (group !== "tactic") return own(plain, group);
  const name = own(tactics, which);
  return name === null ? null : tactic({ name });
};

const creditCell: CellName = ({ t: { analysis } }, cell) => {
  const [kind, which] = partsOf(cell);
  const t = analysis["credit-ladder"];
  const { step, lost, lostHigh, ...plain } = t.cells;
  if (kind === "credit") {
    if (which === "high") return step({ name: `${t.steps[3]} · ${t.steps[4]}` });
    const name = own(t.steps, which);
    return name === null ? own(plain, which) : step({ name });
  }
  const name = own(t.lost.kinds, which);
  if (name === null) return null;
  if (kind === "credit-lost") return lost({ name });
  return kind === "credit-lost-high" ? lostHigh({ name }) : null;
};

const campaignCell: CellName = ({ t: { analysis } }, cell) => {
  const [kind, , part] = partsOf(cell);
  return kind === "campaign" ? own(analysis["campaign-readout"].cells, part) : null;
};

/** Cells of those who may leave: chances, whom to call, early warning, who buys less, whom to win back, whose credit to end, campaigns. */
export const leavingCell: CellName = (words, cell) =>
  leaverCell(words, cell) ??
  healthCell(words, cell) ??
  lessCell(words, cell) ??
  backCell(words, cell) ??
  creditCell(words, cell) ??
  campaignCell(words, cell);
