import type { AnalysisId } from "../../src/analyses";
import type { BasketResult } from "../../src/analyses/basket/spec";
import type { ClustersResult } from "../../src/analyses/clusters/spec";
import type { ChurnModelResult } from "../../src/analyses/churn-model/spec";
import type { ClvResult } from "../../src/analyses/clv/spec";
import type { CausesResult } from "../../src/analyses/complaint-causes/spec";
import type { CohortsResult } from "../../src/analyses/cohorts/spec";
import type { CoreResult } from "../../src/analyses/core-customers/spec";
import type { CoxResult } from "../../src/analyses/cox/spec";
import type { CrossResult } from "../../src/analyses/cross-tab/spec";
import type { ForecastResult } from "../../src/analyses/forecast/spec";
import type { DisagreementResult } from "../../src/analyses/disagreement/spec";
import type { FeedbackResult } from "../../src/analyses/feedback-text/spec";
import type { GradesResult } from "../../src/analyses/grades/spec";
import type { HealthResult } from "../../src/analyses/health/spec";
import type { LifecycleResult } from "../../src/analyses/lifecycle/spec";
import type { NextOrderResult } from "../../src/analyses/next-order/spec";
import type { OverviewResult } from "../../src/analyses/overview/spec";
import type { ParetoResult } from "../../src/analyses/pareto/spec";
import type { ProductLifeResult } from "../../src/analyses/product-life/spec";
import type { BridgeResult } from "../../src/analyses/revenue-bridge/spec";
import type { RenewalsResult } from "../../src/analyses/renewals/spec";
import type { RfmResult } from "../../src/analyses/rfm/spec";
import type { SlaResult } from "../../src/analyses/sla/spec";
import type { ChurnCausesResult } from "../../src/analyses/churn-causes/spec";
import type { RelationResult } from "../../src/analyses/relation-stages/spec";
import { FLOW_STAGES, type StageFlowResult } from "../../src/analyses/stage-flow/spec";
import type { SurvivalResult } from "../../src/analyses/survival/spec";
import type { TargetingResult } from "../../src/analyses/targeting/spec";
import type { WhaleResult } from "../../src/analyses/whale/spec";
import type { XyzResult } from "../../src/analyses/xyz/spec";
import { campaignCells, creditCells, lessCells, winbackCells } from "./cells-of-loss";
import {
  historyCells,
  loyaltyCells,
  loyaltyTypeCells,
  mouthCells,
  nonResponseCells,
} from "./cells-of-loyalty";
import { attractivenessCells, sourcesCells } from "./cells-of-segments";
import { responseCells, retentionCells, serviceCells, signalCells } from "./cells-of-service";
import { csatCells, csiCells, deliveredCells, driversCells, npsCells } from "./cells-of-surveys";
import { periodKey } from "../../src/domain/period-key";
import { firstDayOfMonth } from "../../src/kernel/base/calendar";

/** A cell of a result and how many customers the result says are behind it. */
export type CellCount = readonly [cell: string, customers: number];

const paretoCells = (result: ParetoResult): CellCount[] => [
  ["all", result.customers],
  ["grade:a", result.headline.gradeA],
  ["grade:b", result.headline.gradeB],
  ["grade:c", result.headline.gradeC],
  ["top:80", result.customersFor80],
  ["share:20", result.topShares.find(({ percent }) => percent === 20)!.customers],
  ["non-positive", result.nonPositive.customers],
];

const gradesCells = (result: GradesResult): CellCount[] => [
  ["all", result.customers],
  ["moved", result.headline.moved],
  ["up", result.up],
  ["down", result.down],
  ["by-hand", result.headline.overrides],
  ["breach", result.breachCustomers],
  ...result.grades.flatMap(({ grade, customers, baseCustomers }): CellCount[] => [
    [`grade:${grade}`, customers],
    [`base:${grade}`, baseCustomers],
  ]),
  ...result.reasons.map(({ reason, customers }): CellCount => [`reason:${reason}`, customers]),
  ...result.checks.map(({ check, breaches }): CellCount => [`breach:${check}`, breaches]),
  ...(result.flow?.cells ?? []).map(({ from, to, customers }): CellCount => [
    `flow:${from}:${to}`,
    customers,
  ]),
];

