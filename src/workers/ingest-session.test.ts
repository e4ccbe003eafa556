import { describe, expect, it } from "vitest";
import type { Generation } from "../domain/generation";
import type { Manifest } from "../domain/manifest";
import { inspectFile } from "../ingest/inspect";
import { defaultPlan } from "../ingest/plan-default";
import type { SheetPlan } from "../ingest/plan";
import { IngestSession } from "./ingest-session";
import type { ImportChoices, ImportReport, ImportReview } from "./protocol";
import type { CallContext } from "./serve";
import type { StoredData } from "./stored-generations";

const context: CallContext = { signal: new AbortController().signal, progress: () => undefined };

const file = (name: string, customers: readonly string[]): File =>
  new File(
    [
      `客户名称,单据日期,金额\n${customers.map((c, i) => `${c},2025-01-0${i + 1},10`).join("\n")}\n`,
    ],
    name,
  );
/** Orders with numbers: number, customer, amount. */
const numbered = (name: string, lines: readonly (readonly [string, string, number])[]): File =>
  new File(
    [
      `单号,客户名称,单据日期,金额\n${lines
        .map(([order, customer, amount]) => `${order},${customer},2025-01-05,${amount}`)
        .join("\n")}\n`,
    ],
    name,
  );

type Choices = ImportChoices["mode"] | Partial<ImportChoices>;
const choicesOf = (choices: Choices): ImportChoices => ({
  mode: "append",
  dropsDuplicates: false,
  takesOut: [],
  ...(typeof choices === "string" ? { mode: choices } : choices),
});

/** A file, or a file whose mapping the reader changes. */
type Dropped = File | { readonly file: File; readonly change: (plan: SheetPlan) => SheetPlan };
const asIs = (plan: SheetPlan): SheetPlan => plan;

/** Storage in memory, and a page that drops files and presses the button. */
function desk(): {
  drop: (files: readonly Dropped[], choices: Choices) => Promise<ImportReport>;
  look: (files: readonly Dropped[], choices: Choices) => Promise<ImportReview>;
  takeBack: (importId: string) => Promise<Manifest>;
  orders: () => number;
  amount: () => number;
  manifest: () => Manifest;
} {
  let manifest: Manifest | null = null;
  let content: Generation | null = null;
  const stored: StoredData = {
    manifest: () => Promise.resolve(manifest),
    table: () => Promise.reject(new Error("not asked for here")),
    work: () => Promise.reject(new Error("not asked for here")),
    runs: () => Promise.resolve([]),
    keepRun: () => Promise.resolve(),
    generation: () =>
      content === null ? Promise.reject(new Error("nothing stored")) : Promise.resolve(content),
    write: (_workspace, generation, { imports, expectedRevision, lastChange }) => {
      content = generation;
      const tables = (["orders", "customers"] as const).map((entity) => ({
        entity,
        rowCount: generation[entity].table.rowCount,
        columns: [],
        firstDay: null,
        lastDay: null,
        currency: null,
      }));
      const revision = expectedRevision + 1;
      manifest = {
        generation: `g${revision}`,
        previousGeneration: null,
        revision,
        root: "",
        tables,
        imports,
        lastChange,
      };
      return Promise.resolve(manifest);
    },
    duplicate: () => Promise.reject(new Error("not here")),
    exclusively: (_workspace, _signal, work) => work(),
  };
  let ids = 0;
  const session = new IngestSession(stored, {
    nowMs: () => 0,
    elapsedMs: () => 0,
    newId: () => String(++ids),
  });
  const read = async (files: readonly Dropped[]): Promise<readonly string[]> => {
    const tickets: string[] = [];
    for (const dropped of files) {
      const { file: whole, change } =
        dropped instanceof File ? { file: dropped, change: asIs } : dropped;
      const proposed = defaultPlan(await inspectFile(whole), 0);
      if (proposed === null) throw new Error("not recognised");
      const plan = change(proposed);
      const report = await session.handlers.read({ file: whole, plan }, context);
      tickets.push((report as { ticket: string }).ticket);
    }
    return tickets;
  };
  return {
    orders: () => (content === null ? 0 : content.orders.table.rowCount),
    amount: () => {
      const column = content?.orders.table.columns.get("amount");
      return column?.kind === "float64" ? column.values.reduce((sum, value) => sum + value, 0) : 0;
    },
    manifest: () => {
      if (manifest === null) throw new Error("nothing stored");
      return manifest;
    },
    drop: async (files, choices) => {
      const question = { workspace: "w", tickets: await read(files), choices: choicesOf(choices) };
      return (await session.handlers.store(question, context)) as ImportReport;
    },
    look: async (files, choices) => {
      const question = { workspace: "w", tickets: await read(files), choices: choicesOf(choices) };
      return (await session.handlers.review(question, context)) as ImportReview;
    },
    takeBack: async (importId) =>
      (await session.handlers.takeBack({ workspace: "w", importId }, context)) as Manifest,
  };
}

