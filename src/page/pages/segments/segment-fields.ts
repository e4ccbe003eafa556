import { segmentName } from "../../../analyses/rfm/segment-name";
import type { FieldKind } from "../../../domain/field";
import type { StoredColumn } from "../../../domain/generation";
import { GRADES, RFM_SEGMENTS } from "../../../domain/rule-book";
import { RULE_SCORE_IDS, RULE_SCORES, type RuleField } from "../../../domain/segment-rule";
import { fieldLabel } from "../../../i18n/field-label";
import type { Format } from "../../../i18n/format";
import type { Messages } from "../../../i18n/messages";
import type { Facet } from "../../../queries/types";
import type { Option, OptionGroup } from "../../ui/select-option";
import { wallDay } from "../../state/wall-clock";
import type { SegmentWords } from "./segment-words";

/** Made by ingest: nothing that a person would ask for. */
const HIDDEN = ["key", "provenance"];
const STAGES = ["acquire", "develop", "retain", "winback"] as const;
const RELATION = ["explore", "form", "stable", "decline", "left"] as const;

interface Page {
  readonly t: Messages;
  readonly format: Format;
  readonly currency: string | null;
  /** of the customer table */
  readonly columns: readonly StoredColumn[];
}

/** The columns of the customer table that a rule can be asked of. */
const ruleColumns = (columns: readonly StoredColumn[]): readonly StoredColumn[] =>
  columns.filter(({ id }) => !HIDDEN.includes(id));

/** The kind of a column of the customer table; null: the data do not have it. */
export const columnKind =
  (columns: readonly StoredColumn[]) =>
  (id: string): FieldKind | null =>
    columns.find((column) => column.id === id)?.fieldKind ?? null;

export function segmentWords({ t, format, currency, columns }: Page): SegmentWords {
  const own = t.analysis["own-segments"];
  const kindOf = columnKind(columns);
  return {
    t: own,
    format,
    currency,
    fieldName: ({ source, id }) =>
      source === "score"
        ? own.scores[id]
        : fieldLabel(t, "customers", id, columns.find((column) => column.id === id)?.label),
    fieldKind: (field) => (field.source === "score" ? RULE_SCORES[field.id] : kindOf(field.id)),
    valueName: (field, value) => valueName(field, value, t),
    dayOf: wallDay,
  };
}

function valueName(field: RuleField, value: string, t: Messages): string {
  if (value === "") return t.scope.missing;
  if (field.source === "column") return value;
  if (field.id === "grade") return value.toUpperCase();
  if (field.id === "segment") return segmentName(value, t.analysis.rfm);
  if (field.id === "relation") {
    const relation = RELATION.find((known) => known === value);
    return relation === undefined ? value : t.analysis["relation-stages"].stages[relation];
  }
  const stage = STAGES.find((known) => known === value);
  return stage === undefined ? value : t.analysis.lifecycle.stages.names[stage];
}

/** What a rule may look at, for the first select. */
export function fieldOptions(columns: readonly StoredColumn[], words: SegmentWords): OptionGroup[] {
  const scores = RULE_SCORE_IDS.map((id) => ({ value: `score:${id}`, label: words.t.scores[id] }));
  const own = ruleColumns(columns).map(({ id }) => ({
    value: `column:${id}`,
    label: words.fieldName({ source: "column", id }),
  }));
  const groups = [{ label: words.t.form.scores, options: scores }];
  return own.length === 0 ? groups : [...groups, { label: words.t.form.own, options: own }];
}

/** What a field of categories holds, as far as it can be listed. */
export function valueOptions(
  field: RuleField,
  facets: readonly Facet[] | null,
  words: SegmentWords,
): readonly Option[] {
  const named = (values: readonly string[]): Option[] =>
    values.map((value) => ({ value, label: words.valueName(field, value) }));
  if (field.source === "score") {
    if (field.id === "grade") return named(GRADES);
    if (field.id === "segment") return named(RFM_SEGMENTS.eleven.map(({ id }) => id));
    if (field.id === "relation") return named(RELATION);
    return field.id === "stage" ? named(STAGES) : [];
  }
  const facet = (facets ?? []).find(
    ({ entity, column }) => entity === "customers" && column === field.id,
  );
  return facet?.kind === "values" ? named(facet.values.map(({ text }) => text)) : [];
}
