import { grouped } from "../../number-words";
import type { MergeMessages } from "../zh-Hans/merge";

const many = (count: number, one: string, more: string): string =>
  `${grouped(count)} ${count === 1 ? one : more}`;
const rows = (count: number): string => many(count, "row", "rows");

export const merge = {
  recipe: {
    used: (p: { file: string; when: string }) => `Mapped as last time (${p.file}, ${p.when}).`,
    unknown: (p: { columns: string }) => `New columns, please check: ${p.columns}.`,
    lacking: (p: { columns: string }) => `Not in this file: ${p.columns}.`,
    ignore: "Look at it afresh",
    heading: "Remembered mappings",
    lead: "Mappings that you confirmed. The next file with the same headers uses them by itself; you can change or forget them.",
    none: "None yet. The first import makes one.",
    caption: "Remembered mappings, last confirmed first",
    file: "Last file",
    table: "Content",
    columns: "Columns",
    when: "Confirmed",
    actions: "Actions",
    forget: "Forget",
    forgetNamed: (p: { file: string }) => `Forget the mapping of ${p.file}`,
    forgotten: "The mapping is forgotten.",
    restore: "Restore",
  },
  modes: {
    upsert: "Update by number",
    upsertHint:
      "Orders whose number is there are replaced by this file's; the others are added. Right for exports that overlap or were corrected.",
    upsertRows: "In tables without numbers, rows that are there already are not added again.",
  },
  earlier: {
    title: "This file was imported before",
    text: (p: { when: string; rows: number }) =>
      `On ${p.when} it was read in another way (${rows(p.rows)}). Adding it again would count them twice.`,
    takeOut: "Replace that import",
    keep: "Keep both",
    label: (p: { file: string }) => `What to do with the earlier import of ${p.file}`,
  },
  duplicates: {
    title: "Some rows are there twice",
    within: (p: { rows: number }) =>
      `${rows(p.rows)} ${p.rows === 1 ? "equals" : "equal"} another row of this import.`,
    across: (p: { rows: number }) =>
      `${rows(p.rows)} ${p.rows === 1 ? "is" : "are"} in the data already.`,
    keep: "Keep them all",
    keepHint: "The same product twice on one order is normal.",
    drop: "Leave the copies out",
    label: "What to do with repeated rows",
    show: "Show the repeated rows",
    caption: "Repeated rows",
    more: (p: { listed: number; total: number }) =>
      `The first ${grouped(p.listed)} of ${rows(p.total)} are listed.`,
  },
  identityIssue: {
    "customer-name-conflict": (p: { count: number; sample: string }) =>
      `${many(p.count, "customer number has", "customer numbers have")} more than one name and count as one customer each, for example ${p.sample}.`,
    "customer-duplicate": (p: { count: number; sample: string }) =>
      `${many(p.count, "row names", "rows name")} a customer that came before; later values add to or update the earlier ones, for example ${p.sample}.`,
  },
  difference: {
    title: "Before you import",
    heading: "What the import will change",
    working: "Comparing…",
    failed: "The changes could not be worked out.",
    same: "The data will stay as they are.",
    table: "Content",
    before: "Now",
    after: "After",
    added: "New",
    changed: "Changed",
    gone: "Gone",
    unchanged: "Unchanged",
    amount: "Total amount",
    rows: (p: { rows: number }) => rows(p.rows),
    show: (p: { table: string }) => `Show the changes in ${p.table}`,
    caption: (p: { table: string }) => `Changes in ${p.table}`,
    summary: "Changes by table",
    kind: "Change",
    wasAndIs: (p: { before: string; after: string }) => `${p.before} → ${p.after}`,
    blank: "(blank)",
    more: (p: { listed: number; total: number }) =>
      `${grouped(p.listed)} of ${many(p.total, "changed row", "changed rows")} as examples.`,
    download: "Download all changes (CSV)",
    fileName: "Import changes",
    kinds: { added: "New", before: "Before", after: "After", gone: "Gone" },
  },
  shrink: {
    title: "More than half of the data would go",
    text: (p: { table: string; before: number; after: number }) =>
      `${p.table}: ${rows(p.before)} now, ${grouped(p.after)} after the import. Is it the wrong file, or only a part of the export?`,
    confirm: "Import it all the same",
    keep: "Do not import",
  },
  takeBack: {
    action: "Undo",
    actionNamed: (p: { file: string }) => `Undo the import of ${p.file}`,
    title: (p: { file: string }) => `Undo the import of ${p.file}?`,
    step: "The data go back to what they were before it. Your own segments and settings stay as they are.",
    rows: (p: { rows: number }) =>
      `Its ${rows(p.rows)} are taken out; the rows of all other imports stay. Your own segments and settings stay as they are.`,
    customers:
      "The customer details are taken out; customers with orders stay. Your own segments and settings stay as they are.",
    confirm: "Undo the import",
    keep: "Keep it",
    done: (p: { file: string }) => `The import of ${p.file} was undone.`,
    failed: "It could not be undone. The data have not changed.",
    restored: "Restored. The data are as they were before the undo.",
    restore: "Restore the import just undone",
    bars: {
      replaced:
        "Cannot be undone alone: it took the place of earlier rows, which are no longer kept. Import the original file again instead.",
      merged:
        "Cannot be undone alone: it is merged with other customer tables. Import the customers again with “Replace them” instead.",
      unmarked: "Cannot be undone alone: an older version imported it and did not note its rows.",
    },
    why: "Why it cannot be undone",
  },
} satisfies MergeMessages;
