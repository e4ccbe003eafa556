/** What a group of customers has in common: a value of a column of theirs. */
export type ValueName =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "flag"; readonly isYes: boolean }
  /** the values with the fewest customers, together */
  | { readonly kind: "rest"; readonly values: number }
  | { readonly kind: "missing" };
