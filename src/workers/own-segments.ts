import { columnIdsOf } from "../analyses/column-params";
import type { Input, ParamSpecs } from "../analyses/define";
import type { StoredColumn } from "../domain/generation";
import {
  modelScoresOf,
  segmentColumn,
  segmentOfColumn,
  type OwnSegment,
} from "../domain/own-segment";
import type { Needs } from "../domain/readiness";
import type { Scope } from "../domain/scope";
import { hasBit } from "../kernel/table/bitset";
import { floatColumn } from "../kernel/table/builder";
import type { Column, Table } from "../kernel/table/column";
import type { ModelColumns, ModelScore } from "../domain/segment-rule";
import { NOTHING_SAID, segmentFinder, segmentNeeds } from "../queries/segment-rows";

type Segments = ReadonlyMap<string, OwnSegment>;

/** Segments that somebody made, as columns of yes and no of the customer table: laid over it when one is asked for. */
export class SegmentColumns {
  readonly #segments: Segments;
  #last: {
    readonly key: string;
    readonly of: readonly (Table | undefined)[];
    readonly laid: Table;
  } | null = null;

  constructor(segments: Segments) {
    this.#segments = segments;
  }

  /** What else has to be read for the segments that these needs name. */
  needs(asked: readonly Needs[]): readonly Needs[] {
    if (this.#named(asked).length === 0) return [];
    // A segment may be made of any others.
    return [segmentNeeds([...this.#segments.values()].map(({ makeup }) => makeup))];
  }

  /** What analyses have to say first for the segments that these needs name. */
  modelScores(asked: readonly Needs[]): readonly ModelScore[] {
    const named = this.#named(asked).flatMap((key) => this.#segments.get(key)?.makeup ?? []);
    return named.length === 0 ? [] : modelScoresOf(named, this.#segments);
  }

  /**
   * The tables with a column for each segment that these needs name; one that was deleted has none, so that a filter on it matches
   * nobody. The last answer is kept: what is learnt from a customer table is kept by that table.
   */
  laid(
    input: Input,
    asked: readonly Needs[],
    scope: Scope,
    said: ModelColumns = NOTHING_SAID,
  ): Input {
    const named = this.#named(asked);
    if (named.length === 0) return input;
    const { asOfDay, period } = scope;
    const { customers, surveys, complaints } = input;
    const of = [customers, surveys, complaints];
    // What analyses say follows from the day and the tables; that it could not be said may pass.
    const key = JSON.stringify([asOfDay, period, named, customers.columns.size, [...said.keys()]]);
    if (this.#last?.key !== key || this.#last.of.some((table, i) => table !== of[i])) {
      const find = segmentFinder(input, scope, this.#segments, said);
      const columns = new Map<string, Column>(customers.columns);
      for (const one of named) {
        const segment = this.#segments.get(one);
        if (segment === undefined) continue;
        const { rows } = find(segment.makeup);
        const members = new Float64Array(customers.rowCount);
        members.forEach((_, row) => {
          members[row] = Number(hasBit(rows, row));
        });
        columns.set(segmentColumn(one), floatColumn(members));
      }
      this.#last = { key, of, laid: { ...customers, columns } };
    }
    return { ...input, customers: this.#last.laid };
  }

  /** The segments that parameters of an analysis name, as columns of the customer table. */
  described(specs: ParamSpecs, params: Readonly<Record<string, unknown>>): StoredColumn[] {
    const ids = Object.entries(specs).flatMap(([name, spec]) =>
      spec.kind === "column" || spec.kind === "columns" ? columnIdsOf(String(params[name])) : [],
    );
    return [...new Set(ids)].flatMap((id) => {
      const key = segmentOfColumn(id);
      const segment = key === null ? undefined : this.#segments.get(key);
      return segment === undefined ? [] : [{ id, fieldKind: "flag", label: segment.name }];
    });
  }

  #named(asked: readonly Needs[]): readonly string[] {
    const keys = asked.flatMap((need) => need.customers ?? []).map(segmentOfColumn);
    return [...new Set(keys.filter((key) => key !== null))].sort();
  }
}
