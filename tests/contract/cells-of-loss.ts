import {
  CAMPAIGN_PARTS,
  type CampaignReadoutResult,
} from "../../src/analyses/campaign-readout/spec";
import type { CreditLadderResult } from "../../src/analyses/credit-ladder/spec";
import type { PartialLossResult } from "../../src/analyses/partial-loss/spec";
import type { WinbackResult } from "../../src/analyses/winback/spec";
import type { CellCount } from "./cells";

export const lessCells = (result: PartialLossResult): CellCount[] =>
  result.refusal !== null
    ? []
    : [
        ["less", result.overall + result.inCategories],
        ["less:overall", result.overall],
        ["less:categories", result.inCategories],
        ["less:stopped", result.stopped],
        ["less:tested", result.tested],
        ...result.categories.map(({ customers }, i): CellCount => [
          `less-category:${i}`,
          customers,
        ]),
        ...result.lines.map((_, i): CellCount => [`less-line:${i}`, 1]),
      ];

export const winbackCells = (result: WinbackResult): CellCount[] =>
  result.source === null
    ? []
    : [
        ["back:lost", result.lost],
        ["back:returned", result.returned],
        ["back:early", result.early],
        ["back:open", result.open],
        ["back:closed", result.closed],
        ["back:excluded", result.excluded],
        ["back:won", result.wonBack],
        ["back:list", result.listed],
        ["back:not-worth", result.notWorth],
        ["back:contact", result.trial === null ? 0 : result.trial.contacted],
        ["back:left-alone", result.trial === null ? 0 : result.trial.leftAlone],
        ...result.tactics.map(({ tactic, customers }): CellCount => [
          `back:tactic:${tactic}`,
          customers,
        ]),
        ...result.curve.map(({ month, customers }): CellCount => [
          `back:month:${month}`,
          customers,
        ]),
      ];

export const creditCells = (result: CreditLadderResult): CellCount[] =>
  result.gap !== null
    ? []
    : [
        ["credit:all", result.n],
        ["credit:broken", result.promises === null ? 0 : result.promises.breakers],
        ["credit:high", result.headline.step3 + result.headline.step4],
        ["credit:disputed", result.disputed],
        ...result.steps.map(({ step, customers }): CellCount => [`credit:${step}`, customers]),
        ...(result.lost ?? []).flatMap(({ kind, customers, high }): CellCount[] => [
          [`credit-lost:${kind}`, customers],
          [`credit-lost-high:${kind}`, high],
        ]),
      ];

export const campaignCells = ({ campaigns }: CampaignReadoutResult): CellCount[] =>
  campaigns.flatMap(({ key, contacted, alone }) => {
    const counts = [contacted.size, alone.size, contacted.hits, alone.hits];
    return CAMPAIGN_PARTS.map((part, i): CellCount => [`campaign:${key}:${part}`, counts[i]!]);
  });
