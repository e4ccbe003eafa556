import { ENTITIES } from "../domain/entities";
import type { Generation } from "../domain/generation";
import type { Column } from "../kernel/table/column";
import type { StorageEnvironment } from "./environment";
import { StorageFailure, storageError, type StorageError } from "./errors";

/** What the browser says of the room of this origin. */
export interface SpaceEstimate {
  readonly usedBytes: number;
  readonly quotaBytes: number;
}

/** The old and the new generation are there together, and the browser's own bookkeeping takes some (R17). */
const ROOM_FACTOR = 2.2;
const ROOM_RESERVE_BYTES = 50 * 1024 * 1024;

/** Room that storing `sizeBytes` asks for. */
export function neededBytes(sizeBytes: number): number {
  return Math.ceil(ROOM_FACTOR * sizeBytes + ROOM_RESERVE_BYTES);
}

/** Bytes of the columns in memory: not less than they take when stored. */
export function generationBytes(generation: Generation): number {
  let bytes = 0;
  for (const entity of ENTITIES) {
    const columns = generation[entity]?.table.columns.values() ?? [];
    for (const column of columns) bytes += columnBytes(column);
  }
  return bytes;
}

/**
 * Refuses a write for which there is no room, before anything is written. A browser that does not tell, or whose estimate
 * fails, is not asked twice: the write then meets the limit itself (F9).
 *
 * @throws StorageFailure E_QUOTA with the needed and the free bytes
 */
export async function requireSpace(
  environment: StorageEnvironment,
  sizeBytes: number,
): Promise<void> {
  const free = await freeBytes(environment);
  const needed = neededBytes(sizeBytes);
  if (free === null || free >= needed) return;
  throw new StorageFailure(storageError("E_QUOTA", { step: "space", needed, free }));
}

/** The error with what was needed and what is free, when it is about room and the browser tells. */
export async function withSpace(
  error: StorageError,
  environment: StorageEnvironment,
  sizeBytes: number,
): Promise<StorageError> {
  if (error.code !== "E_QUOTA" || "needed" in error.where) return error;
  const free = await freeBytes(environment);
  if (free === null) return error;
  return { ...error, where: { ...error.where, needed: neededBytes(sizeBytes), free } };
}

async function freeBytes({ estimateSpace }: StorageEnvironment): Promise<number | null> {
  try {
    const estimate = await estimateSpace?.();
    return estimate ? Math.max(0, estimate.quotaBytes - estimate.usedBytes) : null;
  } catch {
    // Some browsers fail this very call; not knowing is no reason not to try.
    return null;
  }
}

function columnBytes(column: Column): number {
  const validity = column.validity === null ? 0 : Math.ceil(column.length / 8);
  if (column.kind !== "dictionary") return validity + column.values.byteLength;
  const texts = column.dictionary.reduce((bytes, text) => bytes + 3 * text.length, 0);
  return validity + column.codes.byteLength + texts;
}
