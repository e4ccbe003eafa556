import { ENTITIES, type Entity } from "../../domain/entities";
import { ATTRIBUTE_PREFIX, isQuestion, QUESTION_PREFIX, type FieldKind } from "../../domain/field";
import { unmatchedGroups } from "../../domain/mapped-columns";
import type { Question } from "../../domain/question";
import { fieldSpec } from "../../domain/vocabulary";
import type { Row } from "../parse/row-source";
import type { ColumnProposal, DateOrder, DecimalMark } from "../plan";
import { matchColumns, type FieldMatch } from "./match";
import { matchKey } from "./normal-form";
import { entityScore, isPlain, LEAST_ENTITY, matchCount } from "./recognise";
import { questionsOf, withQuestions } from "./survey-columns";
import { currencyIn, profileColumn, type ColumnProfile } from "./profile";

export interface Proposal {
  readonly entity: Entity;
  /** 0..1 */
  readonly entityConfidence: number;
  readonly columns: readonly ColumnProposal[];
  readonly unmatched: readonly (readonly string[])[];
}

/**
 * Proposes what a sheet is and what each column becomes. Columns that no field claims become attributes; no two columns
 * get one target.
 *
 * @param headers header texts, one for each column; blank ones allowed
 * @param rows sampled rows below the header
 * @param entity what the reader says the sheet is, or null to recognise it
 * @param title names of file and sheet
 */
export function proposeMapping(
  headers: readonly string[],
  rows: readonly Row[],
  entity: Entity | null,
  title = "",
): Proposal {
  const profiles = profileColumns(headers, rows);
  const questions = questionsOf(headers, rows);
  const matched = ENTITIES.map((candidate) => ({
    entity: candidate,
    matches:
      candidate === "surveys"
        ? withQuestions(matchColumns(candidate, headers, profiles), headers, questions, rows.length)
        : matchColumns(candidate, headers, profiles),
  }));
  const mostMatched = Math.max(...matched.map(({ matches }) => matchCount(matches)));
  const facts = { headers, profiles, title, mostMatched };
  const options = matched.map((one) => ({
    ...one,
    score: entityScore(one.entity, one.matches, facts),
  }));
  const best = likeliest(options);
  const chosen = entity === null ? best : options.find((option) => option.entity === entity);
  const { matches, score } = chosen === undefined ? best : chosen;
  const chosenEntity = entity === null ? best.entity : entity;
  const names = uniqueNames(headers);
  const columns = headers.map((_, index) =>
    proposeColumn(
      chosenEntity,
      { index, header: names[index]!, question: questions[index] ?? null },
      matches[index]!,
      profiles[index]!,
    ),
  );
  const targets = columns.map((column) => column.target).filter((target) => target !== null);
  return {
    entity: chosenEntity,
    entityConfidence: entity === null ? score : 1,
    columns,
    unmatched: unmatchedGroups(chosenEntity, targets),
  };
}

interface Option {
  readonly entity: Entity;
  readonly matches: readonly (FieldMatch | null)[];
  readonly score: number;
}

/** The table with the best score; of a sheet that is none of them, orders or customers, which most sheets are. */
function likeliest(options: readonly Option[]): Option {
  const best = options.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score >= LEAST_ENTITY) return best;
  return options
    .filter(({ entity }) => isPlain(entity))
    .reduce((a, b) => (b.score > a.score ? b : a));
}

/** Columns of one file share their decimal mark and their date order: those that are certain decide for the others. */
function profileColumns(
  headers: readonly string[],
  rows: readonly Row[],
): readonly ColumnProfile[] {
  const alone = headers.map((_, index) => profileColumn(rows, index, "."));
  const commaColumns = alone.filter((one) => one.decimalMark === "," && one.numberShare > 0.8);
  const fallback: DecimalMark = commaColumns.length > 0 ? "," : ".";
  const orders = new Set<DateOrder>(
    alone
      .filter(
        (one) => one.plainDateShare > 0.5 && !one.dateOrderAmbiguous && one.dateOrder !== "ymd",
      )
      .map((one) => one.dateOrder),
  );
  const [certain] = orders.size === 1 ? orders : [];
  return alone.map((one, index) => {
    const profile = fallback === "." ? one : profileColumn(rows, index, fallback);
    if (!profile.dateOrderAmbiguous || certain === undefined) return profile;
    return { ...profile, dateOrder: certain };
  });
}

