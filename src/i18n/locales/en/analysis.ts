import attractiveness from "../../../analyses/attractiveness/messages/en";
import basket from "../../../analyses/basket/messages/en";
import clusters from "../../../analyses/clusters/messages/en";
import churnCauses from "../../../analyses/churn-causes/messages/en";
import churnModel from "../../../analyses/churn-model/messages/en";
import clv from "../../../analyses/clv/messages/en";
import cohorts from "../../../analyses/cohorts/messages/en";
import complaintCauses from "../../../analyses/complaint-causes/messages/en";
import complaintRetention from "../../../analyses/complaint-retention/messages/en";
import complaintSignals from "../../../analyses/complaint-signals/messages/en";
import coreCustomers from "../../../analyses/core-customers/messages/en";
import cox from "../../../analyses/cox/messages/en";
import crossTab from "../../../analyses/cross-tab/messages/en";
import csat from "../../../analyses/csat/messages/en";
import csi from "../../../analyses/csi/messages/en";
import deliveredValue from "../../../analyses/delivered-value/messages/en";
import forecast from "../../../analyses/forecast/messages/en";
import disagreement from "../../../analyses/disagreement/messages/en";
import drivers from "../../../analyses/drivers/messages/en";
import feedbackText from "../../../analyses/feedback-text/messages/en";
import grades from "../../../analyses/grades/messages/en";
import health from "../../../analyses/health/messages/en";
import lifecycle from "../../../analyses/lifecycle/messages/en";
import loyaltyCurve from "../../../analyses/loyalty-curve/messages/en";
import loyaltyTypes from "../../../analyses/loyalty-types/messages/en";
import nonResponse from "../../../analyses/non-response/messages/en";
import satisfactionHistory from "../../../analyses/satisfaction-history/messages/en";
import wordOfMouth from "../../../analyses/word-of-mouth/messages/en";
import nextOrder from "../../../analyses/next-order/messages/en";
import nps from "../../../analyses/nps/messages/en";
import overview from "../../../analyses/overview/messages/en";
import pareto from "../../../analyses/pareto/messages/en";
import productLife from "../../../analyses/product-life/messages/en";
import creditLadder from "../../../analyses/credit-ladder/messages/en";
import partialLoss from "../../../analyses/partial-loss/messages/en";
import renewals from "../../../analyses/renewals/messages/en";
import revenueBridge from "../../../analyses/revenue-bridge/messages/en";
import rfm from "../../../analyses/rfm/messages/en";
import responseEffect from "../../../analyses/response-effect/messages/en";
import service from "../../../analyses/service/messages/en";
import sla from "../../../analyses/sla/messages/en";
import sources from "../../../analyses/sources/messages/en";
import relationStages from "../../../analyses/relation-stages/messages/en";
import stageFlow from "../../../analyses/stage-flow/messages/en";
import survival from "../../../analyses/survival/messages/en";
import campaignReadout from "../../../analyses/campaign-readout/messages/en";
import targeting from "../../../analyses/targeting/messages/en";
import whale from "../../../analyses/whale/messages/en";
import xyz from "../../../analyses/xyz/messages/en";
import winback from "../../../analyses/winback/messages/en";
import type { Messages } from "../../messages";
import { ownSegments } from "./own-segments";

// One line for each analysis: import x from "../../../analyses/x/messages/en";
export const analysis = {
  "churn-causes": churnCauses,
  attractiveness,
  sources,
  basket,
  clusters,
  "churn-model": churnModel,
  clv,
  cohorts,
  "complaint-causes": complaintCauses,
  "complaint-retention": complaintRetention,
  "complaint-signals": complaintSignals,
  "core-customers": coreCustomers,
  cox,
  "cross-tab": crossTab,
  csat,
  csi,
  "delivered-value": deliveredValue,
  forecast,
  disagreement,
  drivers,
  "feedback-text": feedbackText,
  lifecycle,
  "loyalty-curve": loyaltyCurve,
  "loyalty-types": loyaltyTypes,
  "non-response": nonResponse,
  "satisfaction-history": satisfactionHistory,
  "word-of-mouth": wordOfMouth,
  "next-order": nextOrder,
  nps,
  overview,
  pareto,
  "product-life": productLife,
  "partial-loss": partialLoss,
  "credit-ladder": creditLadder,
  renewals,
  "revenue-bridge": revenueBridge,
  rfm,
  "response-effect": responseEffect,
  service,
  sla,
  grades,
  health,
  "relation-stages": relationStages,
  "stage-flow": stageFlow,
  survival,
  targeting,
  "campaign-readout": campaignReadout,
  whale,
  xyz,
  winback,
  "own-segments": ownSegments,
} satisfies Messages["analysis"];
