import attractiveness from "../../../analyses/attractiveness/messages/zh-Hant";
import basket from "../../../analyses/basket/messages/zh-Hant";
import clusters from "../../../analyses/clusters/messages/zh-Hant";
import churnCauses from "../../../analyses/churn-causes/messages/zh-Hant";
import churnModel from "../../../analyses/churn-model/messages/zh-Hant";
import clv from "../../../analyses/clv/messages/zh-Hant";
import cohorts from "../../../analyses/cohorts/messages/zh-Hant";
import complaintCauses from "../../../analyses/complaint-causes/messages/zh-Hant";
import complaintRetention from "../../../analyses/complaint-retention/messages/zh-Hant";
import complaintSignals from "../../../analyses/complaint-signals/messages/zh-Hant";
import coreCustomers from "../../../analyses/core-customers/messages/zh-Hant";
import cox from "../../../analyses/cox/messages/zh-Hant";
import crossTab from "../../../analyses/cross-tab/messages/zh-Hant";
import csat from "../../../analyses/csat/messages/zh-Hant";
import csi from "../../../analyses/csi/messages/zh-Hant";
import deliveredValue from "../../../analyses/delivered-value/messages/zh-Hant";
import forecast from "../../../analyses/forecast/messages/zh-Hant";
import disagreement from "../../../analyses/disagreement/messages/zh-Hant";
import drivers from "../../../analyses/drivers/messages/zh-Hant";
import feedbackText from "../../../analyses/feedback-text/messages/zh-Hant";
import grades from "../../../analyses/grades/messages/zh-Hant";
import health from "../../../analyses/health/messages/zh-Hant";
import lifecycle from "../../../analyses/lifecycle/messages/zh-Hant";
import loyaltyCurve from "../../../analyses/loyalty-curve/messages/zh-Hant";
import loyaltyTypes from "../../../analyses/loyalty-types/messages/zh-Hant";
import nonResponse from "../../../analyses/non-response/messages/zh-Hant";
import satisfactionHistory from "../../../analyses/satisfaction-history/messages/zh-Hant";
import wordOfMouth from "../../../analyses/word-of-mouth/messages/zh-Hant";
import nextOrder from "../../../analyses/next-order/messages/zh-Hant";
import nps from "../../../analyses/nps/messages/zh-Hant";
import overview from "../../../analyses/overview/messages/zh-Hant";
import pareto from "../../../analyses/pareto/messages/zh-Hant";
import productLife from "../../../analyses/product-life/messages/zh-Hant";
import creditLadder from "../../../analyses/credit-ladder/messages/zh-Hant";
import partialLoss from "../../../analyses/partial-loss/messages/zh-Hant";
import renewals from "../../../analyses/renewals/messages/zh-Hant";
import revenueBridge from "../../../analyses/revenue-bridge/messages/zh-Hant";
import rfm from "../../../analyses/rfm/messages/zh-Hant";
import responseEffect from "../../../analyses/response-effect/messages/zh-Hant";
import service from "../../../analyses/service/messages/zh-Hant";
import sla from "../../../analyses/sla/messages/zh-Hant";
import sources from "../../../analyses/sources/messages/zh-Hant";
import relationStages from "../../../analyses/relation-stages/messages/zh-Hant";
import stageFlow from "../../../analyses/stage-flow/messages/zh-Hant";
import survival from "../../../analyses/survival/messages/zh-Hant";
import campaignReadout from "../../../analyses/campaign-readout/messages/zh-Hant";
import targeting from "../../../analyses/targeting/messages/zh-Hant";
import whale from "../../../analyses/whale/messages/zh-Hant";
import xyz from "../../../analyses/xyz/messages/zh-Hant";
import winback from "../../../analyses/winback/messages/zh-Hant";
import type { Messages } from "../../messages";
import { ownSegments } from "./own-segments";

// One line for each analysis: import x from "../../../analyses/x/messages/zh-Hant";
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
