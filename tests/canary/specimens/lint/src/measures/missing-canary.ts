// expect: no-restricted-syntax
export const first = (values: Float64Array): number => values[0] ?? 0;
