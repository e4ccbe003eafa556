import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ANALYSES } from "../../src/analyses";
import { COMPUTE_IDS, loadCompute, type ComputeFunction } from "../../src/analyses/computes";
import type { AnalysisSpec, Answer, Headline, ParamSpec, Refusal } from "../../src/analyses/define";
import { resolveParams } from "../../src/analyses/params";
import { MODEL_SCORES } from "../../src/domain/segment-rule";
import { finished } from "../support/answers";
import { ambientOf } from "../support/tables";
import { CELLS } from "./cells";
import { orderLines, restricted, TRIALS, type Trial } from "./gauntlet";
import { withSideTables } from "./side-tables";
import { scopeOf, tablesOf } from "../support/tables";

interface AnyResult {
  readonly kind: "answered";
  readonly headline: Headline;
}
type AnyAnswer = Answer<AnyResult>;

const README_HEADINGS = [
  "Question",
  "Formula",
  "Source",
  "Assumptions",
  "When it misleads",
  "Headline",
] as const;

function run(
  compute: ComputeFunction,
  spec: AnalysisSpec,
  { tables, scope }: Pick<Trial, "tables" | "scope">,
  params = {},
): AnyAnswer {
  const resolved = resolveParams(spec.params, params);
  // the registry has forgotten the types; the contract below is what is checked instead
  return finished(compute(tables, resolved as never, ambientOf(tables, scope))) as AnyAnswer;
}

/** Where a value is not of the kind that survives cloning and JSON; null when all is well. */
function wireFault(value: unknown, path: string): string | null {
  if (value === null || ["boolean", "number", "string"].includes(typeof value)) return null;
  if (typeof value !== "object") return `${path} is ${typeof value}`;
  if (ArrayBuffer.isView(value)) {
    const allowed = [Float64Array, Int32Array, Uint32Array, Uint8Array];
    return allowed.some((type) => value instanceof type) ? null : `${path} is no wire array`;
  }
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  if (!isPlain) return `${path} is no plain object`;
  for (const [key, part] of Object.entries(value)) {
    const fault = wireFault(part, `${path}.${key}`);
    if (fault !== null) return fault;
  }
  return null;
}

