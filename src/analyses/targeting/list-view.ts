import type { ListFile } from "../../page/ui/list-file";
import type { TargetingLine } from "./spec";
import type { Words } from "./view-model";

/** Words that all lists share. */
export interface ListWords {
  readonly rank: string;
  readonly key: string;
  readonly name: string;
}

/** Why a customer is on the list in one line, for those who take it over. */
export const whyText = ({ chance, profit }: TargetingLine, words: Words): string =>
  words.t.list.why({
    chance: words.format.percent(chance),
    profit: words.format.money(profit, words.currency),
  });

/** The customers that are worth a contact, as a file; its columns are always the same. */
export function callFile(shared: ListWords, { t }: Words): ListFile<TargetingLine> {
  const { contact, alone } = t.list;
  return {
    name: t.name,
    columns: [
      { header: shared.rank, kind: "count", cell: (_, rank) => rank },
      { header: shared.key, kind: "text", cell: ({ key }) => key },
      { header: shared.name, kind: "text", cell: ({ name }) => name },
      { header: t.list.profit, kind: "money", cell: ({ profit }) => profit },
      { header: t.list.chance, kind: "number", cell: ({ chance }) => chance },
      { header: t.list.value, kind: "money", cell: ({ value }) => value },
      {
        header: t.list.part,
        kind: "text",
        cell: ({ isLeftAlone }) => (isLeftAlone ? alone : contact),
      },
    ],
  };
}
