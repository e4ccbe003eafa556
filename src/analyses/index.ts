import type { AnalysisSpec } from "./define";
import attractiveness from "./attractiveness/spec";
import basket from "./basket/spec";
import clusters from "./clusters/spec";
import churnCauses from "./churn-causes/spec";
import churnModel from "./churn-model/spec";
import clv from "./clv/spec";
import cohorts from "./cohorts/spec";
import complaintCauses from "./complaint-causes/spec";
import crossTab from "./cross-tab/spec";
import complaintRetention from "./complaint-retention/spec";
import complaintSignals from "./complaint-signals/spec";
import coreCustomers from "./core-customers/spec";
import cox from "./cox/spec";
import csat from "./csat/spec";
import csi from "./csi/spec";
import deliveredValue from "./delivered-value/spec";
import forecast from "./forecast/spec";
import disagreement from "./disagreement/spec";
import drivers from "./drivers/spec";
import feedbackText from "./feedback-text/spec";
import grades from "./grades/spec";
import health from "./health/spec";
import lifecycle from "./lifecycle/spec";
import loyaltyCurve from "./loyalty-curve/spec";
import loyaltyTypes from "./loyalty-types/spec";
import nextOrder from "./next-order/spec";
import nonResponse from "./non-response/spec";
import satisfactionHistory from "./satisfaction-history/spec";
import wordOfMouth from "./word-of-mouth/spec";
import nps from "./nps/spec";
import overview from "./overview/spec";
import pareto from "./pareto/spec";
import productLife from "./product-life/spec";
import creditLadder from "./credit-ladder/spec";
import partialLoss from "./partial-loss/spec";
import renewals from "./renewals/spec";
import revenueBridge from "./revenue-bridge/spec";
import rfm from "./rfm/spec";
import responseEffect from "./response-effect/spec";
import service from "./service/spec";
import sla from "./sla/spec";
import sources from "./sources/spec";
import relationStages from "./relation-stages/spec";
import stageFlow from "./stage-flow/spec";
import survival from "./survival/spec";
import campaignReadout from "./campaign-readout/spec";
import targeting from "./targeting/spec";
import whale from "./whale/spec";
import xyz from "./xyz/spec";
import winback from "./winback/spec";

/** THE registry: one line an analysis, in the order in which they are listed. */
export const ANALYSES = [
  overview,
  pareto,
  grades,
  coreCustomers,
  xyz,
  attractiveness,
  sources,
  whale,
  disagreement,
  rfm,
  clusters,
  crossTab,
  basket,
  clv,
  renewals,
  lifecycle,
  stageFlow,
  relationStages,
  cohorts,
  revenueBridge,
  nextOrder,
  productLife,
  sla,
  complaintCauses,
  complaintRetention,
  complaintSignals,
  service,
  responseEffect,
  feedbackText,
  nps,
  csat,
  csi,
  deliveredValue,
  forecast,
  health,
  survival,
  cox,
  drivers,
  loyaltyCurve,
  loyaltyTypes,
  nonResponse,
  satisfactionHistory,
  wordOfMouth,
  churnCauses,
  churnModel,
  partialLoss,
  creditLadder,
  targeting,
  winback,
  campaignReadout,
] as const satisfies readonly AnalysisSpec[];

export type AnalysisId = (typeof ANALYSES)[number]["id"];

export function analysisSpec(id: string): AnalysisSpec | undefined {
  return ANALYSES.find((spec) => spec.id === id);
}
