import { describe, expect, it } from "vitest";
import type { Generation } from "../domain/generation";
import type { Manifest } from "../domain/manifest";
import { inspectFile } from "../ingest/inspect";
import { defaultPlan } from "../ingest/plan-default";
import { IngestSession } from "./ingest-session";
import type { ImportReport } from "./protocol";
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

/** Storage in memory, and a page that drops files and presses the button. */
function desk(): {
  drop: (files: readonly File[], mode: "append" | "replace") => Promise<ImportReport>;
  orders: () => number;
} {
  let manifest: Manifest | null = null;
  let content: Generation | null = null;
  const stored: StoredData = {
    manifest: () => Promise.resolve(manifest),
    table: () => Promise.reject(new Error("not asked for here")),
    generation: () =>
      content === null ? Promise.reject(new Error("nothing stored")) : Promise.resolve(content),
    write: (_workspace, generation, { imports, expectedRevision }) => {
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
  return {
    orders: () => (content === null ? 0 : content.orders.table.rowCount),
    drop: async (files, mode) => {
      const tickets: string[] = [];
      for (const dropped of files) {
        const plan = defaultPlan(await inspectFile(dropped), 0);
        if (plan === null) throw new Error("not recognised");
        const report = await session.handlers.read({ file: dropped, plan }, context);
        tickets.push((report as { ticket: string }).ticket);
      }
      const report = await session.handlers.store({ workspace: "w", tickets, mode }, context);
      return report as ImportReport;
    },
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
});
