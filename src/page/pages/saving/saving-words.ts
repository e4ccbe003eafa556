import type { SavingMessages } from "../../../analyses/health/messages/saving-zh-Hans";
import { readExit, type ReasonReadings } from "../../../domain/exit-reasons";
import { isOpenPhase, phaseOf, standsSince, type SavingCase } from "../../../domain/saving";
import type { Format } from "../../../i18n/format";
import { epochDay } from "../../../kernel/base/calendar";
import type { SavingFacts, SavingFunnel } from "../../../queries/saving-types";

export interface SavingWords {
  readonly t: SavingMessages;
  readonly format: Format;
  readonly currency: string | null;
}

/** What stands side by side on the board; both ways to end share a place. */
export const BOARD_COLUMNS = ["warned", "saving", "ended"] as const;
export type BoardColumn = (typeof BOARD_COLUMNS)[number];

/** A case with what the data say of its customer. */
export interface BoardCard {
  readonly key: string;
  readonly one: SavingCase;
  /** null until the data have answered */
  readonly facts: SavingFacts | null;
  readonly name: string;
}

function columnOfCase(one: SavingCase): BoardColumn {
  const phase = phaseOf(one);
  return phase === "warned" || phase === "saving" ? phase : "ended";
}

/**
 * The cards of a column: what is due first, then the most money; of those that ended the latest first.
 *
 * @param owner null: any; empty: without one
 */
export function cardsOf(
  cards: readonly BoardCard[],
  column: BoardColumn,
  owner: string | null,
): readonly BoardCard[] {
  const own = cards.filter(
    ({ one }) => columnOfCase(one) === column && (owner === null || (one.owner ?? "") === owner),
  );
  if (column === "ended") return own.sort((a, b) => standsSince(b.one) - standsSince(a.one));
  const due = ({ one }: BoardCard): number => one.nextOn ?? Infinity;
  const money = ({ facts }: BoardCard): number => facts?.yearSales ?? -Infinity;
  const compare = (a: number, b: number): number => Number(a > b) - Number(a < b);
  return own.sort((a, b) => compare(due(a), due(b)) || compare(money(b), money(a)));
}

export interface CardLine {
  readonly id: string;
  readonly text: string;
  readonly tone: "plain" | "quiet" | "watch" | "bad" | "good";
}

/** What a card says below the name, without what is not known. */
export function cardLines(card: BoardCard, words: SavingWords, today: number): readonly CardLine[] {
  const { one, facts } = card;
  const { t, format, currency } = words;
  const isOpen = isOpenPhase(phaseOf(one));
  const lines: CardLine[] = [];
  const say = (id: string, text: string, tone: CardLine["tone"] = "plain"): void => {
    lines.push({ id, text, tone });
  };
  const money = facts?.yearSales;
  if (money !== undefined && money !== null)
    say("money", t.card.money({ money: format.money(money, currency) }));
  if (facts?.row === -1) say("gone", t.card.gone, "quiet");
  if (isOpen) {
    const [next, tone] = nextText(one, words, today);
    say("next", next, tone);
    if (one.owner === null) say("owner", t.card.noOwner, "quiet");
  }
  if (one.owner !== null) say("owner", t.card.owner({ owner: one.owner }));
  if (one.reason !== null) say("reason", t.card.reason({ reason: one.reason }));
  if (one.warning !== null && isOpen)
    say("warning", t.card.warning({ warning: one.warning }), "quiet");
  const again = facts?.again;
  if (again !== undefined && again !== null) {
    const told = { days: again.orderDays, money: format.money(again.amount, currency) };
    if (again.orderDays > 0)
      say("again", isOpen ? t.card.again(told) : t.card.againEnded(told), "good");
    else if (!isOpen) say("again", t.card.notAgain, "quiet");
  }
  return lines;
}

