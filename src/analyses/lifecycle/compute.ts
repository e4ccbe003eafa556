import { epochDay } from "../../kernel/base/calendar";
import { compensatedSum } from "../../kernel/stats/sum";
import { amountsOf, customerLedger } from "../../measures/customer-ledger";
import { eventsOn, eventSpan, type SaleEvents } from "../../measures/lifecycle-events";
import { ledgerGrain } from "../../measures/ledger-grain";
import {
  customersInState,
  LIFE_STATES,
  lifecycleLedger,
  type Ledger,
} from "../../measures/lifecycle-ledger";
import {
  keyOfPeriod,
  lastFullPeriod,
  onePeriodBefore,
  periodGrid,
  periodWithKey,
  type PeriodGrid,
} from "../../measures/lifecycle-periods";
import { lapseWindow, STAGES, stageFlow, stagesAt } from "../../measures/lifecycle-stages";
import { orderBook } from "../../measures/order-book";
import { windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Params, Progress } from "../define";
import type spec from "./spec";
import {
  STAGE_IDS,
  type LifecyclePeriod,
  type LifecycleResult,
  type PeriodCaution,
  type StageFlow,
  type StageSize,
} from "./spec";

type LifecycleParams = Params<(typeof spec)["params"]>;

/**
 * The customer ledger (opening + new + won back - lost = closing, in heads and in money) by month, quarter or window of
 * days, and the stages acquire, develop, retain, winback with the flow between one period before and the as-of day.
 *
 * Sale lines only, and with the basis `net` the returns off them; nothing after the as-of day. Periods are cut over all the data, so that new means first ever, and those
 * that touch the period of the scope are reported. The README states every rule. O(lines + periods).
 * PostHog lifecycle insight; methods D19, D21.
 */
export default function* lifecycle(
  input: Input,
  params: LifecycleParams,
  ambient: Ambient,
): Generator<Progress, Answer<LifecycleResult>, void> {
  const { asOfDay } = ambient.scope;
  const book = orderBook(input);
  const events = eventsOn(book, asOfDay, { orderRows: ambient.orderRows, basis: params.basis });
  yield { done: 0.2 };
  const data = book.saleSpan;
  const span = eventSpan(events);
  if (data === null || span === null) {
    return {
      result: { kind: "insufficient", code: "no-orders", need: 1, have: 0 },
      members: () => null,
    };
  }
  const grain = params.grain === "auto" ? ledgerGrain(book, asOfDay) : params.grain;
  const cut = { grain, windowDays: params.windowDays };
  const grid = periodGrid(cut, epochDay(data.firstDay), asOfDay);
  const window = windowOf(ambient.scope, "period");
  yield { done: 0.3 };
  const periods = reported(lifecycleLedger(events, grid), grid, window.fromDay, window.toDay);
  yield { done: 0.6 };
  const sales = amountsOf(customerLedger(book, window, ambient.orderRows), params.basis);
  yield { done: 0.7 };
  const staged = stagesOf(events, params, { asOfDay, grid, span, sales });
  const full = lastFullPeriod(grid);
  const lastFull = periods.findIndex((period) => period.index === full);
  const result: LifecycleResult = {
    kind: "answered",
    headline: {
      ...ledgerHeadline(periods[lastFull]),
      customers: span.customers,
      ...stageHeadline(staged.stages),
      lapseDays: staged.lapse.days,
    },
    grain,
    asOfDay,
    customers: span.customers,
    periods,
    lastFull: lastFull === -1 ? null : lastFull,
    stages: staged.stages,
    flows: staged.flows,
    comparedDay: staged.comparedDay,
    lapse: staged.lapse,
  };
  return { result, members: (cell) => membersOf(cell, { events, grid, staged }) };
}

function caution(grid: PeriodGrid, index: number): PeriodCaution {
  const running = grid.runningLast && index === grid.count - 1;
  if (index === 0) return running ? "first-running" : "first";
  return running ? "running" : "none";
}

function reported(
  ledger: Ledger,
  grid: PeriodGrid,
  fromDay: number,
  toDay: number,
): LifecyclePeriod[] {
  const periods: LifecyclePeriod[] = [];
  for (let index = 0; index < grid.count; index++) {
    const from = grid.starts[index]!;
    const to = grid.starts[index + 1]! - 1;
    if (to < fromDay || from > toDay) continue;
    const heads = ledger.heads[index]!;
    periods.push({
      index,
      key: keyOfPeriod(grid, index),
      fromDay: from,
      toDay: to,
      caution: caution(grid, index),
      heads,
      cents: ledger.cents[index]!,
      quickRatio: heads.lost === 0 ? null : (heads.new + heads.wonBack) / heads.lost,
    });
  }
  return periods;
}

