import type { Entity } from "../domain/entities";
import type { ChunkRef, Manifest } from "../domain/manifest";
import type { KeyRange } from "./transaction";

/** `rows`: the values; `texts`: the dictionary. */
export type ChunkPart = "rows" | "texts";

/** `generation/entity/column/part/sequence`; columns by position, since headers may hold anything. */
export function chunkKey(place: {
  readonly generation: string;
  readonly entity: Entity;
  readonly columnIndex: number;
  readonly part: ChunkPart;
  readonly sequence: number;
}): string {
  const { generation, entity, columnIndex, part, sequence } = place;
  const pad = (value: number): string => String(value).padStart(5, "0");
  return `${generation}/${entity}/${pad(columnIndex)}/${part}/${pad(sequence)}`;
}

/** All chunks of a generation. "0" is the character after "/". */
export function generationRange(generation: string): KeyRange {
  return { from: `${generation}/`, to: `${generation}0` };
}

export function generationOf(key: string): string {
  return key.slice(0, key.indexOf("/"));
}

/** Every chunk that a manifest names. */
export function chunksOf(manifest: Manifest): readonly ChunkRef[] {
  return manifest.tables.flatMap((table) =>
    table.columns.flatMap((column) => [...column.chunks, ...column.dictionaryChunks]),
  );
}

export function chunkKeysOf(manifest: Manifest): readonly string[] {
  return chunksOf(manifest).map((chunk) => chunk.key);
}
