import { FileError } from "../plan";
import { MAX_CELL_LENGTH, MAX_SHARED_STRINGS } from "./limits";
import { visitXmlPart } from "./package-parts";
import { xmlName } from "./xml-name";
import { CLOSE, OPEN } from "./xml-scanner";
import { unescapeCellText } from "./xml-text";
import type { ZipArchive } from "./zip-archive";

const SI = xmlName("si");
const T = xmlName("t");
const PHONETIC = xmlName("rPh");

/**
 * The texts that cells point at, in order. Runs of rich text are joined, phonetic readings left out, `_x000D_` resolved.
 * The counts that the part claims are not read. No part: no texts.
 *
 * @throws FileError E_LIMIT (more than MAX_SHARED_STRINGS), E_FIELD_TOO_LONG, and what reading a part throws
 */
export async function readSharedStrings(
  archive: ZipArchive,
  partName: string,
): Promise<readonly string[]> {
  const strings: string[] = [];
  let current = "";
  let isText = false;
  let phoneticDepth = 0;
  await visitXmlPart(archive, partName, (scanner) => (token) => {
    if (token === OPEN) {
      if (scanner.name === T) isText = phoneticDepth === 0;
      else if (scanner.name === PHONETIC) phoneticDepth++;
      else if (scanner.name === SI) current = "";
    } else if (token === CLOSE) {
      if (scanner.name === T) isText = false;
      else if (scanner.name === PHONETIC) phoneticDepth--;
      else if (scanner.name === SI) {
        if (strings.length >= MAX_SHARED_STRINGS) {
          throw new FileError("E_LIMIT", { detail: "shared strings" });
        }
        strings.push(checkedCellText(current));
      }
    } else if (isText) {
      current = current === "" ? scanner.text() : current + scanner.text();
    }
  });
  return strings;
}

/** A cell's text as it is delivered. @throws FileError E_FIELD_TOO_LONG */
export function checkedCellText(raw: string, row?: number): string {
  if (raw.length > MAX_CELL_LENGTH) {
    throw new FileError("E_FIELD_TOO_LONG", row === undefined ? {} : { row });
  }
  return unescapeCellText(raw);
}
