import { escalationDue, limitHoursOf, priorityNamed, type CaseRules } from "../domain/case-rules";
import type { Casework } from "../domain/casework";
import { CASE_MOMENTS } from "../domain/casework";
import { isClosedStatus } from "../domain/complaint-words";
import { MINUTES_PER_DAY } from "../domain/moment";
import type { Needs } from "../domain/readiness";
import { hasBit, type Bitset } from "../kernel/table/bitset";
import { columnOf, MISSING_CODE, textAt, type Table } from "../kernel/table/column";
import { caseKeys, keyOfOwn, WORKED_NUMBERS, WORKED_TEXTS } from "../measures/casework";
import { customerNameOf } from "../measures/customer-name";
import type { Tables } from "../measures/order-book";
import { checkLines, checksOf, missedCases } from "./case-checks";
import {
  caseJudge,
  judgedCase,
  promisesOf,
  type CaseJudge,
  type CaseRecords,
} from "./case-judging";
import type { CaseDesk, CaseQuestion, CaseStep, DeskCase } from "./case-types";

export const CASE_NEEDS: Needs = {
  complaints: ["customer", ...WORKED_TEXTS, ...WORKED_NUMBERS, "causeGroup"],
  customers: ["key", "customerName"],
};

const MOST_OPEN = 2000;
const MOST_CLOSED = 200;
const MINUTES_PER_HOUR = 60;
const NO_TABLE: Table = { rowCount: 0, columns: new Map() };

interface Sight {
  /** rows of customers that pass the filters; null = all, also complaints of nobody */
  readonly customerRows: Bitset | null;
  /** rows of complaints to keep to; null: all */
  readonly only: Uint32Array | null;
  readonly casework: Casework;
}

/**
 * Every complaint that is not over, by priority, the stuck and the longest waiting first, and the last that are over; with what the user has
 * done about them, whenever that was: unlike the measures, the desk does not look back from the as-of day, it only
 * counts the waiting up to its end.
 *
 * @param tables CASE_NEEDS, the user's own work laid over the complaints
 *
 * A step that the table dates nowhere is passed over, but in complaints taken here. O(rows).
 */
export function caseDesk(
  { complaints = NO_TABLE, customers }: Tables,
  question: CaseQuestion,
  { customerRows, only, casework }: Sight,
): CaseDesk {
  const keys = caseKeys(complaints);
  const read = readerOf(complaints, casework, keys);
  const judging = {
    ...question,
    rules: casework.rules,
    judge: caseJudge(complaints, casework, question),
  };
  const links = columnOf(complaints, "customer", "dictionary");
  const cases: DeskCase[] = [];
  let undated = 0;
  const wanted = only === null ? null : new Set(only);
  for (let row = 0; row < complaints.rowCount; row++) {
    if (wanted !== null && !wanted.has(row)) continue;
    const link = links === undefined ? MISSING_CODE : links.codes[row]!;
    if (customerRows !== null && (link === MISSING_CODE || !hasBit(customerRows, link))) continue;
    const openedAt = read.moment("openedAt", row);
    if (openedAt === null) {
      undated++;
      continue;
    }
    const customer = link === MISSING_CODE ? -1 : link;
    const name = customer < 0 ? null : customerNameOf(customers, customer);
    const place = { row, customer, name, openedAt };
    cases.push(caseAt(read, judging, place));
  }
  const open = cases
    .filter(({ step }) => step !== null)
    .sort(
      (a, b) =>
        rankOf(a) - rankOf(b) ||
        Number(b.isStuck) - Number(a.isStuck) ||
        b.waitedDays - a.waitedDays,
    );
  const over = cases.filter(({ step }) => step === null).sort((a, b) => endOf(b) - endOf(a));
  return {
    cases: listedOf(open, over, { ...question, only }),
    n: cases.length,
    open: open.length,
    over: over.length,
    stuck: open.filter(({ isStuck }) => isStuck).length,
    late: open.filter(({ isLate }) => isLate).length,
    due: open.filter(({ due }) => due !== null).length,
    checks: checkLines(cases, question.scope),
    undated,
    words: {
      owner: read.words("owner"),
      severity: read.words("severity"),
      priority: read.words("priority"),
      complaintKind: read.words("complaintKind"),
      channel: read.words("channel"),
    },
  };
}