const coreCells = ({ headline }: CoreResult): CellCount[] => [
  ["all", headline.customers],
  ["core", headline.core],
  ["kind:top", headline.top],
  ["kind:promising", headline.promising],
  ["kind:fading", headline.fading],
];

const xyzCells = ({ headline, customers, young, cells, trials }: XyzResult): CellCount[] => [
  ["all", customers],
  ["xyz:x", headline.x],
  ["xyz:y", headline.y],
  ["xyz:z", headline.z],
  ["xyz:none", young],
  ["borderline", headline.borderline],
  ...cells.map((cell): CellCount => [`abc:${cell.grade}:${cell.demand}`, cell.customers]),
  ...trials.map(({ trial, changed }): CellCount => [`changed:${trial}`, changed]),
];

const rfmCells = (result: RfmResult): CellCount[] => [
  ["all", result.customers],
  ...result.segments.map(({ id, customers }): CellCount => [`segment:${id}`, customers]),
  ...result.grid.map(({ r, f, customers }): CellCount => [`cell:${r}-${f}`, customers]),
];

const lifecycleCells = (result: LifecycleResult): CellCount[] => [
  ...result.periods.flatMap(({ key, heads }): CellCount[] => [
    [`state:${key}:new`, heads.new],
    [`state:${key}:returning`, heads.returning],
    [`state:${key}:wonBack`, heads.wonBack],
    [`state:${key}:lost`, heads.lost],
  ]),
  ...result.stages.map(({ stage, customers }): CellCount => [`stage:${stage}`, customers]),
];

const cohortCells = (result: CohortsResult): CellCount[] => [
  ...result.cohorts.flatMap(({ key, customers }) =>
    Array.from(customers, (count, offset): CellCount => [`cohort:${key}:${offset}`, count]),
  ),
  ...(result.byValue?.groups ?? []).flatMap(({ place, size, cells }): CellCount[] => [
    [`cohort-group:${place}:0`, size],
    ...cells
      .slice(1)
      .map(({ offset, customers }): CellCount => [`cohort-group:${place}:${offset}`, customers]),
  ]),
];

const relationCells = (result: RelationResult): CellCount[] => [
  ...result.stages.map(({ stage, customers }): CellCount => [`relation:${stage}`, customers]),
  ["relation:left", result.left.customers],
  ["relation-near", result.near],
];

const overviewCells = (result: OverviewResult): CellCount[] => [
  ["active", result.figures.active.value],
  ["top80", result.pareto.customersFor80],
  ...result.pareto.grades.map(({ grade, customers }): CellCount => [`grade:${grade}`, customers]),
  ["buying-less", result.buyingLess.count],
  ["returns", result.returns.count],
  ["overdue", result.overdue.count],
  ...result.ledger.flatMap((period): CellCount[] => [
    [`ledger:${period.key}:new`, period.new],
    [`ledger:${period.key}:wonBack`, period.wonBack],
    [`ledger:${period.key}:lost`, period.lost],
  ]),
];

const clvCells = (result: ClvResult): CellCount[] => [
  ["all", result.customers],
  ...Array.from(result.aliveBins, (count, bin): CellCount => [`alive:${bin}`, count]),
  ...result.grid.map(({ now, next, customers }): CellCount => [`grid:${now}:${next}`, customers]),
  [
    "falling",
    result.grid
      .filter(({ now, next }) => now === "a" && next !== "a")
      .reduce((sum, { customers }) => sum + customers, 0),
  ],
  ...(result.wallet?.bands ?? []).map(({ band, customers }): CellCount => [
    `wallet:${band}`,
    customers,
  ]),
];

const whaleCells = ({ whale, levels }: WhaleResult): CellCount[] => {
  if (whale === null) return [];
  const served: CellCount[] =
    levels === null
      ? []
      : [
          ...levels.cells.map(({ profit, potential, customers }): CellCount => [
            `level:${profit}:${potential}`,
            customers,
          ]),
          ["over-served", levels.over.customers],
          ["under-served", levels.under.customers],
        ];
  return [
    ["all", whale.customers],
    ["earning", whale.peakCustomer],
    ["share:20", whale.top20.customers],
    ["loss", whale.lossCustomers],
    ...whale.causes.map(({ cause, customers }): CellCount => [`loss:${cause}`, customers]),
    ...(whale.breakEvenCustomer === null
      ? []
      : [["break-even", whale.breakEvenCustomer] satisfies CellCount]),
    ...served,
  ];
};

