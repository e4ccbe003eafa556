import { ENTITIES, type Entity } from "../domain/entities";
import type { Generation, StoredColumn, StoredTable } from "../domain/generation";
import type { ChunkRef, ColumnMeta, TableMeta } from "../domain/manifest";
import { VOCABULARY } from "../domain/vocabulary";
import { epochDay, formatIsoDay } from "../kernel/base/calendar";
import { invariant } from "../kernel/base/invariant";
import { countBits } from "../kernel/table/bitset";
import { chunkCount, encodeChunk, encodeTexts } from "../kernel/table/codec";
import { MISSING_DAY, type Column } from "../kernel/table/column";
import { chunkKey, type ChunkPart } from "./chunk-keys";

/** One chunk to be written, encoded. */
export interface Piece {
  readonly key: string;
  readonly bytes: ArrayBuffer;
  readonly rowCount: number;
}

/** Chunk references by key, once hashed. */
export type References = ReadonlyMap<string, ChunkRef>;

/** Every chunk of a generation, encoded one after the other as it is asked for. */
export function* piecesOf(generation: string, content: Generation): Generator<Piece, void> {
  for (const entity of ENTITIES) {
    for (const [columnIndex, { column }] of columnsOf(content[entity]).entries()) {
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
  return ENTITIES.reduce((total, entity) => {
    const { table, columns } = content[entity];
    return total + columns.length * chunkCount(table.rowCount);
  }, 0);
}

/** What the manifest says of each table, once all chunks have references. */
export function tablesOf(
  generation: string,
  content: Generation,
  references: References,
): readonly TableMeta[] {
  return ENTITIES.map((entity) => {
    const stored = content[entity];
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

/** First and last day of the entity's required date field. */
function daysOf(entity: Entity, stored: StoredTable): Pick<TableMeta, "firstDay" | "lastDay"> {
  const fields = Object.entries(VOCABULARY[entity].fields);
  const main = fields.find(([, field]) => field.kind === "date" && field.required === true);
  const column = main === undefined ? undefined : stored.table.columns.get(main[0]);
  if (column?.kind !== "day") return { firstDay: null, lastDay: null };
  let first = Infinity;
  let last = -Infinity;
  for (const day of column.values) {
    if (day === MISSING_DAY) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  if (first > last) return { firstDay: null, lastDay: null };
  return { firstDay: formatIsoDay(epochDay(first)), lastDay: formatIsoDay(epochDay(last)) };
}
