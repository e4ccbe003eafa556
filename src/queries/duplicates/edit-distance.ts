/**
 * Whether one edit makes one text of the other: a letter put in, left out, changed, or two neighbours swapped (optimal
 * string alignment distance 1; Damerau 1964). Equal texts: false. O(length), no allocation.
 */
export function isOneEdit(a: string, b: string): boolean {
  if (a.length > b.length) return isOneEdit(b, a);
  if (b.length - a.length > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  if (a.length < b.length) return a.slice(start) === b.slice(start + 1);
  if (a.slice(start + 1) === b.slice(start + 1)) return true;
  return (
    a.charCodeAt(start) === b.charCodeAt(start + 1) &&
    a.charCodeAt(start + 1) === b.charCodeAt(start) &&
    a.slice(start + 2) === b.slice(start + 2)
  );
}
