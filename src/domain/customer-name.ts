/** Blanks beside Han characters carry no meaning: they come from layout and from copying. */
const BLANKS_BY_HAN = / (?=\p{Script=Han})|(?<=\p{Script=Han}) /gu;

/**
 * NFKC, lower case, no blanks at the ends or beside Han characters, single blanks elsewhere: two spellings of one name
 * or id are equal.
 */
export function identityForm(text: string): string {
  if (isIdentityForm(text)) return text;
  const plain = text.normalize("NFKC").trim().toLowerCase();
  return /\s/.test(plain) ? plain.replace(/\s+/g, " ").replace(BLANKS_BY_HAN, "") : plain;
}

/**
 * Whether a text is surely its own identity form: printable ASCII but capitals and blanks, and Han characters that have
 * no other form. Most ids and names are, and normalizing them is what linking a file would spend its time on.
 */
function isIdentityForm(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const isPlainAscii = unit > 0x20 && unit < 0x7f && (unit < 0x41 || unit > 0x5a);
    if (!isPlainAscii && (unit < 0x4e00 || unit > 0x9fff)) return false;
  }
  return true;
}

/** Legal forms at the end of a name in Han characters, longest first. `(股)公司`: the usual short form in Taiwan. */
const HAN_LEGAL_FORM =
  /(?:股份有限责任公司|股份有限責任公司|有限责任公司|有限責任公司|股份有限公司|\(股\)有限公司|\(有\)公司|\(股\)公司|有限公司|股份公司|总公司|總公司|公司|\(有限合伙\)|\(有限合夥\)|\(普通合伙\)|\(个体工商户\))$/;
/** The same for Latin names, each a word; "pte ltd" and "co ltd" are two of them. */
const LATIN_LEGAL_FORM =
  /(?:^|[ ,])(?:company|co|limited|ltd|inc|incorporated|corp|corporation|llc|llp|plc|gmbh|ag|kg|sa|sas|sarl|srl|spa|bv|nv|ab|as|oy|kk|pte|pty|sdn|bhd)\.?$/;

/**
 * A name without its legal form, punctuation and blanks: 上海百事（中国）有限公司 is 上海百事中国, "Acme Co., Ltd." is
 * "acme". A name that is nothing but a legal form keeps it. Two customers with one such form are probably one, not surely.
 */
export function companyForm(name: string): string {
  const whole = identityForm(name);
  let rest = whole;
  for (;;) {
    const shorter = rest
      .replace(HAN_LEGAL_FORM, "")
      .replace(LATIN_LEGAL_FORM, "")
      .replace(/[\s,.]+$/, "");
    if (shorter === rest || lettersOf(shorter) === "") break;
    rest = shorter;
  }
  const letters = lettersOf(rest);
  return letters === "" ? whole : letters;
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The digits of a telephone number without country code 86 or 886 and leading zeros; empty below 7 digits. */
export function phoneForm(text: string): string {
  const digits = text
    .normalize("NFKC")
    .replace(/(?:ext|x|转|轉|分机|分機|#).*$/i, "")
    .replace(/\D/g, "")
    .replace(/^(?:00)?(?:886|86)(?=\d{8,})/, "")
    .replace(/^0+/, "");
  return digits.length < 7 ? "" : digits;
}

/** A `companyForm` with its own city in front, with and without 市; none for short names, which would fit too much. */
export function placedForms(form: string, city: string | null): readonly string[] {
  if (city === null || form.length < 3) return [];
  const place = city.replace(/[市县縣区區]$/, "");
  return place === "" ? [] : [place + form, `${place}市${form}`];
}
