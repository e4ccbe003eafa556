import { FileError } from "../plan";

/**
 * Bytes `from` (inclusive) to `to` (exclusive) of the file; fewer when it ends earlier.
 *
 * @throws FileError E_FILE_CHANGED when the file was changed, moved or unplugged since it was chosen
 */
export async function readBytes(file: Blob, from: number, to: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(from, to).arrayBuffer());
  } catch {
    throw new FileError("E_FILE_CHANGED");
  }
}
