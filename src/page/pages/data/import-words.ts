import type { IssueCount } from "../../../domain/issue";
import type { CoreMessages } from "../../../i18n/messages";
import type { SheetReport } from "../../../workers/protocol";
import type { ImportSession } from "../../state/import-session.svelte";
import { openQuestions } from "./open-questions";

/** Why the import cannot start yet, in words; null when nothing stands in its way. */
export function waitingFor(
  session: Pick<ImportSession, "files" | "wanted" | "canStore">,
  words: CoreMessages["data"],
): string | null {
  const { wanted, files } = session;
  if (files.some(({ status }) => status === "inspecting")) return words.file.status.inspecting;
  if (wanted.length === 0) return words.run.nothing;
  if (wanted.some(({ unmatched }) => unmatched.length > 0)) return words.run.unmatched;
  if (wanted.some(({ columns }) => openQuestions(columns).length > 0)) return words.run.unanswered;
  if (wanted.some(({ status }) => status === "reading")) return words.run.waiting;
  return session.canStore ? null : words.run.noRows;
}

/** Why rows were left out, over all sheets of an import, the most frequent reason first. */
export function leftOutReasons(reports: readonly SheetReport[]): readonly IssueCount[] {
  return reports
    .flatMap(({ issues }) => issues.counts)
    .filter(({ severity }) => severity === "excluded")
    .toSorted((a, b) => b.count - a.count);
}
