import { readBytes } from "../blob-bytes";
import { FileError } from "../plan";

export interface BytePiece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** of `bytes[0]` in the file */
  readonly offset: number;
}

/**
 * The bytes of a file in pieces of `pieceBytes`, the last one shorter; the next is on its way while one is at work.
 *
 * @throws FileError E_FILE_CHANGED when the file can no longer be read; E_CANCELLED by the signal
 */
export async function* filePieces(
  file: Blob,
  pieceBytes: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<BytePiece, void> {
  let pending: Promise<Uint8Array<ArrayBuffer>> | null = readBytes(file, 0, pieceBytes);
  for (let offset = 0; pending !== null; offset += pieceBytes) {
    const bytes = await pending;
    if (signal?.aborted) throw new FileError("E_CANCELLED");
    const next = offset + pieceBytes;
    pending = next < file.size ? readBytes(file, next, next + pieceBytes) : null;
    // the next slice may fail while this one is at work; its failure is thrown when it is awaited
    pending?.catch(() => undefined);
    yield { bytes, offset };
  }
}
