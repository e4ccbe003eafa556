// expect: no-restricted-syntax
export const amount = (text: string): number => Number(text) || 0;
