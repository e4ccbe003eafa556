import type { AttractivenessResult } from "../../src/analyses/attractiveness/spec";
import type { SourcesResult } from "../../src/analyses/sources/spec";
import type { CellCount } from "./cells";

export const sourcesCells = ({ headline, sources, referrals }: SourcesResult): CellCount[] => [
  ["all", headline.customers],
  ...sources.flatMap(({ place, customers, newcomers, again }): CellCount[] => [
    [`source:${place}`, customers],
    [`source-new:${place}`, newcomers],
    ...(again === null ? [] : [[`source-again:${place}`, again.customers] as const]),
  ]),
  ...(referrals === null
    ? []
    : ([
        ["referred", referrals.referred],
        ["referrers", referrals.referrers],
        ...referrals.lines
          .filter(({ all }) => all > 0)
          .map(({ row, all }) => [`referred-by:${row}`, all] as const),
      ] as const)),
];

export const attractivenessCells = ({ headline, groups }: AttractivenessResult): CellCount[] => [
  ["all", headline.customers],
  ["attractive-new", headline.newcomers],
  ...groups.flatMap(({ place, customers, lost }): CellCount[] => [
    [`attractive:${place}`, customers],
    [`attractive-lost:${place}`, lost?.customers ?? 0],
  ]),
];
