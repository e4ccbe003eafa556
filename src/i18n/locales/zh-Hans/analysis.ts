import attractiveness from "../../../analyses/attractiveness/messages/zh-Hans";
import basket from "../../../analyses/basket/messages/zh-Hans";
import clusters from "../../../analyses/clusters/messages/zh-Hans";
import churnCauses from "../../../analyses/churn-causes/messages/zh-Hans";
import churnModel from "../../../analyses/churn-model/messages/zh-Hans";
import clv from "../../../analyses/clv/messages/zh-Hans";
import cohorts from "../../../analyses/cohorts/messages/zh-Hans";
import complaintCauses from "../../../analyses/complaint-causes/messages/zh-Hans";
import complaintRetention from "../../../analyses/complaint-retention/messages/zh-Hans";
import complaintSignals from "../../../analyses/complaint-signals/messages/zh-Hans";
import coreCustomers from "../../../analyses/core-customers/messages/zh-Hans";
import cox from "../../../analyses/cox/messages/zh-Hans";
import crossTab from "../../../analyses/cross-tab/messages/zh-Hans";
import csat from "../../../analyses/csat/messages/zh-Hans";
import csi from "../../../analyses/csi/messages/zh-Hans";
import deliveredValue from "../../../analyses/delivered-value/messages/zh-Hans";
import forecast from "../../../analyses/forecast/messages/zh-Hans";
import disagreement from "../../../analyses/disagreement/messages/zh-Hans";
import drivers from "../../../analyses/drivers/messages/zh-Hans";
import feedbackText from "../../../analyses/feedback-text/messages/zh-Hans";
import grades from "../../../analyses/grades/messages/zh-Hans";
import health from "../../../analyses/health/messages/zh-Hans";
import lifecycle from "../../../analyses/lifecycle/messages/zh-Hans";
import loyaltyCurve from "../../../analyses/loyalty-curve/messages/zh-Hans";
import loyaltyTypes from "../../../analyses/loyalty-types/messages/zh-Hans";
import nonResponse from "../../../analyses/non-response/messages/zh-Hans";
import satisfactionHistory from "../../../analyses/satisfaction-history/messages/zh-Hans";
import wordOfMouth from "../../../analyses/word-of-mouth/messages/zh-Hans";
import nextOrder from "../../../analyses/next-order/messages/zh-Hans";
import nps from "../../../analyses/nps/messages/zh-Hans";
import overview from "../../../analyses/overview/messages/zh-Hans";
import pareto from "../../../analyses/pareto/messages/zh-Hans";
import productLife from "../../../analyses/product-life/messages/zh-Hans";
import creditLadder from "../../../analyses/credit-ladder/messages/zh-Hans";
import partialLoss from "../../../analyses/partial-loss/messages/zh-Hans";
import renewals from "../../../analyses/renewals/messages/zh-Hans";
import revenueBridge from "../../../analyses/revenue-bridge/messages/zh-Hans";
import rfm from "../../../analyses/rfm/messages/zh-Hans";
import responseEffect from "../../../analyses/response-effect/messages/zh-Hans";
import service from "../../../analyses/service/messages/zh-Hans";
import sla from "../../../analyses/sla/messages/zh-Hans";
import sources from "../../../analyses/sources/messages/zh-Hans";
import relationStages from "../../../analyses/relation-stages/messages/zh-Hans";
import stageFlow from "../../../analyses/stage-flow/messages/zh-Hans";
import survival from "../../../analyses/survival/messages/zh-Hans";
import campaignReadout from "../../../analyses/campaign-readout/messages/zh-Hans";
import targeting from "../../../analyses/targeting/messages/zh-Hans";
import whale from "../../../analyses/whale/messages/zh-Hans";
import xyz from "../../../analyses/xyz/messages/zh-Hans";
import winback from "../../../analyses/winback/messages/zh-Hans";
import { ownSegments } from "./own-segments";

// One line for each analysis: import x from "../../../analyses/x/messages/zh-Hans";
export const analysis = {
  "churn-causes": churnCauses,
  attractiveness,
  sources,
  basket,
  clusters,
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
  disagreement,
  drivers,
  forecast,
  "churn-model": churnModel,
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
};
