import { dayExtent } from "../domain/day-extent";
import { ENTITIES, type Entity } from "../domain/entities";
import type { Generation, StoredColumn, StoredTable } from "../domain/generation";
import type { ChunkRef, ColumnMeta, TableMeta } from "../domain/manifest";
import { epochDay, formatIsoDay } from "../kernel/base/calendar";
import { invariant } from "../kernel/base/invariant";
import { countBits } from "../kernel/table/bitset";
import { chunkCount, encodeChunk, encodeTexts } from "../kernel/table/codec";
import type { Column } from "../kernel/table/column";
import { chunkKey, type ChunkPart } from "./chunk-keys";

/** One chunk to be written, encoded. */
export interface Piece {
  readonly key: string;
  readonly bytes: ArrayBuffer;
  readonly rowCount: number;
}

/** Chunk references by key, once hashed. */
export type References = ReadonlyMap<string, ChunkRef>;

interface Present {
  readonly entity: Entity;
  readonly stored: StoredTable;
}

/**
 * The tables that a generation has, in the order of the vocabulary; none when there is no row in any: that is how a
 * workspace looks before its first import.
 */
function present(content: Generation): readonly Present[] {
  const tables = ENTITIES.flatMap((entity) => {
    const stored = content[entity];
    return stored === undefined ? [] : [{ entity, stored }];
  });
  return tables.every(({ stored }) => stored.table.rowCount === 0) ? [] : tables;
}

/** Every chunk of a generation, encoded one after the other as it is asked for. */
export function* piecesOf(generation: string, content: Generation): Generator<Piece, void> {
  for (const { entity, stored } of present(content)) {
    for (const [columnIndex, { column }] of columnsOf(stored).entries()) {
      for (let sequence = 0; sequence < chunkCount(column.length); sequence++) {
        const key = chunkKey({ generation, entity, columnIndex, part: "rows", sequence });
        yield { key, ...encodeChunk(column, sequence) };
      }
      if (column.kind !== "dictionary") continue;
      for (const [sequence, block] of encodeTexts(column.dictionary).entries()) {
        yield {
          key: chunkKey({ generation, entity, columnIndex, part: "texts", sequence }),
          ...block,
        };
      }
    }
  }
}

/** Chunks of rows (dictionary blocks not counted): the measure of progress. */
export function rowChunkCount(content: Generation): number {
  return present(content).reduce((total, { stored: { table, columns } }) => {
    return total + columns.length * chunkCount(table.rowCount);
  }, 0);
}

/** What the manifest says of each table, once all chunks have references. */
export function tablesOf(
  generation: string,
  content: Generation,
  references: References,
): readonly TableMeta[] {
  return present(content).map(({ entity, stored }) => {
    const columns = columnsOf(stored).map(({ meta, column }, columnIndex): ColumnMeta => {
      const chunksOf = (part: ChunkPart): readonly ChunkRef[] =>
        collect((sequence) =>
          references.get(chunkKey({ generation, entity, columnIndex, part, sequence })),
        );
      return {
        ...meta,
        kind: column.kind,
        missingCount: column.validity === null ? 0 : column.length - countBits(column.validity),
        distinctCount: column.kind === "dictionary" ? column.dictionary.length : null,
        chunks: chunksOf("rows"),
        dictionaryChunks: chunksOf("texts"),
      };
    });
    const { rowCount } = stored.table;
    return { entity, rowCount, columns, ...daysOf(entity, stored), currency: stored.currency };
  });
}

function collect(at: (sequence: number) => ChunkRef | undefined): readonly ChunkRef[] {
  const found: ChunkRef[] = [];
  for (let chunk = at(0); chunk !== undefined; chunk = at(found.length)) found.push(chunk);
  return found;
}

function columnsOf(
  stored: StoredTable,
): readonly { readonly meta: StoredColumn; readonly column: Column }[] {
  return stored.columns.map(({ id, fieldKind, label }) => {
    const column = stored.table.columns.get(id);
    invariant(column !== undefined, `column ${id} is described and absent`);
    invariant(
      column.length === stored.table.rowCount,
      `column ${id} has ${column.length} rows of ${stored.table.rowCount}`,
    );
    return { meta: { id, fieldKind, label }, column };
  });
}

function daysOf(entity: Entity, stored: StoredTable): Pick<TableMeta, "firstDay" | "lastDay"> {
  const { first, last } = dayExtent(entity, stored.table);
  if (first > last) return { firstDay: null, lastDay: null };
  return { firstDay: formatIsoDay(epochDay(first)), lastDay: formatIsoDay(epochDay(last)) };
}
