import { FileError } from "../plan";
import { inflateEntry, type ZipArchive } from "./zip-archive";
import { xmlName } from "./xml-name";
import { scanXml, type ScannedPiece } from "./xml-part";
import {
  type CLOSE,
  END,
  NEED_INPUT,
  OPEN,
  type TEXT,
  type Token,
  type XmlScanner,
} from "./xml-scanner";

/** What a reader of a small part is told; the scanner's range and attributes are those of the token. */
export type TokenVisitor = (token: typeof OPEN | typeof CLOSE | typeof TEXT) => void;

/** A relationship of one part to another. */
export interface Relationship {
  readonly id: string;
  /** The last step of the type address: `worksheet`, `sharedStrings`; the same in strict and transitional files. */
  readonly type: string;
  /** Name of the part in the package, lower case; null when it points outside. */
  readonly target: string | null;
}

const RELATIONSHIP = xmlName("Relationship");
const ID = xmlName("Id");
const TYPE = xmlName("Type");
const TARGET = xmlName("Target");
const TARGET_MODE = xmlName("TargetMode");

/** Pieces of a part as a scanner takes them in; null when the package has no such part. */
export function openXmlPart(
  archive: ZipArchive,
  partName: string,
): AsyncGenerator<ScannedPiece> | null {
  const entry = archive.entries.get(partName);
  return entry ? scanXml(inflateEntry(archive, entry)) : null;
}

/**
 * Runs through a part that is read as a whole; false when the package has no such part.
 *
 * @param visit made once for the part; called for each tag and each text
 */
export async function visitXmlPart(
  archive: ZipArchive,
  partName: string,
  visit: (scanner: XmlScanner) => TokenVisitor,
): Promise<boolean> {
  const pieces = openXmlPart(archive, partName);
  if (!pieces) return false;
  let visitor: TokenVisitor | null = null;
  for await (const { scanner } of pieces) {
    visitor ??= visit(scanner);
    let token: Token = scanner.next();
    while (token !== NEED_INPUT && token !== END) {
      visitor(token);
      token = scanner.next();
    }
  }
  return true;
}

/** The relationships of a part (`""`: of the package); empty when there is no relationships part. */
export async function readRelationships(
  archive: ZipArchive,
  partName: string,
): Promise<readonly Relationship[]> {
  const slash = partName.lastIndexOf("/") + 1;
  const folder = partName.slice(0, slash);
  const relationships: Relationship[] = [];
  await visitXmlPart(
    archive,
    `${folder}_rels/${partName.slice(slash)}.rels`,
    (scanner) => (token) => {
      if (token !== OPEN || scanner.name !== RELATIONSHIP) return;
      const id = scanner.attributeText(ID);
      const type = scanner.attributeText(TYPE);
      const target = scanner.attributeText(TARGET);
      if (id === null || type === null || target === null) return;
      const isExternal = scanner.attributeText(TARGET_MODE) === "External";
      relationships.push({
        id,
        type: type.slice(type.lastIndexOf("/") + 1),
        target: isExternal ? null : resolveTarget(folder, target),
      });
    },
  );
  return relationships;
}

/** A relationship's target as a part name: absolute from the package root, otherwise from the source's folder. */
function resolveTarget(folder: string, target: string): string {
  const path = target.replaceAll("\\", "/");
  const steps: string[] = [];
  for (const step of (path.startsWith("/") ? path : folder + path).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return unescapePath(steps.join("/")).toLowerCase();
}

function unescapePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A percent sign that begins no escape: the name is meant as it stands.
    return path;
  }
}

/** For a part that must be there. */
export function missingPart(name: string): FileError {
  return new FileError("E_XLSX_INVALID", { detail: `no part ${name.slice(0, 80)}` });
}
