import { bgNbd, mbgNbd } from "../../measures/clv/beta-geometric";
import { paretoNbd } from "../../measures/clv/pareto-nbd";
import type { PurchaseModel } from "../../measures/clv/purchase-model";
import type { ClvParams, ModelId } from "./spec";

export const MODELS: Readonly<Record<ModelId, PurchaseModel>> = {
  "bg-nbd": bgNbd,
  "mbg-nbd": mbgNbd,
  "pareto-nbd": paretoNbd,
};

/** Mean length of a Gregorian month. */
export const DAYS_PER_MONTH = 365.2425 / 12;

export const DAYS_PER_UNIT: Readonly<Record<ClvParams["unit"], number>> = {
  day: 1,
  week: 7,
  month: DAYS_PER_MONTH,
};
