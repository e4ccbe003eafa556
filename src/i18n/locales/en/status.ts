import type { Messages } from "../../messages";
import { grouped } from "../../number-words";

export const status = {
  running: "Computing…",
  recomputing: "Computing with the new settings…",
  remaining: (p) => `about ${p.time} left`,
  cancel: "Cancel",
  cancelled: "Cancelled. The charts still show the earlier result.",
  run: "Compute again",
  missingTitle: "A few columns are missing",
  missingText: (p) => `This page needs ${p.columns} in the ${p.table} table.`,
  missingTable: (p) => `The ${p.table} table has not been imported yet.`,
  openData: "Import it",
  template: "Download the template",
  refusedTitle: "Not enough data for an answer",
  refused: (p) =>
    `At least ${grouped(p.need)} are needed; there are ${grouped(p.have)}. Widen the filters or the period.`,
  /** By the code of a refusal, where there is more to say than two numbers. */
  reasons: {
    "few-customers": (p) =>
      `At least ${grouped(p.need)} customers are needed; there are ${grouped(p.have)}. Loosen the filters or take a longer period.`,
    "too-few-customers": (p) =>
      `At least ${grouped(p.need)} customers are needed; there are ${grouped(p.have)}. Loosen the filters or take a longer period.`,
    "few-repeaters": (p) =>
      `At least ${grouped(p.need)} customers who bought more than once are needed; there are ${grouped(p.have)}.`,
    "few-rhythms": (p) =>
      `At least ${grouped(p.need)} customers with a visible order rhythm are needed; there are ${grouped(p.have)}. Take a longer period.`,
    "few-months": (p) =>
      `At least ${grouped(p.need)} full months are needed; there are ${grouped(p.have)}.`,
    "few-periods": (p) =>
      `At least ${grouped(p.need)} full periods that can be compared one with the next are needed; there are ${grouped(p.have)}. Look by month, or wait for more data.`,
    "no-before": (p) =>
      `The time to compare with needs at least ${grouped(p.need)} days of data; there are ${grouped(p.have)}. Take a shorter period.`,
    "few-orders": (p) =>
      `A customer needs at least ${grouped(p.need)} order days to be judged; the most that anybody has is ${grouped(p.have)}.`,
    "short-history": (p) =>
      `At least ${grouped(p.need)} days of orders are needed; there are ${grouped(p.have)}.`,
    "no-sales": () => "There are no sales here. Loosen the filters or take a longer period.",
    "no-orders": () => "There are no orders here. Loosen the filters or take a longer period.",
    "no-customers": () => "There are no customers here. Loosen the filters.",
    "no-complaints": () =>
      "There are no complaints here. Loosen the filters or take a longer period.",
    "no-comments": () => "There are no comments here. Loosen the filters or take a longer period.",
    "no-question": () => "The surveys have no question with a score that can be used.",
    "no-rating-question": () => "The surveys have no satisfaction question.",
    "no-scale-question": () => "The surveys have no recommend question from 0 to 10.",
    "too-few-answers": (p) =>
      `At least ${grouped(p.need)} answers are needed; there are ${grouped(p.have)}. Loosen the filters or take a longer period.`,
    "too-few-answered": (p) =>
      `At least ${grouped(p.need)} customers who answered are needed; there are ${grouped(p.have)}.`,
    "too-few-silent": (p) =>
      `At least ${grouped(p.need)} customers who did not answer are needed; there are ${grouped(p.have)}.`,
    "too-few-items": (p) =>
      `At least ${grouped(p.need)} satisfaction questions are needed; there are ${grouped(p.have)}.`,
  },
  widen: "Clear filters",
  allTime: "Show all time",
  failedTitle: "This could not be computed",
  failedText:
    "Your data were not changed. Try again; if it happens once more, send the technical details below to the maintainers.",
  noView:
    "The content of this page could not be loaded. Check the network and try again, or reopen the page.",
  boundaryTitle: "Something went wrong here",
  boundaryText:
    "Your data were not changed and the other pages work. Try again, or copy the technical details for the maintainers.",
  ended: {
    replaced: "The program was updated in another tab",
    deleted: "This data set was deleted in another tab",
  },
  reopen: "Reopen",
  endedText: "Reopen this tab to go on. The other data are intact.",
} satisfies Messages["status"];
