import type { NonResponseResult } from "../../src/analyses/non-response/spec";
import type { LoyaltyResult } from "../../src/analyses/loyalty-curve/spec";
import type { LoyaltyTypesResult } from "../../src/analyses/loyalty-types/spec";
import type { HistoryResult } from "../../src/analyses/satisfaction-history/spec";
import type { WordOfMouthResult } from "../../src/analyses/word-of-mouth/spec";
import type { CellCount } from "./cells";

export const loyaltyCells = ({ headline, steps }: LoyaltyResult): CellCount[] => [
  ["all", headline.n],
  ...steps.flatMap(({ score, customers, repeaters }): CellCount[] => [
    [`loyalty:${score}`, customers],
    [`loyalty-left:${score}`, customers - repeaters],
  ]),
];

export const loyaltyTypeCells = ({
  headline,
  types,
  cells,
  switching,
}: LoyaltyTypesResult): CellCount[] => [
  ["all", headline.n],
  ...(switching === null
    ? []
    : (["tied", "free"] as const).map((side): CellCount => [
        `loyal-hostage:${side}`,
        switching[side].customers,
      ])),
  ...types.map(({ type, customers }): CellCount => [`loyal-type:${type}`, customers]),
  ...cells.map(({ score, stretches, customers }): CellCount => [
    `loyal-at:${score}-${stretches}`,
    customers,
  ]),
];

export const historyCells = ({ headline, standings, cells }: HistoryResult): CellCount[] => [
  ["all", headline.n],
  ...standings.map(({ id, customers }): CellCount => [`built:${id}`, customers]),
  ...cells.map(({ score, bin, customers }): CellCount => [`built-at:${score}_${bin}`, customers]),
];

export const mouthCells = ({ customers, curves }: WordOfMouthResult): CellCount[] => [
  ["all", customers],
  ...curves.flatMap(({ outcome, events, steps }): CellCount[] => [
    [`mouth:${outcome}`, events],
    ...steps.map((step): CellCount => [`mouth-${outcome}:${step.score}`, step.customers]),
  ]),
];

export const nonResponseCells = ({ headline, groups }: NonResponseResult): CellCount[] => [
  ["all", headline.asked],
  ["voice:answered", headline.answered],
  ["voice:silent", headline.asked - headline.answered],
  ...groups.flatMap(({ asked, answered }, i): CellCount[] => [
    [`voice-group:${i}`, answered],
    [`voice-silent:${i}`, asked - answered],
  ]),
];