function expectRefusal(refusal: Refusal): void {
  expect(refusal.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(refusal.have).toBeLessThan(refusal.need);
}

function expectHeadline(headline: Headline): void {
  expect(Object.keys(headline).length).toBeGreaterThan(0);
  for (const [name, value] of Object.entries(headline)) {
    expect(value === null || Number.isFinite(value), `headline ${name} = ${String(value)}`).toBe(
      true,
    );
  }
}

function expectMembers(
  spec: (typeof ANALYSES)[number],
  answer: AnyAnswer,
  customers: number,
): void {
  const cells = answer.result.kind === "answered" ? CELLS[spec.id](answer.result as never) : [];
  for (const [cell, count] of cells) {
    const rows = answer.members(cell);
    expect(rows === null ? null : rows.length, cell).toBe(count);
    let before = -1;
    for (const row of rows ?? []) {
      if (row <= before || row >= customers) expect(row, `${cell}: rows ascend`).toBe(before + 1);
      before = row;
    }
  }
  for (const cell of ["", "nonsense", "grade:z", "segment:", "a:b:c:d"]) {
    expect(answer.members(cell), `unknown cell "${cell}"`).toBeNull();
  }
}

/** What it says of each customer: only scores that rules know, one slot a row, a number or missing. */
function expectScores(
  { id }: (typeof ANALYSES)[number],
  { scores }: AnyAnswer,
  rows: number,
): void {
  for (const [name, values] of Object.entries(scores ?? {})) {
    expect(MODEL_SCORES, name).toHaveProperty(name, id);
    expect(values.length, name).toBe(rows);
    expect(
      values.every((value) => Number.isNaN(value) || Number.isFinite(value)),
      name,
    ).toBe(true);
  }
}

/** The values of a parameter worth trying besides its default. */
function extremes(spec: ParamSpec): readonly (string | number | boolean)[] {
  switch (spec.kind) {
    case "column":
    case "columns":
      return ["attr:nowhere"];
    case "question":
      return ["csat:1:5:nowhere"];
    case "choice":
      return spec.options;
    case "flag":
      return [true, false];
    case "days":
      return ["2025-10-01~2025-10-08", "nonsense"];
    case "numbers":
      return ["10, 20, 1000", "nonsense"];
    default:
      return [spec.min, spec.max];
  }
}

describe("the registry", () => {
  it("names each analysis once and has a compute for each and none besides", () => {
    const ids = ANALYSES.map((spec) => spec.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(COMPUTE_IDS.toSorted()).toEqual(ids.toSorted());
  });
});

describe.each(ANALYSES.map((spec) => [spec.id, spec] as const))("%s", async (id, spec) => {
  const compute = (await loadCompute(id))!;

  it.each(TRIALS.map((trial) => [trial.name, trial] as const))("survives %s", (_, trial) => {
    const tables = withSideTables(trial.tables, spec);
    const answer = run(compute, spec, { ...trial, tables });
    expect(wireFault(answer.result, "result")).toBeNull();
    expect(structuredClone(answer.result)).toEqual(answer.result);
    if (answer.result.kind === "answered") expectHeadline(answer.result.headline);
    else expectRefusal(answer.result);
    expectMembers(spec, answer, trial.tables.customers.rowCount);
    expectScores(spec, answer, trial.tables.customers.rowCount);
  });

  const file = withSideTables(tablesOf(orderLines(600, 80, 3)), spec);
  const scope = scopeOf(20453);

  it("answers the same for shuffled rows", () => {
    const lines = orderLines(600, 80, 3);
    const keys = file.customers.columns.get("key")!;
    const names = keys.kind === "dictionary" ? keys.dictionary : [];
    const shuffled = lines.map((_, i) => lines[(i * 7 + 3) % lines.length]!);
    const one = run(compute, spec, { tables: file, scope }).result;
    const turned = withSideTables(tablesOf(shuffled, names), spec, "turned");
    const two = run(compute, spec, { tables: turned, scope }).result;
    if (one.kind !== "answered" || two.kind !== "answered") throw new Error("refused");
    for (const [name, value] of Object.entries(one.headline)) {
      if (value === null) expect(two.headline[name]).toBeNull();
      else
        expect(two.headline[name]! / (value === 0 ? 1 : value)).toBeCloseTo(value === 0 ? 0 : 1, 9);
    }
  });

  it("answers the same twice and leaves its input alone", () => {
    const tables = withSideTables(tablesOf(orderLines(600, 80, 3)), spec);
    const copy = structuredClone(tables);
    const one = run(compute, spec, { tables, scope }).result;
    expect(tables).toEqual(copy);
    expect(run(compute, spec, { tables: copy, scope }).result).toEqual(one);
  });

  it("needs no more columns than it says", () => {
    const needed = restricted(file, spec.needs);
    expect(run(compute, spec, { tables: needed, scope }).result.kind).toBe("answered");
  });

  const values = Object.entries<ParamSpec>(spec.params).flatMap(([name, param]) =>
    extremes(param).map((value) => [name, value] as const),
  );
  it.each(values)("survives %s = %s", (name, value) => {
    const answer = run(compute, spec, { tables: file, scope }, { [name]: value });
    expect(wireFault(answer.result, "result")).toBeNull();
    if (answer.result.kind === "answered") expectHeadline(answer.result.headline);
    else expectRefusal(answer.result);
    expectMembers(spec, answer, file.customers.rowCount);
  });

  it("has a README with the question, the formula, its limits and every headline figure", () => {
    const path = `src/analyses/${id}/README.md`;
    expect(existsSync(path), path).toBe(true);
    const text = readFileSync(path, "utf8");
    for (const heading of README_HEADINGS) expect(text).toMatch(new RegExp(`^## ${heading}$`, "m"));
    const { result } = run(compute, spec, { tables: file, scope });
    if (result.kind !== "answered") throw new Error(`refused: ${result.code}`);
    // One figure for each of something is documented once: share:<name>.
    const documented = Object.keys(result.headline).map((name) => name.replace(/:.*/, ":<name>"));
    for (const name of documented) expect(text, name).toContain(`\`${name}\``);
    for (const name of Object.keys(spec.params)) expect(text, name).toContain(`\`${name}\``);
  });
});