interface ColumnPlace {
  readonly index: number;
  readonly header: string;
  /** How its cells would be read as answers. */
  readonly question: Question | null;
}

function proposeColumn(
  entity: Entity,
  place: ColumnPlace,
  match: FieldMatch | null,
  profile: ColumnProfile,
): ColumnProposal {
  const { question } = place;
  const isAsked = match !== null && isQuestion(match.field);
  const spec = match === null ? undefined : fieldSpec(entity, match.field);
  const own = spec === undefined ? attributeKind(place.header, profile) : spec.kind;
  const kind = isAsked ? "category" : own;
  const isMoney = kind === "money" || kind === "number";
  const isId = kind === "text" && profile.pointZero;
  return {
    index: place.index,
    header: place.header,
    target: targetOf(place.header, match),
    kind,
    dateOrder: profile.dateOrder,
    decimalMark: profile.decimalMark,
    currency: isMoney ? headerCurrency(place.header, profile) : null,
    confidence: match === null ? 0 : match.confidence,
    samples: profile.samples,
    blankShare: profile.blankShare,
    dateOrderAmbiguous: kind === "date" && profile.dateOrderAmbiguous,
    decimalMarkAmbiguous: isMoney && profile.decimalMarkAmbiguous,
    ...(isId && { dropPointZero: true as const }),
    ...(isAsked && question !== null && { question }),
  };
}

function targetOf(header: string, match: FieldMatch | null): string {
  if (match === null) return ATTRIBUTE_PREFIX + header;
  return isQuestion(match.field) ? QUESTION_PREFIX + header : match.field;
}

function headerCurrency(header: string, profile: ColumnProfile): string | null {
  return profile.currency === null ? currencyIn(header) : profile.currency;
}

const CODE_HEADER =
  /(?:id|no|code|zip|postal(?:code)?|phone|mobile|tel|fax|sku|ean|barcode|number)$|编号|編號|编码|編碼|代码|代碼|邮编|郵遞|电话|電話|手机|手機|卡号|卡號|证|證|条码|條碼|单号|單號/;
/** Attributes with more distinct words than this are texts, not categories. */
const CATEGORY_LIMIT = 200;

const DIGIT_FLAGS = 100;

/** The reading of a column that no field claims. */
function attributeKind(header: string, profile: ColumnProfile): FieldKind {
  if (profile.filled === 0) return "category";
  if (profile.plainDateShare >= 0.9) return "date";
  if (isFlag(profile)) return "flag";
  const isCode = CODE_HEADER.test(matchKey(header)) || profile.losesDigits;
  if (profile.numberShare >= 0.95 && !isCode)
    return profile.percentShare > 0.5 ? "ratio" : "number";
  const isRepeated = profile.distinct <= Math.max(20, profile.filled * 0.5);
  return isRepeated && profile.distinct <= CATEGORY_LIMIT ? "category" : "text";
}

/** Two words for yes and no; of bare digits a good number, since a count may begin with 0 and 1. */
function isFlag(profile: ColumnProfile): boolean {
  if (profile.flagShare < 0.99 || profile.distinct !== 2) return false;
  return profile.numberShare < 0.5 || profile.filled >= DIGIT_FLAGS;
}

/** Headers as names that are all different: blanks get their number, repetitions a count. */
export function uniqueNames(headers: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return headers.map((header, index) => {
    const trimmed = header.trim();
    const base = trimmed === "" ? `#${index + 1}` : trimmed;
    let name = base;
    for (let copy = 2; seen.has(name); copy++) name = `${base} (${copy})`;
    seen.add(name);
    return name;
  });
}