const slaCells = ({ behind, steps, groups, trend }: SlaResult): CellCount[] => [
  ...Object.entries(behind).map(([cell, n]): CellCount => [`complaint:${cell}`, n]),
  ...steps.map(({ id, waitingCustomers }): CellCount => [`complaint-step:${id}`, waitingCustomers]),
  ...groups.flatMap(({ dimension, lines }) =>
    lines.map(({ name, customers }): CellCount => [`complaint-by:${dimension}:${name}`, customers]),
  ),
  ...trend.keys.map((key, k): CellCount => [`complaint-month:${key}`, trend.customers[k]!]),
];

const renewalCells = ({ customers, lost, staying, steps }: RenewalsResult): CellCount[] =>
  customers === 0
    ? []
    : [
        ["all", customers],
        ["lost", lost],
        ["staying", staying],
        ...steps.map(({ renewal, asked }): CellCount => [`asked:${renewal}`, asked]),
        ...steps
          .filter(({ asked, kept }) => asked > kept)
          .map(({ renewal, asked, kept }): CellCount => [`left-at:${renewal}`, asked - kept]),
      ];

const survivalCells = ({ all, bands, comparison }: SurvivalResult): CellCount[] =>
  all === null
    ? []
    : [
        ["all", all.n],
        ["lost", all.events],
        ["staying", all.n - all.events],
        ...bands
          .filter(({ lost }) => lost > 0)
          .map(({ index, lost }): CellCount => [`band:${index}`, lost]),
        ...(comparison?.groups ?? []).flatMap(({ n, events }, i): CellCount[] => [
          [`group:${i}`, n],
          [`group-lost:${i}`, events],
        ]),
      ];

const coxCells = ({ n, events, missing, columns, model }: CoxResult): CellCount[] =>
  columns.length === 0
    ? []
    : [
        ["all", n],
        ["lost", events],
        ["missing", missing],
        ...(model?.terms ?? []).map(({ customers }, i): CellCount => [`factor:${i}`, customers]),
      ];

const churnModelCells = ({ card, list }: ChurnModelResult): CellCount[] =>
  card === null || list === null
    ? []
    : [
        ["all", list.customers],
        ["at-risk", list.atRisk.customers],
        ...Array.from(list.bins, (count, bin): CellCount => [`chance:${bin}`, count]),
        ...card.groups.map(({ customers }, i): CellCount => [`tested:${i}`, customers]),
        ...card.gains.map(({ percent, customers }): CellCount => [`held:${percent}`, customers]),
      ];

const forecastCells = ({ fromMonth, customers }: ForecastResult): CellCount[] =>
  Array.from(customers.actual, (count, k): CellCount => {
    const [fromDay, toDay] = [firstDayOfMonth(fromMonth + k), firstDayOfMonth(fromMonth + k + 1)];
    return [`month:${periodKey("month", fromDay, toDay - 1)}`, count];
  });

const clusterCells = ({ customers, clusters }: ClustersResult): CellCount[] => [
  ["all", customers],
  ...clusters.map((line, place): CellCount => [`cluster:${place}`, line.customers]),
];

const nextOrderCells = ({ headline, states, weeks }: NextOrderResult): CellCount[] => [
  ["all", headline.withRhythm],
  ...states.map(({ state, customers }): CellCount => [`next:${state}`, customers]),
  ...weeks.map(({ week, customers }): CellCount => [`next-week:${week}`, customers]),
];
const churnCausesCells = (result: ChurnCausesResult): CellCount[] => [
  ...result.codes.lines.map(({ customers }, i): CellCount => [`exit-code:${i}`, customers]),
  ...(result.causes.length === 0 ? [] : drawnCauseCells(result)),
];

const drawnCauseCells = (result: ChurnCausesResult): CellCount[] => [
  ["all", result.n],
  ["lost", result.events],
  ...result.causes.map(({ code, events }): CellCount => [`cause:${code}`, events]),
  ...result.reasons.map(({ customers }, i): CellCount => [`exit-reason:${i}`, customers]),
  ...result.competitors.map(({ customers }, i): CellCount => [`competitor:${i}`, customers]),
  ...result.levels.map(({ initiative, cause, customers }): CellCount => [
    `exit-level:${initiative}:${cause}`,
    customers,
  ]),
  ...(result.comparison?.groups ?? []).flatMap(({ n, causes }, i): CellCount[] => [
    [`cause-group:${i}`, n],
    ...causes.flatMap(({ events }, k): CellCount[] =>
      events === 0 ? [] : [[`cause-group-lost:${i}:${result.causes[k]!.code}`, events]],
    ),
  ]),
];

