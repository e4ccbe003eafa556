import type { WinbackResult, WinbackTrial } from "./spec";
import type { Words } from "./view-model";

/** A share above this cannot be seen in any list: nobody can come back more than once. */
const WHOLE = 1;

/** What parting the list can show, line by line. */
export function trialLines(
  { expected, detectable }: WinbackTrial,
  { t, format }: Words,
): readonly string[] {
  const lines = [t.trial.expected({ share: format.percent(expected) })];
  if (detectable === null) return [...lines, t.trial.none];
  if (expected + detectable > WHOLE) return [...lines, t.trial.tooFew];
  return [...lines, t.trial.seen({ detectable: format.pointsApart(detectable) })];
}

/** What a finished round shows, line by line. */
export function readoutLines({ readout }: WinbackResult, { t, format }: Words): readonly string[] {
  if (readout === null) return [];
  const { effect, brought } = readout;
  const percent = (value: number): string => format.percent(value);
  const shares = t.readout.shares({
    contacted: percent(readout.contacted),
    alone: percent(readout.alone),
  });
  const [low, high] = [percent(effect.low), percent(effect.high)];
  if (effect.low > 0) {
    const said = { effect: percent(effect.value), low, high, brought: Math.round(brought.value) };
    return [shares, t.readout.works(said)];
  }
  if (effect.high < 0) {
    const said = {
      effect: percent(-effect.value),
      low: percent(-effect.high),
      high: percent(-effect.low),
    };
    return [shares, t.readout.harms(said)];
  }
  return [shares, t.readout.unclear({ low, high })];
}
