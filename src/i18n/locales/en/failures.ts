import { grouped } from "../../number-words";
import type { FailureMessages } from "../zh-Hans/failures";

export const failures = {
  file: {
    E_FILE_EMPTY: ["The file is empty.", "Check that the export worked and choose it again."],
    E_FILE_CHANGED: [
      "The file changed or was moved while it was read.",
      "Close the program that is editing it and choose it again.",
    ],
    E_FILE_TOO_LARGE: [
      "The file is too large.",
      "CSV may have 2 GB, Excel 300 MB. Export it in parts, year by year.",
    ],
    E_BINARY: ["This is not a spreadsheet.", "Save it as CSV or Excel (.xlsx) and import that."],
    E_UNSUPPORTED_TYPE: [
      "This type of file cannot be read yet.",
      "Open it in Excel and save it as an Excel workbook (.xlsx) or CSV UTF-8.",
    ],
    E_ENCODING: [
      "The encoding of the text was not recognised.",
      "Save it from Excel as CSV UTF-8 and import that.",
    ],
    E_ENCODING_MIXED: [
      "The file mixes two encodings.",
      "It is probably two files joined. Import them one by one, or save it from Excel as CSV UTF-8.",
    ],
    E_ENCODING_TRUNCATED: [
      "The file ends in the middle of a character.",
      "The export probably did not finish. Export it again.",
    ],
    E_CSV_UNBALANCED: [
      "A quotation mark is never closed.",
      'Add or remove the odd quotation mark (") in that row and import again.',
    ],
    E_FIELD_TOO_LONG: [
      "One cell is larger than 1 MB.",
      "Most likely a quotation mark is not closed and the rest ran into one cell.",
    ],
    E_TOO_MANY_COLUMNS: [
      "There are more than 2,000 columns.",
      "Check the delimiter, or delete the columns that are not needed.",
    ],
    E_TOO_MANY_ROWS: [
      "There are more than 20 million rows.",
      "Split the export into several files, year by year.",
    ],
    E_ZIP_LIMIT: [
      "This workbook unpacks to an abnormal size.",
      "Open it in Excel, save a copy and import that.",
    ],
    E_ZIP_INVALID: [
      "The workbook is damaged and cannot be opened.",
      "Open it in Excel and save a copy; if that fails, export it again.",
    ],
    E_XML_FORBIDDEN: [
      "The workbook contains something that does not belong in it.",
      "Open it in Excel, save a copy and import that.",
    ],
    E_XLSX_INVALID: [
      "The workbook is incomplete.",
      "Open it in Excel, save a copy and import that.",
    ],
    E_XLSX_ENCRYPTED: [
      "The workbook is protected by a password.",
      "Remove the password in Excel, save it and import that.",
    ],
    E_XLSX_NO_SHEETS: ["The workbook has no sheet.", "Check that it is the right file."],
    E_LIMIT: ["The file goes beyond what can be read.", "Split it into several smaller files."],
    E_NO_ROWS: ["There is a header but no data.", "Check the date range of the export."],
    E_CANCELLED: ["Cancelled. Nothing was saved.", "You can import it again at any time."],
  },
  storage: {
    E_QUOTA: [
      "There is not enough space. Nothing was saved; your data are as they were.",
      "Free some disk space, or undo an import that is not needed, and try again.",
    ],
    E_DB_BLOCKED: [
      "Another tab still holds these data open.",
      "Close the other tabs of this site. What was to be deleted goes as soon as they are closed.",
    ],
    E_DB_CLOSED: [
      "The browser dropped its connection to the data.",
      "Try again; if it stays, reopen this page. The data are still there.",
    ],
    E_DB_CORRUPT: [
      "What is stored is not what was written; it was left as it is.",
      "What can be read works as before. Keep your original sheets; they can be imported again.",
    ],
    E_DB_LOST: [
      "Data that were here are gone.",
      "Do not clear site data. See on the Data page what is left, then import your sheets again.",
    ],
    E_DB_NEWER: [
      "These data were written by a newer version than this page.",
      "Reopen the page to get the new version.",
    ],
    E_PRIVATE_MODE: [
      "The browser does not allow storing here (a private window?).",
      "Open the page in a normal window.",
    ],
    E_DISK_FULL_OPEN: [
      "The disk is full and the data cannot be opened; they are still there.",
      "Free some disk space and try again.",
    ],
    E_MEMORY: [
      "There is not enough memory. Nothing was saved; your data are as they were.",
      "Close some programs or tabs and try again.",
    ],
    E_WORKER_CRASHED: [
      "The computation stopped and was restarted. Your data are as they were.",
      "Try again.",
    ],
    E_WORKER_BUILD: [
      "The program was updated and this page is of the older version.",
      "Reopen the page. Your data are as they were.",
    ],
    E_WORK_INCOMPLETE: [
      "Your own work could not be read in full, so nothing was written to it.",
      "Decide above whether to go on with what is there.",
    ],
    E_LOCKED_BY_TAB: ["Another window is importing.", "Wait until it is done and try again."],
    E_STALE_TAB: [
      "The data were just changed in another window.",
      "Reload this page, then import.",
    ],
  },
  /** Megabytes. */
  space: (p: { needed: number; free: number }) =>
    `This import needs about ${grouped(p.needed)} MB; ${grouped(p.free)} MB are free. `,
  unknown: {
    what: "Something unexpected went wrong. Nothing was saved; your data are as they were.",
    advice: (p: { code: string }) => `Try again. If it stays, tell us the code ${p.code}.`,
  },
  row: (p: { row: number }) => ` Row ${grouped(p.row)}.`,
} satisfies FailureMessages;
