import type { Messages } from "../../../i18n/messages";
import type { WorkspaceRecord } from "../../../storage/workspaces";

/** The name of a data set as the reader sees it: the demo and the first one of the reader's own have one of ours. */
export function workspaceName(
  t: Messages["settings"],
  workspace: Pick<WorkspaceRecord, "kind" | "name">,
): string {
  if (workspace.kind === "demo") return t.demo;
  return workspace.name === "" ? t.own : workspace.name;
}
