import { RFM_SEGMENTS } from "../../../domain/rule-book";
import { segmentName } from "../../../analyses/rfm/segment-name";
import type { Messages } from "../../../i18n/messages";
import type { CustomerFileQuery } from "../../../queries/types";

/** The titles and the words of a file of the customer list in one language; columns of the reader's own keep their header. */
export function fileWords(
  t: Pick<Messages, "analysis" | "customers" | "fields">,
): Pick<CustomerFileQuery, "sheetName" | "headers" | "words"> {
  const { exportFile, fileColumns } = t.customers;
  const groups = t.analysis["cross-tab"].groups;
  return {
    sheetName: exportFile,
    headers: { ...t.fields.customers, ...fileColumns },
    words: {
      segments: Object.fromEntries(
        RFM_SEGMENTS.eleven.map(({ id }) => [id, segmentName(id, t.analysis.rfm)]),
      ),
      stages: t.analysis.lifecycle.stages.names,
      yes: groups.yes,
      no: groups.no,
    },
  };
}
