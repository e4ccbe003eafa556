import type { AnalysisSpec, Params, ParamSpec, ParamSpecs } from "./define";

type Given = Readonly<Record<string, unknown>>;

/**
 * Values for every parameter of an analysis: the given one where it is allowed, else the default.
 *
 * @param specs  the analysis's `params`
 * @param given  from a URL, a form or a caller; unknown names are ignored, numbers are clamped to their range and
 *   whole for `integer`, anything unreadable falls back to the default
 */
export function resolveParams<P extends ParamSpecs>(specs: P, given: Given): Params<P> {
  const values: Record<string, number | string | boolean> = {};
  for (const [name, spec] of Object.entries(specs)) values[name] = resolveParam(spec, given[name]);
  // one entry for each spec, of the kind the spec says
  return values as Params<P>;
}

/**
 * The parameters of a page: what its address says where that is allowed, else what the analysis opens with.
 *
 * @param given  as for `resolveParams`
 */
export function openingParams<P extends ParamSpecs>(specs: P, given: Given): Params<P> {
  const opened: Record<string, unknown> = { ...given };
  for (const [name, spec] of Object.entries(specs)) {
    if (spec.kind !== "choice" || spec.opening === undefined) continue;
    if (resolveParam(spec, given[name]) !== given[name]) opened[name] = spec.opening;
  }
  return resolveParams(specs, opened);
}

function resolveParam(spec: ParamSpec, given: unknown): number | string | boolean {
  switch (spec.kind) {
    // Whether there is such a column only the data know: one that is not there is as good as none.
    case "column":
    case "columns":
    case "days":
    case "question":
    case "numbers":
      return typeof given === "string" ? given : "";
    case "choice":
      return typeof given === "string" && spec.options.includes(given) ? given : spec.default;
    case "flag":
      return typeof given === "boolean" ? given : spec.default;
    default: {
      if (typeof given !== "number" || !Number.isFinite(given)) return spec.default;
      const clamped = Math.min(spec.max, Math.max(spec.min, given));
      return spec.kind === "integer" ? Math.round(clamped) : clamped;
    }
  }
}

/** The key of a parameter in an address: `pareto.basis`, or the key of the analysis that it is shared with. */
export function paramKey({ id, shares }: AnalysisSpec, name: string): string {
  return `${shares?.params.includes(name) === true ? shares.with : id}.${name}`;
}

/** Why given parameters would not be taken as they are; empty when all would. For callers that must refuse, not repair. */
export function paramFaults(specs: ParamSpecs, given: Given): readonly string[] {
  const faults: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    const spec = specs[name];
    if (spec === undefined) faults.push(`unknown parameter ${name}`);
    else if (resolveParam(spec, value) !== value) faults.push(`${name} cannot be ${String(value)}`);
  }
  return faults;
}
