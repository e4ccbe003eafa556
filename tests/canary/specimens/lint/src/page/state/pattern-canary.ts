// expect: no-restricted-syntax
export const matcher = (text: string): RegExp => new RegExp(text);
