import type { Encoding, FileErrorCode } from "../../src/ingest/plan";
import type { SheetOutcome } from "./outcome";

/** One family of hostile files of the reliability plan (C01–C43: text files, X01–X26: workbooks). */
export interface Family {
  readonly id: string;
  readonly what: string;
  readonly cases: readonly FamilyCase[];
}

/** A file made in code, and what must come of it. */
export interface FamilyCase {
  readonly name: string;
  readonly file: () => Blob | Promise<Blob>;
  readonly expected: Expected;
  /** Processor time within which the outcome must be there; default 10 s. */
  readonly withinMs?: number;
  /** Takes half a minute: only in `npm run test:long`. */
  readonly isLong?: true;
}

export type Expected = ExpectedRefusal | ExpectedRead;

interface ExpectedRefusal {
  readonly kind: "refused";
  readonly code: FileErrorCode;
  readonly row?: number | null;
  readonly detail?: string;
}

interface ExpectedRead {
  readonly kind: "read";
  readonly format?: string;
  readonly asks?: readonly Encoding[];
  readonly sheets?: readonly Partial<SheetOutcome>[];
}

export function refused(
  code: FileErrorCode,
  where: { readonly row?: number; readonly detail?: string } = {},
): ExpectedRefusal {
  return { kind: "refused", code, ...where };
}

/** A text file: one sheet. */
export function reads(sheet: Partial<SheetOutcome>, format?: string): ExpectedRead {
  return { kind: "read", sheets: [sheet], ...(format !== undefined && { format }) };
}

/** A text file named like one. */
export function textFile(...parts: readonly (string | Uint8Array)[]): File {
  return new File([...parts] as BlobPart[], "table.csv");
}
