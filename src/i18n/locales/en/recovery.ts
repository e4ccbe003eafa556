import type { Messages } from "../../messages";
import { grouped } from "../../number-words";

export const recovery = {
  title: "Take your time: nothing has been changed",
  reasons: {
    discarded:
      "The browser reports that it discarded a damaged database. There were data here, and they cannot be read now.",
    lost: "There were data here, but the browser’s storage no longer has them.",
    "rolled-back":
      "The stored data are older than what was last seen here: the latest change is missing.",
    "chunks-missing": "A part of the data cannot be found in the storage.",
    unreadable: "The stored data cannot be read at the moment.",
  },
  newer:
    "These data were written by a newer version of the program. This version will not touch them.",
  newerAdvice: "Close every tab of this program and open it again: the new version will be used.",
  blocked:
    "The browser has not opened the database yet. Another tab may be holding an older version of it.",
  blockedAdvice: "Close the other tabs of this program, then try again.",
  failed: "The browser’s storage cannot be opened at the moment.",
  failedAdvice:
    "Try again. If that does not help, restart the browser and open this page: the data stay where they are.",
  damaged:
    "A part of the data is not what was written. It is no longer used, so that no wrong figure is shown.",
  known: "What was here when last seen",
  knownRows: (p) => `${p.table}: ${grouped(p.rows)} rows`,
  readable: "What can still be read",
  nothingReadable: "No table can be read.",
  todoTitle: "What you can do",
  todo: {
    retry: "Try again: sometimes the browser was just not ready.",
    reimport:
      "Import the original sheets again. They are stored as a new copy; what is here stays as it is.",
    keep: "Until the data are back, please do not clear browser data or reinstall the browser.",
    other: "You can open another data set; this one is left as it is.",
  },
  retry: "Try again",
  reimport: "Import the sheets again",
  details: "Technical details",
  copy: "Copy",
  copied: "Copied",
} satisfies Messages["recovery"];
