import { ANALYSES, analysisSpec } from "../../src/analyses/index";
import { columnsValue } from "../../src/analyses/column-params";
import type { AnalysisSpec } from "../../src/analyses/define";
import { paramFaults } from "../../src/analyses/params";
import { ENTITIES, type Entity } from "../../src/domain/entities";
import type { Needs } from "../../src/domain/readiness";
import { fieldSpec, LINKED_ENTITIES } from "../../src/domain/vocabulary";
import { parseIsoDay, type EpochDay } from "../../src/kernel/base/calendar";

/** A call that cannot be answered as it is; the message is one line for the reader. */
export class WrongCall extends Error {
  override readonly name = "WrongCall";
}

export interface Call {
  readonly spec: AnalysisSpec;
  readonly tables: readonly { readonly entity: Entity; readonly path: string }[];
  readonly maps: readonly {
    readonly entity: Entity;
    readonly field: string;
    readonly header: string;
  }[];
  /** null = the last order day */
  readonly asOfDay: EpochDay | null;
  /** null = all the data up to the as-of day */
  readonly period: { readonly fromDay: EpochDay; readonly toDay: EpochDay } | null;
  readonly params: Readonly<Record<string, unknown>>;
}

export const HELP = `analyze <analysis> --table orders=FILE [options]

  <analysis>                     ${ANALYSES.map(({ id }) => id).join(", ")}
  --table TABLE=FILE             a table: .csv, .tsv, .txt or .xlsx; once each, what the analysis needs and may use
                                 ${ENTITIES.slice(0, 7).join(", ")},
                                 ${ENTITIES.slice(7).join(", ")}
  --map TABLE.FIELD="HEADER"     the column that holds a field, where the automatic mapping is not wanted; repeatable
  --as-of YYYY-MM-DD             nothing after this day is seen; default: the last order day, else the last day of the data
  --period FROM..TO | all        the period of the page; default: all the data up to the as-of day
  --params JSON                  parameters of the analysis, e.g. '{"grain":"quarter"}'; see its README;
                                 columns by header or id, several as a list

Prints one JSON object {analysis, revision, headline, result, issues}. A wrong call: one line on stderr, exit code 2.
`;

const OPTIONS = ["--table", "--map", "--as-of", "--period", "--params"] as const;
type Option = (typeof OPTIONS)[number];
const isOption = (text: string): text is Option => OPTIONS.some((option) => option === text);

function entityOf(text: string): Entity {
  const entity = ENTITIES.find((candidate) => candidate === text);
  if (entity === undefined)
    throw new WrongCall(`no table "${text}": use one of ${ENTITIES.join(", ")}`);
  return entity;
}

function split(text: string, mark: string, form: string): [string, string] {
  const at = text.indexOf(mark);
  if (at <= 0 || at === text.length - mark.length) throw new WrongCall(`"${text}" is not ${form}`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}

function dayOf(text: string): EpochDay {
  const day = parseIsoDay(text);
  if (day === null) throw new WrongCall(`"${text}" is not a day YYYY-MM-DD`);
  return day;
}

function mapOf(text: string): Call["maps"][number] {
  const [target, header] = split(text, "=", 'of the form orders.field="Header"');
  const [table, field] = split(target, ".", 'of the form orders.field="Header"');
  const entity = entityOf(table);
  const spec = fieldSpec(entity, field);
  if (spec === undefined || spec.derived) throw new WrongCall(`${entity} has no field "${field}"`);
  return { entity, field, header };
}

function periodOf(text: string): Call["period"] {
  if (text === "all") return null;
  const [from, to] = split(text, "..", "FROM..TO or all");
  const period = { fromDay: dayOf(from), toDay: dayOf(to) };
  if (period.toDay < period.fromDay)
    throw new WrongCall(`the period "${text}" ends before it begins`);
  return period;
}

/** Lists of columns may be written as lists. */
function flat(value: unknown): unknown {
  const isList = Array.isArray(value) && value.every((item) => typeof item === "string");
  return isList ? columnsValue(value) : value;
}

function paramsOf(text: string, spec: AnalysisSpec): Call["params"] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // What is wrong inside the JSON is of no use here: the reader sees the text.
    throw new WrongCall("--params is not JSON");
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    throw new WrongCall("--params is not a JSON object");
  }
  const given = Object.fromEntries(
    Object.entries(parsed).map(([name, value]: [string, unknown]) => [name, flat(value)]),
  );
  const [fault] = paramFaults(spec.params, given);
  if (fault !== undefined) throw new WrongCall(`${spec.id}: ${fault}`);
  return given;
}

/** The options by name, in the order given. @throws WrongCall */
function optionsOf(args: readonly string[]): ReadonlyMap<Option, readonly string[]> {
  const found = new Map<Option, string[]>(OPTIONS.map((option) => [option, []]));
  for (let i = 0; i < args.length; i += 2) {
    const [option = "", value] = [args[i], args[i + 1]];
    if (!isOption(option)) throw new WrongCall(`unknown option "${option}"; --help lists them`);
    if (value === undefined) throw new WrongCall(`${option} needs a value`);
    found.get(option)?.push(value);
  }
  for (const single of ["--as-of", "--period", "--params"] as const) {
    if ((found.get(single)?.length ?? 0) > 1) throw new WrongCall(`${single} is given twice`);
  }
  return found;
}

/** The first table that an analysis needs and a call does not give; customers are made from every table that names them. */
function lackingTable(needs: Needs, given: readonly Entity[]): Entity | null {
  const entities = ENTITIES.filter((entity) => (needs[entity] ?? []).length > 0);
  const isMade = given.some((entity) => LINKED_ENTITIES.includes(entity));
  const lacks = (entity: Entity): boolean =>
    entity === "customers" ? !isMade && !given.includes(entity) : !given.includes(entity);
  return entities.find(lacks) ?? null;
}

/** What a command line asks for. @throws WrongCall */
export function callOf(args: readonly string[]): Call {
  const [id = "", ...rest] = args;
  const spec = analysisSpec(id);
  if (spec === undefined) {
    const known = ANALYSES.map((each) => each.id).join(", ");
    throw new WrongCall(id === "" ? `which analysis? ${known}` : `no analysis "${id}": ${known}`);
  }
  const options = optionsOf(rest);
  const all = (option: Option): readonly string[] => options.get(option) ?? [];
  const tables = all("--table").map((text) => {
    const [entity, path] = split(text, "=", "of the form TABLE=FILE");
    return { entity: entityOf(entity), path };
  });
  const given = tables.map(({ entity }) => entity);
  const lacking = lackingTable(spec.needs, given);
  if (lacking !== null) throw new WrongCall(`--table ${lacking}=FILE is missing`);
  if (new Set(tables.map(({ entity }) => entity)).size < tables.length) {
    throw new WrongCall("a table is given twice");
  }
  const [asOf] = all("--as-of");
  const [period] = all("--period");
  const [params] = all("--params");
  return {
    spec,
    tables,
    maps: all("--map").map(mapOf),
    asOfDay: asOf === undefined ? null : dayOf(asOf),
    period: period === undefined ? null : periodOf(period),
    params: params === undefined ? {} : paramsOf(params, spec),
  };
}
