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