/** What helps against a reason, by the cause that the reason list or our rules make of it; null where they make none. */
export function tacticText(
  reason: string,
  readings: ReasonReadings,
  { t }: SavingWords,
): string | null {
  if (reason.trim() === "") return null;
  const words = { group: "", reason, text: "", initiative: "", intent: "", competitor: "" };
  const { cause, switching } = readExit(words, readings);
  // Our own prices count as our fault, and yet something can be done about them at once.
  if (cause === "fault" && switching === "pricing") return t.drawer.tactics.price;
  return cause === "unknown" ? null : t.drawer.tactics[cause];
}

/** Where the case stands and how long: 挽救中12天; of an ended one the day on which it ended. */
export function sinceText(one: SavingCase, { t, format }: SavingWords, today: number): string {
  const phase = phaseOf(one);
  const name = t.phases[phase];
  const since = standsSince(one);
  if (!isOpenPhase(phase))
    return t.drawer.step({ day: format.dayShort(epochDay(since)), phase: name });
  return t.card.since({ phase: name, days: format.days(Math.max(0, today - since)) });
}

function nextText(
  { nextStep, nextOn }: SavingCase,
  { t, format }: SavingWords,
  today: number,
): readonly [text: string, tone: CardLine["tone"]] {
  if (nextOn === null) {
    return nextStep === null
      ? [t.card.noNext, "quiet"]
      : [t.card.nextUndated({ step: nextStep }), "plain"];
  }
  const late = today - nextOn;
  const shown = format.dayShort(epochDay(nextOn));
  const day = late < 0 ? shown : t.card.dayDue({ day: shown, due: dueText(late, t) });
  const text = nextStep === null ? t.card.nextOnly({ day }) : t.card.next({ step: nextStep, day });
  if (late > 0) return [text, "bad"];
  return [text, late === 0 ? "watch" : "plain"];
}

const dueText = (late: number, t: SavingMessages): string =>
  late === 0 ? t.card.due : t.card.overdue({ days: late });

/** What the board says first; each sentence is true or left out. */
export function boardFinding(
  cards: readonly BoardCard[],
  { words, today }: { readonly words: SavingWords; readonly today: number },
): string {
  const { t, format, currency } = words;
  const open = cards.filter(({ one }) => isOpenPhase(phaseOf(one)));
  const known = open.flatMap(({ facts }) =>
    facts === null || facts.yearSales === null ? [] : [facts.yearSales],
  );
  const money = known.reduce((sum, amount) => sum + amount, 0);
  const due = open.filter(({ one }) => one.nextOn !== null && one.nextOn <= today).length;
  const saved = cards.filter(({ one }) => phaseOf(one) === "saved").length;
  const lost = cards.filter(({ one }) => phaseOf(one) === "lost").length;
  const sentences: string[] = [];
  if (open.length === 0) sentences.push(t.finding.noneOpen);
  else if (known.length === 0) sentences.push(t.finding.openBare({ open: open.length }));
  else sentences.push(t.finding.open({ open: open.length, money: format.money(money, currency) }));
  if (due > 0) sentences.push(t.finding.due({ due }));
  if (saved + lost > 0) sentences.push(t.finding.ended({ saved, lost }));
  return sentences.join(format.language === "en" ? " " : "");
}

/** What the funnel says below its table. */
export function funnelLines(
  { saved, lost, savedShare, again }: SavingFunnel,
  { t, format, currency }: SavingWords,
): readonly string[] {
  const lines: string[] = [];
  const { funnel } = t;
  if (savedShare !== null) {
    const { value, low, high } = savedShare;
    lines.push(
      funnel.share({
        share: format.percent(value),
        low: format.percent(low),
        high: format.percent(high),
      }),
    );
  } else if (saved + lost > 0) lines.push(funnel.shareThin({ ended: saved + lost }));
  if (again.seen > 0) {
    const { seen, customers, amount } = again;
    lines.push(funnel.again({ seen, customers, money: format.money(amount, currency) }));
  } else if (saved > 0) lines.push(funnel.againUnseen);
  if (saved + lost > 0) lines.push(funnel.note);
  return lines;
}
