// expect: no-restricted-properties
export const show = (): Window | null => window.open("x");
