/** A name that is too wide for its place ends in an ellipsis. */
export function shortened(name: string, most: number): string {
  if (textWidth(name) <= most) return name;
  let text = "";
  for (const letter of name) {
    if (textWidth(text + letter) > most - 12) break;
    text += letter;
  }
  return `${text}…`;
}

/** Rough width in CSS pixels at 12 px: full-width characters count double. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += letter.charCodeAt(0) > 0x2e80 ? 12 : 6.8;
  return width;
}
