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
  /** What a file is that is no table, and what to do with it. */
  foreign: {
    archive: [
      "This is an archive.",
      "Unpack it first, then drop the spreadsheets inside; several at once are fine.",
    ],
    database: [
      "This is a database file.",
      "Export the table as Excel (.xlsx) or CSV from the program it belongs to, and import that.",
    ],
    docx: [
      "This is a text document, not a spreadsheet.",
      "Copy its table into Excel and save that as .xlsx, or paste the table here.",
    ],
    html: [
      "This is a web page under a spreadsheet's name.",
      "Open it in Excel and save it as an Excel workbook (.xlsx), or choose .xlsx or CSV in the system that exported it.",
    ],
    image: [
      "This is a picture.",
      "Import the spreadsheet it was made from. Excel on a phone can turn a picture into a table; check it and save it as .xlsx.",
    ],
    json: [
      "This is JSON data.",
      "Choose CSV or Excel in the system that exported it, or open it in Excel (Data, Get Data, From JSON) and save it as .xlsx.",
    ],
    mail: ["This is an e-mail.", "Open it, save the spreadsheet attached to it, and import that."],
    media: ["This is sound or film.", "Choose a spreadsheet: .xlsx, .xls, .ods or CSV."],
    numbers: [
      "This is an Apple Numbers spreadsheet.",
      "In Numbers choose File, Export To, Excel, and import what it writes.",
    ],
    office: [
      "This kind of office document cannot be read.",
      "Open it in its own program, save it as an Excel workbook (.xlsx) and import that.",
    ],
    parquet: ["This is a Parquet file.", "Export it as CSV and import that."],
    pdf: [
      "This is a PDF; tables inside cannot be read reliably.",
      "Ask for the Excel or CSV file, or take the table out with Excel (Data, Get Data, From PDF), check it and save it as .xlsx.",
    ],
    pptx: [
      "This is a presentation, not a spreadsheet.",
      "Import the spreadsheet that its charts were made from.",
    ],
    rtf: [
      "This is a text document, not a spreadsheet.",
      "Copy its table into Excel, save that as .xlsx and import it.",
    ],
    spreadsheetml: [
      "This is a spreadsheet in the XML format of 2003.",
      "Open it in Excel and save it as an Excel workbook (.xlsx).",
    ],
    xls: [
      "This is a very old Excel format (4.0 or before).",
      "Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx).",
    ],
    xml: [
      "This is XML data.",
      "Choose Excel or CSV in the system that exported it; if Excel can open it, save it as .xlsx.",
    ],
  },
  storage: {
    E_WORKER_STALLED: [
      "Reading this file stalled and was stopped. Nothing was saved; your data are as they were.",
      "Try again. If it stalls again, open the file in Excel, save a copy and import that.",
    ],
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
