import type { CreditRecord } from "../../measures/credit-record";
import { promiseStep } from "./promises";
import { FEWEST_JUDGED, type CreditLadderParams, type CreditLine, type Step } from "./spec";

/** Steps that the share of late invoices asks for. */
function shareStep(record: CreditRecord, customer: number, params: CreditLadderParams): Step {
  const judged = record.judged[customer]!;
  if (judged < FEWEST_JUDGED) return 1;
  const share = record.late[customer]! / judged;
  if (share >= params.prepayShare) return 3;
  return share >= params.assessShare ? 2 : 1;
}

/** Steps that the unpaid money asks for. */
function moneyStep({ overdue, overduePrepay, overdueLegal }: CreditRecord, customer: number): Step {
  if (overdueLegal[customer]! > 0) return 4;
  if (overduePrepay[customer]! > 0) return 3;
  return overdue[customer]! > 0 ? 2 : 1;
}

/** The step of a customer: the highest of what its unpaid money, its share of late invoices and its broken promises ask for. */
export function stepOf(
  record: CreditRecord,
  customer: number,
  broken: number,
  params: CreditLadderParams,
): Step {
  const [money, share] = [moneyStep(record, customer), shareStep(record, customer, params)];
  const word = promiseStep(broken, params);
  const paid = money > share ? money : share;
  return paid > word ? paid : word;
}

/** Invoices in a row in time after which fewer than the share are late; 0 where they are already. */
export function onTimeNeeded(late: number, judged: number, share: number): number {
  if (judged < FEWEST_JUDGED || late / judged < share) return 0;
  return Math.floor(late / share) - judged + 1;
}

type Ways = Pick<CreditLine, "payToGoDown" | "onTimeToGoDown" | "upInDays">;

/** What moves a customer one step down or up. */
export function waysFrom(
  record: CreditRecord,
  customer: number,
  step: Step,
  params: CreditLadderParams,
): Ways {
  const { overdue, overduePrepay, overdueLegal, late, judged, oldest } = record;
  const money = [0, overdue, overduePrepay, overdueLegal] as const;
  const shares = { 1: null, 2: params.assessShare, 3: params.prepayShare, 4: null } as const;
  const days = { 1: params.graceDays, 2: params.prepayDays, 3: params.legalDays, 4: null } as const;
  const owed = money[step - 1];
  const [share, limit] = [shares[step], days[step]];
  const age = oldest[customer]!;
  return {
    payToGoDown: typeof owed === "object" ? owed[customer]! : 0,
    onTimeToGoDown: share === null ? 0 : onTimeNeeded(late[customer]!, judged[customer]!, share),
    // Past the limit already: the step comes of it, or a lower limit stands above a higher one.
    upInDays: limit === null || age === 0 || age > limit ? null : limit - age + 1,
  };
}
