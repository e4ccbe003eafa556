// expect: no-restricted-syntax
export function leave(where: string): void {
  location.href = where;
}
