/** A piece of a sentence that the view may link, colour or make bold; `mark` names its role, never its look. */
export interface MarkedText {
  readonly mark: string;
  readonly text: string;
}

/** A sentence with marked pieces; drawn by `page/ui/RichText.svelte`. */
export type Rich = readonly (string | MarkedText)[];

export const marked = (mark: string, text: string): MarkedText => ({ mark, text });

/**
 * Template tag for sentences with marked pieces:
 * ``rich`前${marked("top", p.share)}的客户带来80%的销售额。` ``
 */
export function rich(strings: TemplateStringsArray, ...pieces: (string | MarkedText)[]): Rich {
  const parts: (string | MarkedText)[] = [];
  strings.forEach((text, index) => {
    if (text !== "") parts.push(text);
    const piece = pieces[index];
    if (piece !== undefined) parts.push(piece);
  });
  return parts;
}

/** The sentence as plain text, for titles, screen readers and exports. */
export function plainText(text: Rich): string {
  return text.map((part) => (typeof part === "string" ? part : part.text)).join("");
}
