/** Longer headers name no field by their end; patterns below take quadratic time over what is hostile. */
const LONGEST_NAME = 200;

/**
 * A header as its words in normal form, joined by single blanks: NFKC, lower case, no bracketed remarks such as units,
 * camel case and punctuation split. "CustomerID" is "customer id", "金额（元）" is "金额".
 */
export function normalForm(header: string): string {
  const text = header.slice(0, LONGEST_NAME).normalize("NFKC");
  const bare = text.replace(/[([{【「].*?[)\]}】」]/g, " ");
  const words = (bare.trim() === "" ? text : bare)
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%#]+/gu, " ")
    .trim();
  return words.replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, "");
}

/** The normal form without blanks, so that "order_id", "OrderID" and "order id" are one. */
export function matchKey(header: string): string {
  return normalForm(header).replaceAll(" ", "");
}
