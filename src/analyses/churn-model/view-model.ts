import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import type { ChurnModelMessages } from "./messages/zh-Hans";
import type {
  AtRiskLine,
  ChurnCard,
  ChurnList,
  ChurnModelResult,
  FeatureLine,
  ModelLine,
  ReasonPart,
} from "./spec";

/** The words of one language, the currency of the data, and what its columns are called. */
export interface Words {
  readonly t: ChurnModelMessages;
  readonly format: Format;
  readonly currency: string | null;
  readonly columnName: (id: string) => string;
  /** a yes-or-no column holds 1 and 0 */
  readonly isFlag: (id: string) => boolean;
}

/** A result with a model. */
export type Modelled = ChurnModelResult & { readonly card: ChurnCard; readonly list: ChurnList };

export const isModelled = (result: ChurnModelResult): result is Modelled =>
  result.card !== null && result.list !== null;

/** Sentences of one language stand apart by a space or not at all. */
const joint = ({ format }: Words): string => (format.language === "en" ? " " : "");

/** By rounding a hair less than two. */
const TWICE = 2 - 1e-9;

/** The answer in sentences; each is true or left out. */
export function findings({ card, list }: Modelled, words: Words): Rich {
  const { t, format, currency } = words;
  const sentences: Rich[] = [
    t.finding({ customers: list.customers, expected: Math.round(list.expected) }),
  ];
  const { customers, atStake, from } = list.atRisk;
  if (customers > 0) {
    // Where leaving is usual, twice the average would be more than can be.
    const isTwice = list.customers * from >= TWICE * list.expected;
    sentences.push(
      t.findingRisk({
        customers,
        from: isTwice ? null : format.percent(from),
        money: atStake === null ? null : format.money(atStake, currency),
      }),
    );
  }
  const top = card.gains.find(({ percent }) => percent === 10);
  if (top !== undefined) {
    const lift = format.number(top.lift, 1);
    const capture = format.percent(top.capture);
    sentences.push([t.findingTrust({ tested: card.testCustomers, capture, lift })]);
  }
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint(words), ...sentence]));
}

/** A model that ranks worse than this is a hint only. */
const WEAK_AUC = 0.7;
/** Chances that should be drawn in by more than this are too bold. */
const BOLD_SLOPE = 0.75;
/** One of ten intervals of 95 % misses by chance, three hardly ever. */
const MISSES = 3;
/** Nobody foresees so well who leaves. */
const TOO_GOOD_AUC = 0.97;

/** What a reader must know before using the list; empty when all is well. */
export function cautions({ card }: Modelled, words: Words): readonly string[] {
  const { t, format } = words;
  const chosen = card.models.find(({ kind }) => kind === card.chosen);
  if (chosen === undefined) return [];
  const lines: string[] = [];
  const { value } = chosen.auc;
  if (value < WEAK_AUC) lines.push(t.cautions.weak({ auc: format.number(value, 2) }));
  if (chosen.slope !== null && chosen.slope < BOLD_SLOPE) lines.push(t.cautions.bold);
  else {
    const missed = card.groups.filter(
      ({ meanChance, low, high }) => meanChance < low || meanChance > high,
    );
    if (missed.length >= MISSES)
      lines.push(t.cautions.off({ groups: missed.length, of: card.groups.length }));
  }
  const [heaviest] = card.features.toSorted((a, b) => b.weight - a.weight);
  if (value >= TOO_GOOD_AUC && heaviest !== undefined) {
    const name = featureName(heaviest, words);
    lines.push(t.cautions.tooGood({ auc: format.fixed(value, 2), name }));
  }
  return lines;
}

export function refusalText(
  { code, need, have }: NonNullable<ChurnModelResult["refusal"]>,
  { t }: Words,
): string {
  const said = t.refused[code];
  return typeof said === "string" ? said : said({ need, have });
}

type BehaviourId = keyof ChurnModelMessages["behaviours"];
const isBehaviour = (id: string, t: ChurnModelMessages): id is BehaviourId =>
  Object.hasOwn(t.behaviours, id);

/** What a feature is called. */
export function featureName({ id, from }: Pick<FeatureLine, "id" | "from">, words: Words): string {
  const { t } = words;
  return from === "orders" && isBehaviour(id, t) ? t.behaviours[id] : words.columnName(id);
}

/** What raises a customer's chance, in words, at most three. */
export function reasonText(
  line: AtRiskLine,
  card: Pick<ChurnCard, "features">,
  words: Words,
): string {
  const raising = line.reasons.filter(({ part }) => part > 0).slice(0, 3);
  if (raising.length === 0) return words.format.dash;
  const said = raising.map((reason) => oneReason(reason, card, words));
  return said.join(words.format.language === "en" ? "; " : "；");
}

