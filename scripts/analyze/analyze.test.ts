import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ANALYSES } from "../../src/analyses/index";
import { expectClose } from "../../tests/support/expect-close";
import { main } from "./main";

const SUPERSTORE = "orders=../shared/data/superstore/superstore.csv";
const folder = mkdtempSync(join(tmpdir(), "analyze-"));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Printed {
  readonly analysis: string;
  readonly revision: number;
  readonly headline: Readonly<Record<string, number>>;
  readonly result: { readonly kind: string };
  readonly issues: readonly { readonly table: string; readonly rowsKept: number }[];
}

/** The command as a shell calls it. */
function command(args: readonly string[]) {
  const done = spawnSync(process.execPath, ["scripts/analyze.mjs", ...args], { encoding: "utf8" });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

/** The same without a process of its own. */
async function called(args: readonly string[]) {
  let out = "";
  let err = "";
  const code = await main(args, {
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
  });
  return { code, out, err };
}

const printed = (out: string): Printed => JSON.parse(out) as Printed;

/** Analyses that orders alone can answer. */
const OF_ORDERS = ANALYSES.filter(({ needs }) =>
  Object.keys(needs).every((entity) => entity === "orders" || entity === "customers"),
);

describe("npm run analyze", () => {
  it.each(OF_ORDERS.map(({ id, revision }) => [id, revision] as const))(
    "answers %s on superstore.csv with one JSON object",
    (id, revision) => {
      const { code, out, err } = command([id, "--table", SUPERSTORE]);
      expect([code, err]).toEqual([0, ""]);
      expect(out.endsWith("}\n") && !out.slice(0, -1).includes("\n")).toBe(true);
      const answer = printed(out);
      expect(Object.keys(answer)).toEqual(["analysis", "revision", "headline", "result", "issues"]);
      expect([answer.analysis, answer.revision, answer.result.kind]).toEqual([
        id,
        revision,
        "answered",
      ]);
      expect(answer.issues).toMatchObject([{ table: "orders", rowsKept: 9994 }]);
    },
    60_000,
  );

  it("answers sla on a complaint log without any order", async () => {
    const table = "complaints=../shared/data/complaints/complaints_log.csv";
    const { headline } = printed((await called(["sla", "--table", table])).out);
    expect(headline["n"]).toBe(53);
  });

  it("takes each row for a customer where the file names none", async () => {
    const table = "customers=../shared/data/survival/waltons.csv";
    const params = JSON.stringify({ duration: "T", event: "E", group: "group" });
    const { headline } = printed(
      (await called(["survival", "--table", table, "--params", params])).out,
    );
    expect(headline).toMatchObject({ n: 163, events: 156 });
    expectClose(headline["chi2"] as number, 122.249, { rel: 1e-5 });
  });

  it("covers all the data by default, so that pareto has the reference's customers, total and gini", async () => {
    const { headline } = printed((await called(["pareto", "--table", SUPERSTORE])).out);
    expect(headline["customers"]).toBe(793);
    expectClose(headline["total"] as number, 2297200.8603, { rel: 1e-9 });
    expectClose(headline["gini"] as number, 0.44130893, { rel: 1e-7 });
  });

  it("reads CDNOW's columns of blanks and takes as-of, period and params", async () => {
    const args = ["--table", "orders=../shared/data/cdnow/CDNOW_master.txt"];
    const all = printed((await called(["cohorts", ...args])).out);
    expect(all.headline).toMatchObject({ cohorts: 3, customers: 23570 });
    const more = ["--as-of", "1997-12-31", "--period", "1997-02-01..1997-02-28"];
    const some = printed(
      (await called(["cohorts", ...args, ...more, "--params", '{"smallBelow":5}'])).out,
    );
    expect(some.headline).toMatchObject({ cohorts: 1 });
  });

  it("maps a column as it is told", async () => {
    const path = join(folder, "odd.csv");
    writeFileSync(path, "wer,wann,wieviel\nA,2025-01-02,10\nB,2025-01-03,30\n");
    const map = ["customerName=wer", "orderedOn=wann", "amount=wieviel"].flatMap((text) => [
      "--map",
      `orders.${text}`,
    ]);
    const { out } = await called(["pareto", "--table", `orders=${path}`, ...map]);
    expect(printed(out).headline).toMatchObject({ customers: 2, total: 40 });
  });

  it("says in one line what is wrong with a call, and ends with 2", async () => {
    const table = ["--table", SUPERSTORE];
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /which analysis/],
      [["nonsense"], /no analysis "nonsense"/],
      [["pareto"], /--table orders=FILE is missing/],
      [["pareto", "--table", "orders=missing.csv"], /no file "missing.csv"/],
      [["pareto", "--table", "orders"], /is not of the form/],
      [["pareto", "--table", "deeds=x.csv"], /no table "deeds"/],
      [["pareto", "--table", "deals=x.csv"], /--table orders=FILE is missing/],
      [["pareto", ...table, ...table], /given twice/],
      [["pareto", ...table, "--as-of", "2017-02-30"], /not a day/],
      [["pareto", ...table, "--as-of"], /needs a value/],
      [["pareto", ...table, "--period", "2017-02-01..2017-01-01"], /ends before it begins/],
      [["pareto", ...table, "--params", "{"], /not JSON/],
      [["pareto", ...table, "--params", "[]"], /not a JSON object/],
      [["pareto", ...table, "--params", '{"cut":"x"}'], /pareto: cut cannot be x/],
      [["pareto", ...table, "--params", '{"x":1}'], /unknown parameter x/],
      [["pareto", ...table, "--map", "orders.nothing=Sales"], /no field "nothing"/],
      [["pareto", ...table, "--map", "orders.amount=Nothing"], /no column "Nothing"/],
      [["pareto", ...table, "--frobnicate", "1"], /unknown option/],
      [["pareto", "--table", "orders=package.json"], /./],
    ];
    for (const [args, reason] of wrong) {
      const { code, out, err } = await called(args);
      expect([code, out], args.join(" ")).toEqual([2, ""]);
      expect(err).toMatch(reason);
      expect(err.trimEnd()).not.toContain("\n");
    }
    const { code, out, err } = command(["nonsense"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^no analysis "nonsense"/);
  }, 60_000);

  it("explains itself", async () => {
    const { code, out } = await called(["--help"]);
    expect(code).toBe(0);
    expect(out).toContain("default: all the data up to the as-of day");
  });
});
