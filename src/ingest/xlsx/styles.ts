import { FileError } from "../plan";
import { MAX_CELL_FORMATS } from "./limits";
import { readingOf, type FormatReading } from "./number-format";
import { visitXmlPart } from "./package-parts";
import { xmlName } from "./xml-name";
import { CLOSE, OPEN, TEXT } from "./xml-scanner";
import type { ZipArchive } from "./zip-archive";

const NUM_FMT = xmlName("numFmt");
const CELL_XFS = xmlName("cellXfs");
const XF = xmlName("xf");
const NUM_FMT_ID = xmlName("numFmtId");
const FORMAT_CODE = xmlName("formatCode");

/**
 * How cells of each cell format (the `s` of a cell) are to be read, in order. No part: no formats, every cell is a number.
 *
 * @throws FileError E_LIMIT beyond MAX_CELL_FORMATS, and what reading a part throws
 */
export async function readCellFormats(
  archive: ZipArchive,
  partName: string,
): Promise<readonly FormatReading[]> {
  const codes = new Map<number, string>();
  const formatIds: number[] = [];
  let isInCellFormats = false;
  await visitXmlPart(archive, partName, (scanner) => (token) => {
    if (token === TEXT) return;
    if (scanner.name === CELL_XFS) isInCellFormats = token === OPEN;
    if (token === CLOSE) return;
    if (scanner.name === NUM_FMT) {
      const code = scanner.attributeText(FORMAT_CODE);
      if (code !== null) codes.set(Number(scanner.attributeText(NUM_FMT_ID)), code);
    } else if (isInCellFormats && scanner.name === XF) {
      if (formatIds.length >= MAX_CELL_FORMATS) {
        throw new FileError("E_LIMIT", { detail: "cell formats" });
      }
      formatIds.push(Number(scanner.attributeText(NUM_FMT_ID)));
    }
  });
  const readings = new Map<number, FormatReading>();
  return formatIds.map((id) => {
    const reading = readings.get(id) ?? readingOf(id, codes.get(id));
    readings.set(id, reading);
    return reading;
  });
}
