import type { DeskCase } from "../../../queries/case-types";
import { marksText, momentText, stepText, type DeskWords } from "./desk-words";

/** A column of a `DataTable` of cases. */
interface DeskColumn {
  readonly id: string;
  readonly label: string;
  readonly numeric?: boolean;
  readonly wraps?: boolean;
  readonly narrow?: "title";
  readonly text: (one: DeskCase) => string;
}

/** What the desk says of each case. @param hasPriorities some case has one */
export function deskColumns(words: DeskWords, hasPriorities: boolean): readonly DeskColumn[] {
  const { t, format } = words;
  return [
    {
      id: "customer",
      label: t.columns.customer,
      text: (row) => row.name ?? t.nobody,
      narrow: "title",
    },
    { id: "id", label: t.columns.id, text: (row) => row.id ?? format.dash },
    { id: "opened", label: t.columns.opened, text: (row) => momentText(words, row.openedAt) },
    { id: "step", label: t.columns.step, text: (row) => stepText(words, row) },
    {
      id: "waited",
      label: t.columns.waited,
      numeric: true,
      text: (row) => (row.step === null ? format.dash : format.days(Math.floor(row.waitedDays))),
    },
    { id: "owner", label: t.owner, text: (row) => row.owner ?? format.dash },
    { id: "severity", label: t.severity, text: (row) => row.severity ?? format.dash },
    ...(hasPriorities
      ? [
          {
            id: "priority",
            label: t.columns.priority,
            text: (row: DeskCase) => row.priority ?? format.dash,
          },
        ]
      : []),
    { id: "marks", label: t.columns.marks, wraps: true, text: (row) => marksText(words, row) },
  ];
}