function listedOf(
  open: readonly DeskCase[],
  over: readonly DeskCase[],
  { missed, scope, only }: Pick<CaseQuestion, "missed" | "scope"> & Pick<Sight, "only">,
): readonly DeskCase[] {
  if (missed !== null) {
    const chosen = (some: readonly DeskCase[]): readonly DeskCase[] =>
      missedCases(some, missed, scope).slice(0, MOST_OPEN);
    return [...chosen(open), ...chosen(over)];
  }
  return [...open.slice(0, MOST_OPEN), ...over.slice(0, only === null ? MOST_CLOSED : MOST_OPEN)];
}

/** Priorities of which nothing is laid down come after the others. */
const rankOf = ({ rank }: DeskCase): number => rank ?? Number.MAX_SAFE_INTEGER;

const endOf = ({ closedAt, resolvedAt, openedAt }: DeskCase): number =>
  closedAt ?? resolvedAt ?? openedAt;

const OWN_RECORDS: CaseRecords = { response: true, solution: true, followUp: true, outcome: true };

type Reader = ReturnType<typeof readerOf>;

/** Cells of the complaints; moments of the user's own work count even where the measures leave them out. */
function readerOf(table: Table, { done, taken }: Casework, keys: readonly string[]) {
  const own = new Set([...taken.values()].map(({ complaintId }) => keyOfOwn(complaintId)));
  const text = (id: string, row: number): string | null => {
    const column = columnOf(table, id, "dictionary");
    return column === undefined ? null : textAt(column, row);
  };
  const moment = (id: string, row: number): number | null => {
    const key = keys[row]!;
    const work: Readonly<Record<string, unknown>> | undefined = done.get(key);
    const given = work?.[id];
    if (typeof given === "number") return given;
    const value = columnOf(table, id, "float64")?.values[row];
    return value === undefined || Number.isNaN(value) ? null : value;
  };
  const isDated = new Map(
    CASE_MOMENTS.map((id) => [
      id as string,
      columnOf(table, id, "float64")?.values.some((value) => !Number.isNaN(value)) === true,
    ]),
  );
  const isOwn = (row: number): boolean => own.has(keys[row]!);
  /** Words of the data alone: with one that was written here all other cases would look as if theirs were forgotten. */
  const hasWords = (id: string): boolean =>
    keys.some((key, row) => {
      const work: Readonly<Record<string, unknown>> | undefined = done.get(key);
      return work?.[id] === undefined && !isOwn(row) && text(id, row) !== null;
    });
  const hasMoments = (id: string): boolean => isDated.get(id) === true;
  const has: CaseRecords = {
    response: hasMoments("respondedAt"),
    solution: hasMoments("resolvedAt"),
    followUp: hasMoments("closedAt"),
    outcome: hasWords("resolution"),
  };
  return {
    keyAt: (row: number): string => keys[row]!,
    workAt: (row: number) => done.get(keys[row]!) ?? null,
    isOwn,
    text,
    moment,
    flag: (id: string, row: number): boolean | null => {
      const value = moment(id, row);
      return value === null ? null : value === 1;
    },
    isDated: hasMoments,
    hasCauses: hasWords("cause") || hasWords("causeGroup"),
    /** what can be known of a case: what the table writes down, all of one taken here */
    recordsAt: (row: number): CaseRecords => (isOwn(row) ? OWN_RECORDS : has),
    words: (id: string): readonly string[] => {
      const column = columnOf(table, id, "dictionary");
      return column === undefined ? [] : [...new Set(column.dictionary)].sort();
    },
  };
}

interface Judging extends CaseQuestion {
  readonly rules: CaseRules;
  readonly judge: CaseJudge;
}

interface Place {
  readonly row: number;
  readonly customer: number;
  readonly name: string | null;
  readonly openedAt: number;
}