const causesCells = (result: CausesResult): CellCount[] => [
  ["complaint-named:all", result.behind.all],
  ["complaint-named:repeat", result.behind.repeat],
  ...result.causes.map(({ name, customers }): CellCount => [`complaint-cause:${name}`, customers]),
  ...result.bones
    .filter(({ cases }) => cases > 0)
    .map(({ bone, customers }): CellCount => [`complaint-bone:${bone}`, customers]),
  ...result.sides.map(({ id, customers }): CellCount => [`complaint-side:${id}`, customers]),
  ...result.origins.map(({ id, customers }): CellCount => [`complaint-origin:${id}`, customers]),
  ...result.batches.map(({ batch, customers }): CellCount => [
    `complaint-batch:${batch}`,
    customers,
  ]),
  ...(result.lots?.lines ?? []).flatMap(({ id, customers, buyers, silent }): CellCount[] => [
    [`complaint-lot:${id}`, customers],
    [`complaint-lot-buyers:${id}`, buyers],
    [`complaint-lot-silent:${id}`, silent],
  ]),
  ...(result.products ?? []).map(({ key, customers }): CellCount => [
    `complaint-product:${key}`,
    customers,
  ]),
  ...result.after
    .filter(({ followed }) => followed > 0)
    .map(({ outcome, followed }): CellCount => [`complaint-after:${outcome}`, followed]),
];

const healthCells = (result: HealthResult): CellCount[] => [
  ["all", result.headline.customers],
  ["health-call", result.callable],
  ...result.bands.map(({ id, customers }): CellCount => [`health:${id}`, customers]),
  ...result.measures.map(({ id, low }): CellCount => [`health-low:${id}`, low]),
  ...Array.from(result.bins, (count, i): CellCount => [`health-score:${i}`, count]),
];

const targetingCells = ({ plan }: TargetingResult): CellCount[] =>
  plan === null
    ? []
    : [
        ["all", plan.customers],
        ["call", plan.bestLength],
        ["contact", plan.holdout.contacted],
        ["left-alone", plan.holdout.leftAlone],
        ["not-worth", plan.notWorth],
        ...plan.points.map(({ customers }): CellCount => [`first:${customers}`, customers]),
      ];

const feedbackCells = (result: FeedbackResult): CellCount[] => [
  ["feedback:all", result.headline.customers],
  ...result.moods.map(({ mood, customers }): CellCount => [`feedback:${mood}`, customers]),
  ...result.themes.map(({ theme, customers }): CellCount => [`feedback-theme:${theme}`, customers]),
  ...(result.contrast === null
    ? []
    : [...result.contrast.high, ...result.contrast.low].map(({ word, customers }): CellCount => [
        `feedback-word:${word}`,
        customers,
      ])),
];

const basketCells = ({ level, headline, rules, segments, next }: BasketResult): CellCount[] =>
  level === null
    ? []
    : [
        ["all", headline.customers],
        ["basket-offers", headline.offers],
        ...rules.flatMap(({ customers, candidates }, i): CellCount[] => [
          [`basket-rule:${i}`, customers],
          [`basket-offer:${i}`, candidates],
        ]),
        ...(segments?.cells ?? []).map(({ segment, item, customers }): CellCount => [
          `basket-segment:${segment}:${item}`,
          customers,
        ]),
        ...next.flatMap(({ waiting, then }, i): CellCount[] => [
          [`basket-waiting:${i}`, waiting],
          ...then.map(({ customers }, k): CellCount => [`basket-then:${i}:${k}`, customers]),
        ]),
      ];

const crossCells = (result: CrossResult): CellCount[] => [
  ["all", result.all.customers],
  ...result.rowTotals.map(({ customers }, row): CellCount => [`cross:${row}`, customers]),
  ...result.columnTotals.map(({ customers }, k): CellCount => [`cross-column:${k}`, customers]),
  ...result.cells.flatMap((cells, row) =>
    cells.map(({ customers }, k): CellCount => [`cross:${row}:${k}`, customers]),
  ),
];

