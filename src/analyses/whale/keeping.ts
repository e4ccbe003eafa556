import type { CostGap } from "../../domain/cost-driver";
import { isKeepingWord } from "../../domain/cost-words";
import type { Period } from "../../domain/scope";
import { columnOf, textAt, type Table } from "../../kernel/table/column";
import { daysOf, isEverything, numbersOf } from "../../measures/cost-driver";
import type { CustomerLedger } from "../../measures/customer-ledger";
import type { Input } from "../define";
import type { Keeping } from "./spec";

interface Source {
  readonly input: Input;
  readonly period: Period;
  readonly ledger: CustomerLedger;
  /** the same customers over all of history up to the end of the period */
  readonly history: CustomerLedger;
  /** cost to serve by customer row */
  readonly served: Float64Array;
}

interface CampaignMoney {
  readonly winning: number;
  readonly keeping: number;
}

/**
 * What a new customer costs against one that is kept.
 *
 * New: first sale ever within the period. Kept: bought before it and in it. Winning costs campaigns, but those whose words
 * say that they are for existing customers, and what serving the new took; keeping costs the other campaigns and what serving the
 * kept took. There is a ratio only when campaigns say their cost and serving the kept cost something. Methods D15.
 */
export function keepingOf({ input, period, ledger, history, served }: Source): Keeping {
  let newCustomers = 0;
  let keptCustomers = 0;
  let winningService = 0;
  let keepingService = 0;
  for (let row = 0; row < ledger.saleLines.length; row++) {
    if (ledger.saleLines[row] === 0) continue;
    if (history.firstDays[row]! >= period.fromDay) {
      newCustomers++;
      winningService += served[row]!;
    } else {
      keptCustomers++;
      keepingService += served[row]!;
    }
  }
  const campaigns = campaignMoney(input.campaigns, period);
  const isKnown = "winning" in campaigns;
  const keepingCost = keepingService + (isKnown ? campaigns.keeping : 0);
  const perNew =
    isKnown && newCustomers > 0 ? (campaigns.winning + winningService) / newCustomers : null;
  const perKept = keptCustomers > 0 && keepingCost > 0 ? keepingCost / keptCustomers : null;
  return {
    newCustomers,
    keptCustomers,
    winningCampaigns: isKnown ? campaigns.winning : null,
    winningService,
    keepingCampaigns: isKnown ? campaigns.keeping : null,
    keepingService,
    perNew,
    perKept,
    ratio: perNew === null || perKept === null ? null : perNew / perKept,
    gaps: isKnown ? [] : [campaigns],
    lacks: lackOf(newCustomers, keptCustomers, keepingCost),
  };
}

function lackOf(
  newCustomers: number,
  keptCustomers: number,
  keepingCost: number,
): Keeping["lacks"] {
  if (newCustomers === 0) return "new";
  if (keptCustomers === 0) return "kept";
  return keepingCost > 0 ? null : "keeping-cost";
}

/** Cost of the campaigns that began in the period; one of several rows counts once, with its largest cost. */
function campaignMoney(table: Table | undefined, period: Period): CampaignMoney | CostGap {
  if (table === undefined || table.rowCount === 0) return { entity: "campaigns", column: null };
  const costs = numbersOf(table, "cost");
  if (costs === null) return { entity: "campaigns", column: "cost" };
  const days = daysOf(table, "startedOn");
  if (days === null && !isEverything(period)) return { entity: "campaigns", column: "startedOn" };
  const texts = ["campaignId", "campaign", "campaignKind"].map((id) =>
    columnOf(table, id, "dictionary"),
  );
  const known = new Map<string, { readonly cost: number; readonly isKeeping: boolean }>();
  for (let row = 0; row < table.rowCount; row++) {
    const day = days === null ? period.toDay : days[row]!;
    if (day < period.fromDay || day > period.toDay) continue;
    const cost = costs[row]!;
    if (!(cost > 0)) continue;
    const words = texts.map((column) => (column === undefined ? null : textAt(column, row)));
    const key = words[0] ?? `${words[1] ?? ""} ${day}`;
    const isKeeping = words.some((word) => word !== null && isKeepingWord(word));
    const before = known.get(key);
    if (before === undefined || cost > before.cost) known.set(key, { cost, isKeeping });
  }
  let winning = 0;
  let keeping = 0;
  for (const { cost, isKeeping } of known.values()) {
    if (isKeeping) keeping += cost;
    else winning += cost;
  }
  return { winning, keeping };
}
