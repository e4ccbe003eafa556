import type { ListFile } from "../../page/ui/list-file";
import type { WinbackLine } from "./spec";
import { tacticText, type Words } from "./view-model";

/** Words that all lists share. */
export interface ListWords {
  readonly rank: string;
  readonly key: string;
  readonly name: string;
}

/** The lost customers that are worth an attempt, as a file; its columns are always the same. */
export function winbackFile(shared: ListWords, words: Words): ListFile<WinbackLine> {
  const { t } = words;
  const { list, causes } = t;
  return {
    name: list.file,
    columns: [
      { header: shared.rank, kind: "count", cell: (_, rank) => rank },
      { header: shared.key, kind: "text", cell: ({ key }) => key },
      { header: shared.name, kind: "text", cell: ({ name }) => name },
      { header: list.score, kind: "money", cell: ({ score }) => score },
      { header: list.chance, kind: "number", cell: ({ chance }) => chance },
      { header: list.value, kind: "money", cell: ({ value }) => value },
      { header: list.brokeOn, kind: "day", cell: ({ brokeOn }) => brokeOn },
      {
        header: list.clock,
        kind: "text",
        cell: ({ stage }) => (stage === "early" ? list.early : list.inWindow),
      },
      { header: list.daysLeft, kind: "count", cell: ({ daysLeft }) => daysLeft },
      {
        header: causes.cause,
        kind: "text",
        cell: ({ cause }) => (cause === null ? null : causes.names[cause]),
      },
      { header: list.tactic, kind: "text", cell: (line) => tacticText(line, words) },
      {
        header: list.part,
        kind: "text",
        cell: ({ isLeftAlone }) => (isLeftAlone ? list.alone : list.contact),
      },
    ],
  };
}