const disagreementCells = (result: DisagreementResult): CellCount[] => [
  ["all", result.headline.customers],
  ["odd:any", result.headline.oddCustomers],
  ...result.odd.map(({ id, customers }): CellCount => [`odd:${id}`, customers]),
  ...result.matrices.flatMap(({ against, cells }) =>
    cells.map(({ grade, level, customers }): CellCount => [
      `odd-cell:${against}:${grade}:${level}`,
      customers,
    ]),
  ),
];

const bridgeCells = ({ moves, factors, kept, pivot }: BridgeResult): CellCount[] => [
  ["all", moves.reduce((sum, { customers }) => sum + customers, 0)],
  ...moves.map(({ id, customers }): CellCount => [`bridge:${id}`, customers]),
  ...factors.map(({ id, movers }): CellCount => [`bridge-factor:${id}`, movers]),
  ...kept.map(({ customers }, i): CellCount => [`bridge-period:${i}`, customers]),
  ...(pivot?.rows ?? []).flatMap(({ total, cells }, row): CellCount[] => [
    [`bridge-row:${row}`, total.customers],
    ...cells.map(({ customers }, k): CellCount => [`bridge-cell:${row}:${k}`, customers]),
  ]),
];

const productLifeCells = (result: ProductLifeResult): CellCount[] => [
  ...result.products.map(({ customers }, i): CellCount => [`product:${i}`, customers]),
  ...result.phases.map(({ phase, customers }): CellCount => [`product-phase:${phase}`, customers]),
  ...(result.months === null
    ? []
    : [["product-exposed", result.headline.exposedCustomers] satisfies CellCount]),
  ...result.declining.map(({ exposed }, i): CellCount => [`product-exposed:${i}`, exposed]),
  ...(result.adoption?.groups ?? []).flatMap(({ group, n, adopters }): CellCount[] => [
    [`product-adoption:${group}:yes`, adopters],
    [`product-adoption:${group}:no`, n - adopters],
  ]),
];

const stageFlowCells = ({ cells, came, past }: StageFlowResult): CellCount[] => [
  ...cells.map(({ from, to, lastCount }): CellCount => [`stage-move:${from}:${to}`, lastCount]),
  ...FLOW_STAGES.flatMap((stage, s): CellCount[] => [
    [`stage-move:none:${stage}`, came[s]!],
    [`stage-now:${stage}`, past.at(-1)!.counts[s]!],
  ]),
];

/** How to list the cells of each analysis; a new one does not compile without its line. */
export const CELLS: Readonly<Record<AnalysisId, (result: never) => readonly CellCount[]>> = {
  overview: overviewCells,
  pareto: paretoCells,
  grades: gradesCells,
  "core-customers": coreCells,
  xyz: xyzCells,
  attractiveness: attractivenessCells,
  sources: sourcesCells,
  rfm: rfmCells,
  lifecycle: lifecycleCells,
  "relation-stages": relationCells,
  "stage-flow": stageFlowCells,
  cohorts: cohortCells,
  forecast: forecastCells,
  "next-order": nextOrderCells,
  "product-life": productLifeCells,
  clusters: clusterCells,
  basket: basketCells,
  "cross-tab": crossCells,
  disagreement: disagreementCells,
  "revenue-bridge": bridgeCells,
  clv: clvCells,
  whale: whaleCells,
  sla: slaCells,
  "complaint-causes": causesCells,
  service: serviceCells,
  "complaint-retention": retentionCells,
  "complaint-signals": signalCells,
  "response-effect": responseCells,
  "feedback-text": feedbackCells,
  nps: npsCells,
  csat: csatCells,
  csi: csiCells,
  "delivered-value": deliveredCells,
  renewals: renewalCells,
  survival: survivalCells,
  cox: coxCells,
  drivers: driversCells,
  "loyalty-curve": loyaltyCells,
  "loyalty-types": loyaltyTypeCells,
  "non-response": nonResponseCells,
  "satisfaction-history": historyCells,
  "word-of-mouth": mouthCells,
  "churn-causes": churnCausesCells,
  "churn-model": churnModelCells,
  health: healthCells,
  "partial-loss": lessCells,
  "credit-ladder": creditCells,
  targeting: targetingCells,
  winback: winbackCells,
  "campaign-readout": campaignCells,
};
