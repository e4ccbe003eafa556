import type { Ambient, Compute, Input } from "./define";

/** A compute as the worker calls it: params are resolved by the spec before the call. */
export type ComputeFunction = (input: Input, params: never, ambient: Ambient) => Compute<unknown>;

const modules = import.meta.glob<ComputeFunction>("./*/compute.ts", { import: "default" });

/** Ids of the analyses that can be computed. */
export const COMPUTE_IDS: readonly string[] = Object.keys(modules).map(idOfPath);

function idOfPath(path: string): string {
  return path.slice("./".length, path.lastIndexOf("/"));
}

/** The compute of an analysis, loaded on first use; undefined for an unknown id. Worker side only. */
export async function loadCompute(id: string): Promise<ComputeFunction | undefined> {
  return modules[`./${id}/compute.ts`]?.();
}
