import type { Messages } from "../../../i18n/messages";

type Words = Messages["customers"];

/**
 * Which customers a cell of an analysis holds, in words for the chip above the table. A cell that has no words here, of an
 * analysis that is newer than this list, is named by its id.
 */
export function cellWords(words: Words, cell: string): string {
  const [kind = "", first = "", second = ""] = cell.split(":");
  return (
    valueCell(words, kind, first) ??
    scoreCell(words, kind, first, second) ??
    lifeCell(words, kind, first, second) ??
    words.cells.unknown({ cell })
  );
}

function valueCell({ cells }: Words, kind: string, first: string): string | null {
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

function scoreCell(words: Words, kind: string, first: string, second: string): string | null {
  const { cells } = words;
  switch (kind) {
    case "segment":
      return cells.segment({ name: segmentName(words, first) });
    case "cell": {
      const [r = "", f = ""] = first.split("-");
      return cells.scoreCell({ r, f });
    }
    case "score":
      return cells.scores({ scores: first });
    case "move": {
      const name = (id: string): string =>
        id === "none" ? cells.noSegment : segmentName(words, id);
      return cells.moved({ from: name(first), to: name(second) });
    }
    default:
      return null;
  }
}

function lifeCell(words: Words, kind: string, first: string, second: string): string | null {
  const { cells } = words;
  const states: Readonly<Record<string, string>> = cells.states;
  const stages: Readonly<Record<string, string>> = words.stages;
  switch (kind) {
    case "state":
    case "ledger":
      return cells.state({ state: states[second] ?? second, when: cells.thatPeriod });
    case "stage":
      return cells.stage({ name: stages[first] ?? first });
    case "flow":
      return cells.flow({ from: stages[first] ?? cells.none, to: stages[second] ?? cells.none });
    case "cohort":
      return cells.cohort({ offset: Number(second) });
    default:
      return null;
  }
}

/** Name of an RFM segment; the 27 cells and unknown segments are named by their id. */
export function segmentName(words: Words, id: string): string {
  return Object.hasOwn(words.segments, id) ? (words.segments[id] ?? id) : id;
}
