import { FEWEST_DECIDED, type AttemptReadout } from "../../../domain/winback-attempt";
import type { Format } from "../../../i18n/format";
import type { AnalysisMessages } from "../../../i18n/messages";

export interface AttemptWords {
  readonly t: AnalysisMessages["winback"]["attempts"];
  readonly format: Format;
  readonly currency: string | null;
}

/** What the attempts have brought so far, sentence by sentence. */
export function readoutLines(
  readout: AttemptReadout,
  { t, format, currency }: AttemptWords,
): readonly string[] {
  const { attempts, won, lost, pending, share, cost, withoutCost } = readout;
  if (attempts === 0) return [];
  const lines = [t.counts({ attempts, won, lost, pending })];
  if (share === null) lines.push(t.few({ need: FEWEST_DECIDED, decided: won + lost }));
  else {
    const interval = format.percentInterval(share.low, share.high);
    lines.push(t.share({ share: format.percent(share.value), interval }), t.compare);
  }
  if (withoutCost < attempts) {
    lines.push(t.spent({ money: format.money(cost, currency) }));
    if (withoutCost > 0) lines.push(t.withoutCost({ attempts: withoutCost }));
  }
  return lines;
}

/** Money as somebody typed it: null for nothing, NaN for what is no amount. */
export function typedCost(text: string): number | null {
  const plain = text.replaceAll(/[,，\s]/g, "");
  if (plain === "") return null;
  const amount = Number(plain);
  return amount >= 0 ? amount : NaN;
}
