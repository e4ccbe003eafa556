import type { Format } from "../../i18n/format";
import type { Rich } from "../../i18n/rich";
import { epochDay } from "../../kernel/base/calendar";
import type { CausesMessages } from "./messages/zh-Hans";
import type { BatchLine, CausesParams, CausesResult, Outcome } from "./spec";

/** The words of one language, and the currency of the data. */
export interface Words {
  readonly t: CausesMessages;
  readonly format: Format;
  readonly currency: string | null;
}

const periodOf = (result: CausesResult, { format }: Words): string =>
  format.period(epochDay(result.fromDay), epochDay(result.toDay));

/** The batch in which a cause most surely comes together; null when none does. */
const tiedBatch = ({ batches }: CausesResult): BatchLine | null =>
  batches.find(({ isTied }) => isTied) ?? null;

const risingNames = ({ causes }: CausesResult): readonly string[] =>
  causes.filter(({ isRising }) => isRising).map(({ name }) => name);

/** The cause that most cases have, whatever the ranking. */
function largest({ causes }: CausesResult) {
  return causes.toSorted((a, b) => b.cases - a.cases)[0];
}

/** The answer in one to three sentences; each is true or left out. */
export function findings(result: CausesResult, words: Words): Rich {
  const { t, format } = words;
  const { headline } = result;
  const sentences: Rich[] = [causeFinding(result, words)];
  const batch = tiedBatch(result);
  if (batch !== null) sentences.push(t.findingBatch(batch));
  const rising = risingNames(result);
  if (rising.length > 0) sentences.push(t.findingRising({ causes: format.list(rising) }));
  if (headline.repeatCustomers > 0 && headline.againWithin90 !== null) {
    const share = format.percent(headline.againWithin90);
    sentences.push(t.findingRepeat({ customers: headline.repeatCustomers, share }));
  }
  const joint = format.language === "en" ? " " : "";
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [joint, ...sentence]));
}

function causeFinding(result: CausesResult, { t, format }: Words): Rich {
  const { headline } = result;
  const first = largest(result);
  if (first === undefined || headline.topShare === null || headline.causesFor80 === null) {
    return t.findingUnexplained({ cases: headline.n });
  }
  if (headline.causes === 1) return t.findingOne({ cause: first.name, cases: first.cases });
  const share = format.percent(headline.topShare);
  return t.finding({
    cause: first.name,
    share,
    causes: headline.causes,
    few: headline.causesFor80,
  });
}

/** What each marked word of the findings opens. */
export function findingCells(result: CausesResult): Readonly<Record<string, string>> {
  const first = largest(result);
  const batch = tiedBatch(result);
  return {
    repeat: "complaint-named:repeat",
    ...(first === undefined ? {} : { top: `complaint-cause:${first.name}` }),
    ...(batch === null
      ? {}
      : { batch: `complaint-batch:${batch.batch}`, cause: `complaint-cause:${batch.cause}` }),
  };
}

const levelName = ({ level }: CausesResult, { t }: Words): string =>
  level === null ? "" : t.levels[level];

export function paretoSub(result: CausesResult, params: CausesParams, words: Words): string {
  const { t, format, currency } = words;
  const level = levelName(result, words);
  const period = periodOf(result, words);
  const { explained, loss } = result.headline;
  return params.by === "count"
    ? t.pareto.sub({ cases: explained, period, level })
    : t.pareto.subMoney({ money: format.money(loss ?? 0, currency), period, level });
}

/** What follows from the comparison of outcomes. */
export function afterVerdict({ afterChance }: CausesResult, { t }: Words): string {
  if (afterChance === null) return t.after.few;
  return afterChance < 0.05 ? t.after.clear : t.after.unclear;
}

export const shareOfOutcome = (result: CausesResult, outcome: Outcome, words: Words): string => {
  const share = result.after.find((line) => line.outcome === outcome)?.share ?? null;
  return share === null ? words.format.dash : words.format.percent(share);
};

/** 怎么算的, line by line. */
export function howLines(result: CausesResult, words: Words): readonly string[] {
  const { t, format } = words;
  const period = periodOf(result, words);
  return [
    t.how.level,
    t.how.money,
    t.how.rising({ share: format.percent(0.05) }),
    t.how.tied,
    t.how.rate,
    t.how.basis({ cases: result.headline.n, period }),
  ];
}