interface Staged {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly comparedDay: number;
  readonly stages: readonly StageSize[];
  readonly flows: readonly StageFlow[];
  readonly lapse: LifecycleResult["lapse"];
}

interface StageContext {
  readonly asOfDay: Ambient["scope"]["asOfDay"];
  readonly grid: PeriodGrid;
  readonly span: { readonly firstDay: number };
  readonly sales: Float64Array;
}

function stagesOf(events: SaleEvents, params: LifecycleParams, context: StageContext): Staged {
  const { asOfDay, grid, span, sales } = context;
  const fromData = lapseWindow(events, asOfDay, span.firstDay);
  const lapse =
    params.lapseDays === 0
      ? fromData
      : { ...fromData, days: params.lapseDays, source: "given" as const };
  const rule = { lapseDays: lapse.days, retainOrderDays: params.retainOrderDays };
  const comparedDay = onePeriodBefore(grid.cut, asOfDay);
  const before = stagesAt(events, comparedDay, rule);
  const after = stagesAt(events, asOfDay, rule);
  const flow = stageFlow(before, after);
  const flows: StageFlow[] = [];
  STAGES.forEach((from, row) => {
    STAGE_IDS.forEach((to, column) => {
      const customers = flow[row * STAGES.length + column + 1]!;
      if (customers > 0) flows.push({ from, to, customers });
    });
  });
  const stages = STAGE_IDS.map((stage, index): StageSize => {
    const amounts = sales.filter((_, customer) => after[customer] === index + 1);
    return {
      stage,
      customers: amounts.length,
      customersBefore: before.reduce((n, code) => n + (code === index + 1 ? 1 : 0), 0),
      sales: compensatedSum(amounts),
    };
  });
  return { before, after, comparedDay, stages, flows, lapse };
}

function ledgerHeadline(period: LifecyclePeriod | undefined) {
  const heads = period?.heads;
  const cents = period?.cents;
  const money = (value: number | undefined): number | null =>
    value === undefined ? null : value / 100;
  return {
    opening: heads?.opening ?? null,
    new: heads?.new ?? null,
    wonBack: heads?.wonBack ?? null,
    lost: heads?.lost ?? null,
    closing: heads?.closing ?? null,
    openingSales: money(cents?.opening),
    newSales: money(cents?.new),
    wonBackSales: money(cents?.wonBack),
    growthSales: money(cents?.growth),
    shrinkSales: money(cents?.shrink),
    lostSales: money(cents?.lost),
    closingSales: money(cents?.closing),
    quickRatio: period?.quickRatio ?? null,
  };
}

function stageHeadline(stages: readonly StageSize[]) {
  const size = (stage: string): number =>
    stages.reduce((n, entry) => n + (entry.stage === stage ? entry.customers : 0), 0);
  return {
    acquire: size("acquire"),
    develop: size("develop"),
    retain: size("retain"),
    winback: size("winback"),
  };
}

interface MemberSources {
  readonly events: SaleEvents;
  readonly grid: PeriodGrid;
  readonly staged: Staged;
}

/** Cells: "state:<period key>:<state>", "stage:<id>", "flow:<from>:<to>". */
function membersOf(cell: string, { events, grid, staged }: MemberSources): Uint32Array | null {
  const [kind, first = "", second = ""] = cell.split(":");
  if (kind === "state") {
    const period = periodWithKey(grid, first);
    const state = LIFE_STATES.findIndex((name) => name === second);
    if (period === -1 || state === -1) return null;
    return customersInState(events, grid, period, state);
  }
  const { before, after } = staged;
  if (kind === "stage") {
    const stage = STAGES.findIndex((name) => name === first);
    return stage < 1 ? null : customersWhere(after, (customer) => after[customer] === stage);
  }
  if (kind !== "flow") return null;
  const from = STAGES.findIndex((name) => name === first);
  const to = STAGES.findIndex((name) => name === second);
  if (from === -1 || to < 1) return null;
  return customersWhere(after, (customer) => before[customer] === from && after[customer] === to);
}

function customersWhere(stages: Uint8Array, has: (customer: number) => boolean): Uint32Array {
  const found: number[] = [];
  for (let customer = 0; customer < stages.length; customer++) {
    if (has(customer)) found.push(customer);
  }
  return Uint32Array.from(found);
}