function oneReason(
  { feature, value }: ReasonPart,
  card: Pick<ChurnCard, "features">,
  words: Words,
): string {
  const { t, format } = words;
  const line = card.features[feature];
  if (line === undefined) return format.dash;
  const name = featureName(line, words);
  if (value === null) {
    const unknown: Readonly<Record<string, string>> = t.behaviourUnknown;
    return unknown[line.id] ?? t.reason.missing({ name });
  }
  if (typeof value === "string") return t.reason.word({ name, value });
  if (line.from === "orders" && isBehaviour(line.id, t)) {
    return t.behaviourReasons[line.id]({ value: behaviourValue(line.id, value, words) });
  }
  if (words.isFlag(line.id)) return t.reason.word({ name, value: value === 0 ? t.no : t.yes });
  return t.reason.number({ name, value: format.number(value, 2) });
}

function behaviourValue(id: BehaviourId, value: number, { format, currency }: Words): string {
  switch (id) {
    case "recency":
    case "tenure":
      return format.days(value);
    case "sales":
    case "order-value":
      return format.money(value, currency);
    case "trend":
    case "sales-trend":
      return format.percentChange(value);
    case "gap-variation":
    case "returned":
      return format.percent(value);
    case "order-days":
      return format.count(Math.round(value));
    case "rhythm":
      return format.number(value, 1);
  }
}

export interface CardRowText {
  readonly kind: ModelLine["kind"];
  readonly name: string;
  readonly auc: string;
  readonly logLoss: string;
  readonly brier: string;
  readonly skill: string;
  readonly slope: string;
  readonly size: string;
}

/** Both models, the one that is used first. */
export function modelRows(card: ChurnCard, { t, format }: Words): readonly CardRowText[] {
  const shown = (value: number | null, digits: number): string =>
    value === null ? format.dash : format.fixed(value, digits);
  const ordered = card.models.toSorted(
    (a, b) => Number(b.kind === card.chosen) - Number(a.kind === card.chosen),
  );
  return ordered.map((model) => {
    const name = t.controls.models[model.kind];
    const { value, low, high } = model.auc;
    return {
      kind: model.kind,
      name: model.kind === card.chosen ? t.card.chosen({ model: name }) : name,
      auc: `${format.fixed(value, 3)} (${format.fixed(low, 3)}–${format.fixed(high, 3)})`,
      logLoss: shown(model.logLoss, 4),
      brier: shown(model.brier, 4),
      skill: model.brierSkill === null ? format.dash : format.percent(model.brierSkill),
      slope: shown(model.slope, 2),
      size:
        model.kind === "trees"
          ? t.card.trees({ trees: model.size })
          : t.card.parameters({ parameters: model.size }),
    };
  });
}

/** How the model was made and tested, line by line. */
export function cardLines(result: Modelled, words: Words): readonly string[] {
  const { t, format } = words;
  const { split } = result.card;
  const lines: string[] = [];
  if (result.windowDays !== null) {
    lines.push(t.card.window({ days: format.days(result.windowDays) }));
  }
  if (split.kind === "time") {
    lines.push(
      t.card.splits.time({
        train: format.day(epochDay(split.trainDay)),
        test: format.day(epochDay(split.testDay)),
        days: format.days(split.testDay - split.trainDay),
      }),
    );
  } else lines.push(t.card.splits[split.kind]);
  lines.push(t.card.choice, t.card.calibrations[result.card.calibration]);
  if (result.card.lastRun === null) lines.push(t.drift.first);
  if (result.unlabelled > 0) lines.push(t.card.unlabelled({ customers: result.unlabelled }));
  return [...lines, ...leftOutLines(result, words)];
}

/** What was not used, together by reason. */
export function leftOutLines({ leftOut }: ChurnModelResult, words: Words): readonly string[] {
  const { t, format } = words;
  const byReason = new Map<keyof typeof t.card.reasons, string[]>();
  for (const { id, reason } of leftOut) {
    const from = reason === "too-few-events" ? "orders" : "column";
    const names = byReason.get(reason) ?? [];
    byReason.set(reason, [...names, featureName({ id, from }, words)]);
  }
  return [...byReason].map(([reason, names]) =>
    t.card.leftOut({ names: format.list(names), reason: t.card.reasons[reason] }),
  );
}

const EVENTS_PER_PARAMETER = 10;

/** 怎么算的, line by line. */
export function howLines({ list, headline }: Modelled, { t, format }: Words): readonly string[] {
  const lines = [
    t.how.model,
    t.how.auc,
    t.how.reasons,
    t.how.atRisk({ from: format.percent(list.atRisk.from) }),
  ];
  if (list.stakeFrom !== null) lines.push(t.how.stake);
  if (headline.parameters !== null) {
    lines.push(t.how.events({ parameters: headline.parameters, per: EVENTS_PER_PARAMETER }));
  }
  return lines;
}
