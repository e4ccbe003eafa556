import { FileError } from "./plan";

/**
 * Bytes `from` (inclusive) to `to` (exclusive) of the file; fewer when it ends earlier.
 *
 * @throws FileError E_FILE_CHANGED when the file was changed, moved or unplugged since it was chosen
 */
export async function readBytes(
  file: Blob,
  from: number,
  to: number,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.slice(from, to).arrayBuffer());
  } catch (error) {
    // the platform's own error (NotReadableError, NotFoundError) says only that the file changed or went away
    throw new FileError("E_FILE_CHANGED", { detail: error instanceof Error ? error.name : "" });
  }
}
