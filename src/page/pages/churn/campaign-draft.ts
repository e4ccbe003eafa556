import type { CampaignPlan } from "../../../analyses/views";
import {
  MOST_WATCH_DAYS,
  type CampaignOutcome,
  type OwnCampaign,
} from "../../../domain/own-campaign";
import { MOST_SEEN } from "../../../domain/own-segment";
import type { TableMeta } from "../../../domain/manifest";
import { formatIsoDay, parseIsoDay } from "../../../kernel/base/calendar";
import type { ListedCustomers } from "../../../queries/segment-types";

/** What stands in the form, as it is typed. */
export interface CampaignDraft {
  readonly name: string;
  /** 2025-11-30 */
  readonly on: string;
  readonly watchDays: string;
  readonly outcome: CampaignOutcome;
}

/** Who is on the list, as own work names them. */
export interface ListedParts {
  readonly contacted: ListedCustomers;
  readonly alone: ListedCustomers;
}

/** Where nothing says how long to wait. */
const WATCH_DAYS = 90;

/** What the data have to tell the result by; orders, which may come yet, where they have nothing. */
export function outcomesOf(
  list: CampaignPlan["list"],
  tables: readonly Pick<TableMeta, "entity" | "columns">[],
): readonly [CampaignOutcome, ...CampaignOutcome[]] {
  const has = (entity: TableMeta["entity"], column: string): boolean =>
    tables.some(
      (table) => table.entity === entity && table.columns.some(({ id }) => id === column),
    );
  const isLeft = list === "targeting";
  const dated = isLeft
    ? has("exits", "exitedOn") || has("customers", "churnedOn")
    : has("exits", "exitedOn") && has("exits", "wonBackOn");
  const found: readonly CampaignOutcome[] = [
    ...(has("orders", "orderedOn") ? (["orders"] as const) : []),
    ...(dated ? (["exits"] as const) : []),
    ...(isLeft && has("customers", "hasChurned") ? (["flag"] as const) : []),
  ];
  const [first, ...others] = found;
  return first === undefined ? ["orders"] : [first, ...others];
}

/** What the form begins with: the day of the list, and the days and the outcome that its chances are meant for. */
export function campaignDraft(
  { scope, watchDays }: CampaignPlan,
  name: string,
  outcomes: readonly [CampaignOutcome, ...CampaignOutcome[]],
): CampaignDraft {
  const byFlag = watchDays === null ? outcomes.find((one) => one === "flag") : undefined;
  return {
    name,
    on: formatIsoDay(scope.asOfDay),
    watchDays: String(watchDays === null ? WATCH_DAYS : Math.min(watchDays, MOST_WATCH_DAYS)),
    outcome: byFlag ?? outcomes[0],
  };
}

/** What the form says; else why it cannot be kept. */
export function campaignOf(
  draft: CampaignDraft,
  plan: Pick<CampaignPlan, "list" | "expected" | "detectable">,
  { contacted, alone }: ListedParts,
  atMs: number,
): OwnCampaign | "needs" | "nobody" | "tooMany" {
  const on = parseIsoDay(draft.on);
  const watchDays = Number(draft.watchDays);
  const isWatched = Number.isInteger(watchDays) && watchDays >= 1 && watchDays <= MOST_WATCH_DAYS;
  if (contacted.total === 0) return "nobody";
  if (contacted.total > MOST_SEEN || alone.total > MOST_SEEN) return "tooMany";
  if (draft.name.trim() === "" || on === null || !isWatched) return "needs";
  return {
    name: draft.name.trim(),
    list: plan.list,
    on,
    watchDays,
    outcome: draft.outcome,
    contacted: contacted.refs,
    alone: alone.refs,
    expected: plan.expected,
    detectable: plan.detectable,
    changedAtMs: atMs,
  };
}