function caseAt(
  read: Reader,
  { sla, rules, judge }: Judging,
  { row, customer, name, openedAt }: Place,
): DeskCase {
  const moments = momentsAt(read, row);
  const step = stepAt(read, row, moments);
  const judged = judgedCase({ ...moments, openedAt }, isShut(read, row), judge);
  const hoursSince = (moment: number): number => {
    const since = Number.isNaN(moment) ? judged.opened : moment;
    return judge.clock(since, judge.end) / MINUTES_PER_HOUR;
  };
  const since = step === "close" ? moments.resolvedAt : moments.respondedAt;
  const waitedDays = Math.max(0, (judge.end - (since ?? openedAt)) / MINUTES_PER_DAY);
  const [severity, priority] = [read.text("severity", row), read.text("priority", row)];
  const limitHours = limitHoursOf(rules, priority, sla.limitHours);
  const hoursOpen = hoursSince(judged.opened);
  const isLate = step === "respond" && hoursOpen > limitHours;
  const isEscalated = read.flag("isEscalated", row);
  const waiting = { step, severity, priority, hoursOpen, isEscalated: isEscalated === true };
  const rule = escalationDue(rules, {
    ...waiting,
    hoursInStep: hoursSince(step === "close" ? judged.resolved : judged.responded),
    escalatedTo: read.workAt(row)?.escalatedTo ?? null,
  });
  const facts = factsAt(read, row);
  const checks = checksOf({
    ...facts,
    closedAt: moments.closedAt,
    work: read.workAt(row),
    step,
    ...promisesOf(judged, judge, { limitHours, resolveDays: sla.resolveDays }),
    has: read.recordsAt(row),
  });
  const isDue = rule !== null || (rules.escalations.size === 0 && isLate && isEscalated !== true);
  return {
    key: read.keyAt(row),
    customer,
    name,
    id: read.text("complaintId", row),
    openedAt,
    ...moments,
    step,
    waitedDays: step === null ? 0 : waitedDays,
    isStuck: step !== null && waitedDays > sla.stuckDays,
    isLate,
    due: isDue ? { rule } : null,
    ...facts,
    checks,
    severity,
    priority,
    rank: priorityNamed(rules, priority)?.rank ?? null,
    limitHours,
    isEscalated,
    isOwn: read.isOwn(row),
    work: read.workAt(row),
  };
}

const momentsAt = (read: Reader, row: number) => ({
  respondedAt: read.moment("respondedAt", row),
  resolvedAt: read.moment("resolvedAt", row),
  closedAt: read.moment("closedAt", row),
});

/** What a case is about, and what came of it. */
function factsAt(read: Reader, row: number) {
  return {
    owner: read.text("owner", row),
    kind: read.text("complaintKind", row),
    channel: read.text("channel", row),
    product: read.text("productName", row),
    batch: read.text("batch", row),
    orderId: read.text("orderId", row),
    text: read.text("text", row),
    cause: read.text("cause", row) ?? read.text("causeGroup", row),
    resolution: read.text("resolution", row),
    lossAmount: read.moment("lossAmount", row),
    compensation: read.moment("compensation", row),
    isSatisfied: read.flag("isSatisfied", row),
  };
}

/** The first step that is not done; null: the case is over. */
function stepAt(
  read: Reader,
  row: number,
  { respondedAt, resolvedAt, closedAt }: Pick<DeskCase, "respondedAt" | "resolvedAt" | "closedAt">,
): CaseStep | null {
  const isOwn = read.isOwn(row);
  if (closedAt !== null) return null;
  if (resolvedAt !== null) return isOwn || read.isDated("closedAt") ? "close" : null;
  if (isShut(read, row)) return null;
  if (respondedAt === null && (isOwn || read.isDated("respondedAt"))) return "respond";
  const hasCause = read.text("cause", row) !== null || read.text("causeGroup", row) !== null;
  return !hasCause && (isOwn || read.hasCauses) ? "cause" : "solve";
}

function isShut(read: Reader, row: number): boolean {
  const status = read.text("status", row);
  return status !== null && isClosedStatus(status);
}
