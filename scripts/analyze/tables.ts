import { openAsBlob, statSync } from "node:fs";
import { unmatchedGroups } from "../../src/domain/mapped-columns";
import type { Entity } from "../../src/domain/entities";
import { inspectFile } from "../../src/ingest/inspect";
import {
  FileError,
  type ColumnPlan,
  type SheetInspection,
  type SheetPlan,
} from "../../src/ingest/plan";
import { columnPlan } from "../../src/ingest/plan-default";
import { readSheet } from "../../src/ingest/read";
import type { SheetRead } from "../../src/ingest/plan";
import { WrongCall, type Call } from "./call";

/** Reads a table of a call: automatic mapping, then what --map says. @throws WrongCall */
export async function readTable(
  { entity, path }: Call["tables"][number],
  maps: Call["maps"],
): Promise<SheetRead> {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new WrongCall(`no file "${path}"`);
  }
  try {
    const file = await openAsBlob(path);
    const own = maps.filter((map) => map.entity === entity);
    return await readSheet(file, await planOf(file, entity, own));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const where = error.row === null ? "" : ` in row ${error.row}`;
    throw new WrongCall(`"${path}" cannot be read: ${error.code}${where}`);
  }
}

async function planOf(file: Blob, entity: Entity, maps: Call["maps"]): Promise<SheetPlan> {
  const first = await inspectFile(file);
  const found = first.sheets.find((sheet) => sheet.entity === entity && !sheet.hidden);
  const fallback = first.sheets.find((sheet) => sheet.reason !== "empty") ?? first.sheets[0];
  const sheetIndex = (found ?? fallback)?.sheetIndex ?? 0;
  const inspection =
    found === undefined ? await inspectFile(file, { sheets: [{ sheetIndex, entity }] }) : first;
  const sheet = inspection.sheets.find((candidate) => candidate.sheetIndex === sheetIndex);
  if (sheet === undefined) throw new WrongCall("the file has no sheet");
  const columns = mapped(sheet, maps);
  const targets = columns.flatMap(({ target }) => (target === null ? [] : [target]));
  const [lacking] = unmatchedGroups(entity, targets);
  const plan = {
    sheetIndex,
    entity,
    format: inspection.format,
    headerRow: sheet.headerRow,
    columns,
  };
  // who calls a file its customers says that each row is one
  if (lacking !== undefined && entity === "customers") return { ...plan, rowsNamed: "row" };
  if (lacking !== undefined) {
    throw new WrongCall(
      `no column found for ${entity}.${lacking.join(` or ${entity}.`)}; use --map`,
    );
  }
  return plan;
}

function mapped(sheet: SheetInspection, maps: Call["maps"]): ColumnPlan[] {
  const wanted = new Map<number, string>();
  for (const { entity, field, header } of maps) {
    const column = sheet.columns.find((candidate) => candidate.header.trim() === header.trim());
    if (column === undefined) throw new WrongCall(`${entity} has no column "${header}"`);
    wanted.set(column.index, field);
  }
  const taken = new Set(wanted.values());
  return sheet.columns.map((proposal) => {
    const plan = columnPlan(proposal);
    const target = wanted.get(plan.index);
    if (target !== undefined) return { ...plan, target };
    return plan.target !== null && taken.has(plan.target) ? { ...plan, target: null } : plan;
  });
}
