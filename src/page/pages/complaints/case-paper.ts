import type { CausesMessages } from "../../../analyses/complaint-causes/messages/zh-Hans";
import { BONES, COMPANY_ORIGINS, CUSTOMER_ORIGINS, type Origin } from "../../../domain/cause-words";
import { readCause, type CauseReadings } from "../../../domain/cause-readings";
import type { CaseDesk, DeskCase } from "../../../queries/case-types";
import { momentText, type DeskWords } from "./desk-words";

/** Boxes of one line; more than this do not fit beside each other. */
const MOST_BOXES = 8;

export interface PaperBox {
  readonly text: string;
  readonly isChecked: boolean;
}

/** What stands on the printed feedback form; empty texts are left to the pen. */
export interface Paper {
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly kinds: readonly PaperBox[];
  readonly severities: readonly PaperBox[];
  readonly reason: string;
  /** the steps with their moments */
  readonly course: readonly string[];
  readonly cause: string;
  readonly bones: readonly PaperBox[];
  readonly company: readonly PaperBox[];
  readonly buyer: readonly PaperBox[];
  readonly remedy: string;
  readonly compensation: string;
  readonly satisfied: boolean | null;
}

interface PaperSight {
  /** null: a blank form */
  readonly one: DeskCase | null;
  readonly words: DeskWords;
  readonly causes: Pick<CausesMessages, "bones" | "sides">;
  readonly lists: CaseDesk["words"];
  readonly money: (amount: number) => string;
  /** what the reader laid down of causes */
  readonly readings: CauseReadings;
}

/** The form from the case, the lists of words in use, and the codes of causes. */
export function paperOf({ one, words, causes, lists, money, readings }: PaperSight): Paper {
  const { drawer, paper } = words.t;
  const { facts } = drawer;
  const cause = one === null ? null : one.cause;
  const kind = one === null ? null : one.kind;
  const read = readCause({ cause, group: null, kind, responsible: null, counted: cause }, readings);
  const bone = cause === null ? null : read.bone;
  const { origin } = read;
  const amount = (value: number | null): string => (value === null ? "" : money(value));
  const text = (value: string | null | undefined): string => value ?? "";
  const origins = (ids: readonly Origin[]): readonly PaperBox[] =>
    ids.map((id) => ({ text: causes.sides.origins[id], isChecked: id === origin }));
  return {
    facts: [
      { label: words.t.columns.customer, text: text(one?.name) },
      { label: paper.contact, text: "" },
      { label: facts.opened, text: one === null ? "" : momentText(words, one.openedAt) },
      { label: facts.channel, text: text(one?.channel) },
      { label: facts.product, text: text(one?.product) },
      { label: facts.batch, text: text(one?.batch) },
      { label: facts.order, text: text(one?.orderId) },
      { label: facts.loss, text: amount(one === null ? null : one.lossAmount) },
    ],
    kinds: boxes(lists.complaintKind, one?.kind),
    severities: boxes(lists.severity, one?.severity),
    reason: text(one?.text),
    course: one === null ? [] : courseOf(one, words),
    cause: text(cause),
    bones: BONES.map((id) => ({ text: causes.bones.names[id], isChecked: id === bone })),
    company: origins(COMPANY_ORIGINS),
    buyer: origins(CUSTOMER_ORIGINS),
    remedy: text(one?.resolution),
    compensation: amount(one === null ? null : one.compensation),
    satisfied: one === null ? null : one.isSatisfied,
  };
}

/** The words in use as boxes, the one of the case ticked; it is there though it comes late in a long list. */
function boxes(list: readonly string[], chosen: string | null | undefined): readonly PaperBox[] {
  const shown = list.slice(0, MOST_BOXES);
  const isLeftOut = chosen !== null && chosen !== undefined && !shown.includes(chosen);
  const all = isLeftOut ? [...shown.slice(0, MOST_BOXES - 1), chosen] : shown;
  return all.map((word) => ({ text: word, isChecked: word === chosen }));
}

function courseOf(one: DeskCase, words: DeskWords): readonly string[] {
  const { drawer } = words.t;
  const steps = [
    [drawer.respondedAt, one.respondedAt],
    [drawer.resolvedAt, one.resolvedAt],
    [drawer.closedAt, one.closedAt],
  ] as const;
  const dated = steps.flatMap(([label, moment]) =>
    moment === null ? [] : [`${label} ${momentText(words, moment)}`],
  );
  const note = one.work?.note;
  return note === undefined ? dated : [...dated, note];
}

/** Which of the four parts of the form a case lacks: why, course, cause, remedy. */
export function lackingParts(one: DeskCase): readonly ("reason" | "course" | "cause" | "remedy")[] {
  const isThere = {
    reason: one.text !== null,
    course: one.respondedAt !== null,
    cause: one.cause !== null,
    remedy: one.resolution !== null,
  };
  return (["reason", "course", "cause", "remedy"] as const).filter((part) => !isThere[part]);
}

export function lacksText(one: DeskCase, { t, format }: DeskWords): string {
  const lacking = lackingParts(one);
  if (lacking.length === 0) return t.paper.complete;
  return t.paper.lacks({ parts: format.list(lacking.map((part) => t.paper.parts[part])) });
}
