interface NamedStep {
  readonly name: string;
}
export const GATES: readonly NamedStep[];
export const BROWSER_SUITES: readonly NamedStep[];
