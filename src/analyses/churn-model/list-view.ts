import type { ListFile } from "../../page/ui/list-file";
import type { AtRiskLine } from "./spec";
import { reasonText, type Modelled, type Words } from "./view-model";

/** Words that all lists share. */
export interface ListWords {
  readonly rank: string;
  readonly key: string;
  readonly name: string;
  readonly yes: string;
  readonly no: string;
}

/** What the model says of a customer in one line, for those who take it over. */
export function whyText(line: AtRiskLine, { card }: Modelled, words: Words): string {
  const { t, format } = words;
  const chance = format.percent(line.chance);
  const reasons = reasonText(line, card, words);
  return reasons === format.dash ? t.list.whyPlain({ chance }) : t.list.why({ chance, reasons });
}

/** All of today's customers by their chance of leaving, as a file; its columns are always the same. */
export function riskFile(
  { card, list }: Modelled,
  shared: ListWords,
  words: Words,
): ListFile<AtRiskLine> {
  const { t, format } = words;
  const reasons = (line: AtRiskLine): string | null => {
    const text = reasonText(line, card, words);
    return text === format.dash ? null : text;
  };
  return {
    name: t.list.file,
    columns: [
      { header: shared.rank, kind: "count", cell: (_, rank) => rank },
      { header: shared.key, kind: "text", cell: ({ key }) => key },
      { header: shared.name, kind: "text", cell: ({ name }) => name },
      { header: t.list.fileChance, kind: "number", cell: ({ chance }) => chance },
      {
        header: t.list.high,
        kind: "text",
        cell: ({ chance }) => (chance >= list.atRisk.from ? shared.yes : shared.no),
      },
      { header: t.list.year, kind: "money", cell: ({ year }) => year },
      { header: t.list.atStake, kind: "money", cell: ({ atStake }) => atStake },
      { header: t.list.reasons, kind: "text", cell: reasons },
    ],
  };
}
