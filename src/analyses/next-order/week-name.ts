import type { NextOrderMessages } from "./messages/zh-Hans";

const FURTHEST = 8;

/** What a week of `weeks` is called; its ends hold everything beyond. */
export function weekName(week: number, t: NextOrderMessages): string {
  if (week === 0) return t.weeks.thisWeek;
  const name = week < 0 ? t.weeks.past({ weeks: -week }) : t.weeks.future({ weeks: week });
  return Math.abs(week) === FURTHEST ? t.weeks.beyond({ name }) : name;
}