describe("IngestSession", () => {
  const january = (): File => file("1.csv", ["甲", "乙"]);
  const february = (): File => file("2.csv", ["丙", "丁", "戊"]);

  it("changes nothing when the same file comes again", async () => {
    const { drop, orders } = desk();
    await drop([january()], "append");
    expect((await drop([january()], "append")).outcome).toBe("unchanged");
    expect(orders()).toBe(2);
  });

  it("counts a file that is dropped twice at once as one", async () => {
    const { drop, orders } = desk();
    expect((await drop([january(), january()], "append")).rowsAdded).toBe(2);
    expect(orders()).toBe(2);
  });

  it("keeps every dropped file when it replaces, also one that was stored before", async () => {
    const { drop, orders } = desk();
    await drop([january()], "append");
    await drop([january(), february()], "replace");
    expect(orders()).toBe(5);
  });

  it("replaces two stored files by one of them", async () => {
    const { drop, orders } = desk();
    await drop([january(), february()], "append");
    expect((await drop([february()], "replace")).outcome).toBe("stored");
    expect(orders()).toBe(3);
  });

  it("updates orders by number and keeps count of whose rows are left", async () => {
    const { drop, amount, manifest } = desk();
    await drop(
      [
        numbered("1.csv", [
          ["SO1", "甲", 10],
          ["SO2", "乙", 20],
        ]),
      ],
      "append",
    );
    await drop(
      [
        numbered("2.csv", [
          ["SO2", "乙", 25],
          ["SO3", "丙", 30],
        ]),
      ],
      "upsert",
    );
    expect(amount()).toBe(65);
    expect(manifest().imports).toMatchObject([
      { rowsStored: 1, rowsReplaced: 0 },
      { rowsStored: 2, rowsReplaced: 1, mode: "upsert" },
    ]);
  });

  it("says before anything is stored what would change, and stores just that", async () => {
    const { drop, look, orders } = desk();
    await drop([january()], "append");
    const { differences } = await look([february()], "replace");
    expect(differences.find(({ entity }) => entity === "orders")).toMatchObject({
      rowsBefore: 2,
      rowsAfter: 3,
      added: 3,
      gone: 2,
      amountBefore: 20,
      amountAfter: 30,
    });
    expect(orders()).toBe(2);
  });

  it("finds rows that are there already and leaves them out when asked", async () => {
    const { drop, look, orders } = desk();
    await drop([january()], "append");
    const overlapping = (): File => file("x.csv", ["甲", "乙", "新"]);
    const { sheets } = await look([overlapping()], "append");
    expect(sheets[0]).toMatchObject({ across: 2, within: 0 });
    expect(sheets[0]?.issues).toMatchObject({
      counts: [{ code: "duplicate-row", severity: "note", column: null, count: 2 }],
      listed: [{ code: "duplicate-row", row: 2 }, { code: "duplicate-row" }],
    });
    expect((await drop([overlapping()], { dropsDuplicates: true })).rowsAdded).toBe(1);
    expect(orders()).toBe(3);
  });

  it("knows a file that was read in another way and puts it in the place of that import", async () => {
    const { drop, look, orders, amount } = desk();
    const text = "客户名称,单据日期,金额,含税金额\n甲,2025-01-05,10,11\n";
    const taxed = (plan: SheetPlan): SheetPlan => ({
      ...plan,
      columns: plan.columns.map((column) => {
        if (column.target === "amount") return { ...column, target: null };
        return column.header === "含税金额" ? { ...column, target: "amount" } : column;
      }),
    });
    await drop([january()], "append");
    await drop([new File([text], "a.csv")], "append");
    const again = { file: new File([text], "a.csv"), change: taxed };
    const [sheet] = (await look([again], "append")).sheets;
    expect(sheet!.earlier.map(({ fileName }) => fileName)).toEqual(["a.csv"]);
    await drop([again], { takesOut: [sheet!.earlier[0]!.importId] });
    expect(orders()).toBe(3);
    expect(amount()).toBe(31);
  });

  it("takes any import back without touching the others", async () => {
    const { drop, takeBack, orders, manifest } = desk();
    await drop([january()], "append");
    await drop([february()], "append");
    await drop([file("3.csv", ["己"])], "append");
    const middle = manifest().imports[1]!;
    const after = await takeBack(middle.importId);
    expect(orders()).toBe(3);
    expect(after.imports.map(({ fileName }) => fileName)).toEqual(["1.csv", "3.csv"]);
    expect(after.lastChange).toBe("take-back");
    await expect(takeBack(middle.importId)).rejects.toMatchObject({ code: "E_STALE_TAB" });
  });

  it("does not take an import back alone that took the place of others", async () => {
    const { drop, takeBack, manifest } = desk();
    await drop([january()], "append");
    await drop([february()], "replace");
    await drop([file("3.csv", ["己"])], "append");
    await expect(takeBack(manifest().imports[0]!.importId)).rejects.toMatchObject({
      code: "E_STALE_TAB",
    });
  });
});
