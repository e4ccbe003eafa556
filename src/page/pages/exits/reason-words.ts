import type { ReasonCode, ToldReading } from "../../../analyses/churn-causes/spec";
import type { ChurnCausesMessages } from "../../../analyses/churn-causes/messages/zh-Hans";
import {
  NO_REASON_READINGS,
  readExit,
  type ReadExit,
  type ReasonReading,
  type ReasonReadings,
} from "../../../domain/exit-reasons";
import type { Format } from "../../../i18n/format";

interface Words {
  readonly t: ChurnCausesMessages;
  readonly format: Format;
}

/** What a reason counts as: 主动流失 · 过失流失; several where its exits differ. */
export function readingText({ initiatives, causes }: ToldReading, { t, format }: Words): string {
  const wishes = initiatives.filter((id) => id !== "unknown").map((id) => t.initiatives[id]);
  const isOurs = wishes.length > 0 && initiatives.every((id) => id.startsWith("involuntary"));
  // An involuntary exit has no other cause than that.
  const whys = isOurs ? [] : causes.map((id) => t.causes[id]);
  return [wishes, whys]
    .filter((names) => names.length > 0)
    .map((names) => format.list(names))
    .join(" · ");
}

export const switchingText = ({ switching }: ToldReading, { t, format }: Words): string =>
  format.list(switching.map((id) => t.switching[id]));

/** Who decided what a reason counts as. */
export const deciderOf = (
  { key, read }: ReasonCode,
  readings: ReasonReadings,
): "own" | "none" | "rules" => {
  if (readings.has(key)) return "own";
  return read.causes.includes("unknown") ? "none" : "rules";
};

/** What one exit counts as. */
export const toldOnce = ({ initiative, cause, switching }: ReadExit): ToldReading => ({
  initiatives: [initiative],
  causes: [cause],
  switching: [switching],
});

/** What is laid down of a reason that no exit gives any more, or not yet. */
export function lineOfReading(key: string, reading: ReasonReading): ReasonCode {
  const blank = { group: "", text: "", initiative: "", intent: "", competitor: "" };
  const words = { ...blank, reason: reading.reason };
  return {
    key,
    name: reading.reason,
    customers: 0,
    ruled: toldOnce(readExit(words, NO_REASON_READINGS)),
    read: toldOnce(readExit(words, new Map([[key, reading]]))),
  };
}
