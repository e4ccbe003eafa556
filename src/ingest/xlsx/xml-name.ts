/**
 * Number of an XML name, as the scanner makes it from the bytes: names are compared by it, never as text.
 *
 * A 31-multiplier hash in 32 bits. Two real names of the format never share one (checked by a test over those used here); a name
 * made up to collide would only be read as the element it imitates.
 */
export function xmlName(name: string): number {
  let hash = 0;
  for (let at = 0; at < name.length; at++) hash = (Math.imul(hash, 31) + name.charCodeAt(at)) | 0;
  return hash;
}
