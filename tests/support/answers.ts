import { resolveParams } from "../../src/analyses/params";
import type {
  Ambient,
  Answer,
  Compute,
  Input,
  Params,
  ParamSpecs,
} from "../../src/analyses/define";
import type { Scope } from "../../src/domain/scope";
import { ambientOf, type OwnSettings } from "./tables";

/** Runs a compute to its end, as the worker does. */
export function finished<R>(compute: Compute<R>): Answer<R> {
  if (!("next" in compute)) return compute;
  for (;;) {
    const step = compute.next();
    if (step.done === true) return step.value;
  }
}

/** Answer of a compute with its default parameters and some others. */
export function answerOf<R, P extends ParamSpecs>(
  spec: { readonly params: P },
  compute: (input: Input, params: Params<P>, ambient: Ambient) => Compute<R>,
  question: {
    readonly tables: Input;
    readonly scope: Scope;
    readonly params?: Partial<Params<P>>;
  } & OwnSettings,
): Answer<R> {
  const { tables, scope, params = {} } = question;
  const resolved = resolveParams(spec.params, params as Record<string, unknown>);
  return finished(compute(tables, resolved, ambientOf(tables, scope, question)));
}

/** As `answerOf`; fails the test when the analysis refuses. */
export function resultOf<R extends { readonly kind: "answered" }, P extends ParamSpecs>(
  ...args: Parameters<typeof answerOf<R, P>>
): R {
  const { result } = answerOf(...args);
  if (result.kind !== "answered") throw new Error(`refused: ${result.code}`);
  return result;
}
