import { FileError } from "../plan";
import { MAX_ATTRIBUTES, MAX_TOKEN_BYTES, MAX_XML_DEPTH } from "./limits";
import { decodeXmlText } from "./xml-text";

/** What `XmlScanner.next` found. */
export const NEED_INPUT = 0;
export const OPEN = 1;
export const CLOSE = 2;
export const TEXT = 3;
export const END = 4;
export type Token = 0 | 1 | 2 | 3 | 4;

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const EQUALS = 0x3d;
const COLON = 0x3a;
const DASH = 0x2d;
const BRACKET = 0x5b;
const SPACE = 0x20;
const SLOTS = 4;
const UTF8_MARK = [0xef, 0xbb, 0xbf] as const;

const invalid = (detail: string): FileError => new FileError("E_XLSX_INVALID", { detail });

/**
 * A pull scanner over UTF-8 XML that arrives in pieces; the same tokens however the pieces are cut.
 *
 * Tokens: OPEN (`name` = number of the local name, attributes by `attribute`), CLOSE (also for `<a/>`), TEXT (all
 * character data between two tags as one token, CDATA included, comments left out; range `start`..`end` of `bytes`).
 * Checked: tags close in order, one token is at most MAX_TOKEN_BYTES, depth and attributes are bounded. There is no DTD: a
 * DOCTYPE or ENTITY is `E_XML_FORBIDDEN`, so no entity can be defined. Ranges are valid until the next `next`.
 * O(bytes): a token cut by a piece is scanned again only after the buffer has doubled.
 */
export class XmlScanner {
  bytes: Uint8Array = new Uint8Array(0);
  /** Number of the element's local name (OPEN, CLOSE); see `xmlName`. */
  name = 0;
  /** Range in `bytes` of a TEXT token, or of the value that `attribute` found. */
  start = 0;
  end = 0;
  /** The TEXT token is plain: no comment, CDATA or processing instruction inside. */
  isPlain = true;
  depth = 0;

  readonly #stack = new Int32Array(MAX_XML_DEPTH);
  /** SLOTS an attribute: number of its whole name and of its local name, start and end of its value. */
  readonly #attributes = new Int32Array(SLOTS * MAX_ATTRIBUTES);
  #attributeCount = 0;
  #at = 0;
  #isEmptyElement = false;
  #isFinished = false;
  #isFirst = true;
  #queue: Uint8Array[] = [];
  #queuedBytes = 0;
  /** The last token was not complete and the buffer has not grown since. */
  #isStarved = true;

  /** Adds the next piece; `bytes` may be kept, so the caller must not write to it. */
  push(bytes: Uint8Array): void {
    this.#queue.push(bytes);
    this.#queuedBytes += bytes.length;
    const kept = this.bytes.length - this.#at;
    if (this.#queuedBytes >= kept) this.#join(kept);
  }

  /** Says that no piece follows; the next NEED_INPUT becomes END or an error. */
  finish(): void {
    this.#isFinished = true;
    this.#join(this.bytes.length - this.#at);
  }

  #join(kept: number): void {
    const [only] = this.#queue;
    if (kept === 0 && only && this.#queue.length === 1) {
      this.bytes = only;
    } else {
      const joined = new Uint8Array(kept + this.#queuedBytes);
      joined.set(this.bytes.subarray(this.#at));
      let at = kept;
      for (const piece of this.#queue) {
        joined.set(piece, at);
        at += piece.length;
      }
      this.bytes = joined;
    }
    this.#at = 0;
    this.#isStarved = false;
    this.#queue = [];
    this.#queuedBytes = 0;
    if (this.#isFirst && (this.bytes.length >= 3 || this.#isFinished)) {
      this.#isFirst = false;
      if (UTF8_MARK.every((byte, index) => this.bytes[index] === byte)) this.#at = 3;
    }
  }

  /** The next token; NEED_INPUT when it is not complete yet. */
  next(): Token {
    if (this.#isEmptyElement) {
      this.#isEmptyElement = false;
      return this.#close();
    }
    if (this.#isStarved) return NEED_INPUT;
    if (this.#isFirst) return this.#needInput();
    const { bytes } = this;
    const at = this.#at;
    if (at >= bytes.length) return this.#needInput();
    if (bytes[at] !== LT) return this.#text(at);
    const second = bytes[at + 1];
    if (second === SLASH) return this.#closeTag(at + 2);
    if (second === BANG || second === QUESTION) return this.#text(at);
    return second === undefined ? this.#needInput() : this.#openTag(at + 1);
  }

  /** Looks up an attribute of the element just opened by the number of its whole name; sets `start` and `end`. */
  attribute(name: number): boolean {
    const list = this.#attributes;
    for (let slot = 0; slot < this.#attributeCount; slot += SLOTS) {
      if (list[slot] !== name) continue;
      this.start = list[slot + 2]!;
      this.end = list[slot + 3]!;
      return true;
    }
    return false;
  }

  /** The text of an attribute by its whole name, or null. */
  attributeText(name: number): string | null {
    return this.attribute(name) ? this.text() : null;
  }

  /** The text of an attribute with any prefix whose local name has this number (`r:id`), or null. */
  prefixedAttributeText(local: number): string | null {
    const list = this.#attributes;
    for (let slot = 0; slot < this.#attributeCount; slot += SLOTS) {
      if (list[slot + 1] !== local || list[slot] === local) continue;
      this.start = list[slot + 2]!;
      this.end = list[slot + 3]!;
      return this.text();
    }
    return null;
  }

  /** The current range as text: entities resolved, line ends as XML normalises them. */
  text(): string {
    return decodeXmlText(this.bytes, this.start, this.end, this.isPlain);
  }

  #needInput(): Token {
    if (this.#isFinished) {
      if (this.depth > 0 || this.#at < this.bytes.length) throw invalid("the XML is cut off");
      return END;
    }
    if (this.bytes.length - this.#at > MAX_TOKEN_BYTES) {
      throw new FileError(this.bytes[this.#at] === LT ? "E_LIMIT" : "E_FIELD_TOO_LONG");
    }
    this.#isStarved = true;
    return NEED_INPUT;
  }

  #close(): Token {
    this.depth--;
    if (this.depth < 0 || this.#stack[this.depth] !== this.name) {
      throw invalid("an element is closed that is not open");
    }
    return CLOSE;
  }

  #closeTag(from: number): Token {
    const { bytes } = this;
    const length = bytes.length;
    let at = from;
    let hash = 0;
    for (; at < length; at++) {
      const byte = bytes[at]!;
      if (byte === GT) break;
      if (byte === COLON) hash = 0;
      else if (byte > SPACE) hash = (Math.imul(hash, 31) + byte) | 0;
    }
    if (at >= length) return this.#needInput();
    this.name = hash;
    this.#at = at + 1;
    return this.#close();
  }

  // One loop over the bytes of a tag: the reader's time is spent here and in the number parser.
  #openTag(from: number): Token {
    const { bytes } = this;
    const length = bytes.length;
    let at = from;
    let hash = 0;
    let byte = 0;
    for (; at < length; at++) {
      byte = bytes[at]!;
      if (byte === GT || byte === SLASH || byte <= SPACE) break;
      hash = byte === COLON ? 0 : (Math.imul(hash, 31) + byte) | 0;
    }
    if (at === from) throw invalid("a tag without a name");
    let count = 0;
    while (at < length) {
      byte = bytes[at]!;
      if (byte <= SPACE) {
        at++;
      } else if (byte === GT) {
        return this.#opened(hash, count, at + 1);
      } else if (byte === SLASH) {
        if (at + 1 >= length) return this.#needInput();
        if (bytes[at + 1] !== GT) throw invalid("a broken tag");
        this.#isEmptyElement = true;
        return this.#opened(hash, count, at + 2);
      } else {
        at = this.#attributeAt(at, count);
        if (at < 0) return this.#needInput();
        count += SLOTS;
      }
    }
    return this.#needInput();
  }

  #opened(name: number, attributeCount: number, at: number): Token {
    if (this.depth >= MAX_XML_DEPTH) throw new FileError("E_LIMIT", { detail: "XML depth" });
    this.#stack[this.depth++] = name;
    this.name = name;
    this.#attributeCount = attributeCount;
    this.isPlain = true;
    this.#at = at;
    return OPEN;
  }

  /** Reads one attribute into slot `count`; the place after it, or -1 when the piece ends inside it. */
  #attributeAt(from: number, count: number): number {
    const { bytes } = this;
    const length = bytes.length;
    if (count >= this.#attributes.length) throw new FileError("E_LIMIT", { detail: "attributes" });
    let at = from;
    let hash = 0;
    let local = 0;
    for (; at < length && bytes[at] !== EQUALS; at++) {
      const byte = bytes[at]!;
      if (byte === GT || byte === LT) throw invalid("an attribute without a value");
      if (byte <= SPACE) continue;
      hash = (Math.imul(hash, 31) + byte) | 0;
      local = byte === COLON ? 0 : (Math.imul(local, 31) + byte) | 0;
    }
    for (at++; at < length && bytes[at]! <= SPACE;) at++;
    if (at >= length) return -1;
    const quote = bytes[at]!;
    if (quote !== 0x22 && quote !== 0x27) throw invalid("an attribute without quotes");
    const start = ++at;
    while (at < length && bytes[at] !== quote) at++;
    if (at >= length) return -1;
    this.#attributes[count] = hash;
    this.#attributes[count + 1] = local;
    this.#attributes[count + 2] = start;
    this.#attributes[count + 3] = at;
    return at + 1;
  }

  /** Character data up to the next tag, over comments, CDATA sections and processing instructions. */
  #text(from: number): Token {
    const { bytes } = this;
    const length = bytes.length;
    let isPlain = true;
    let at = from;
    for (;;) {
      while (at < length && bytes[at] !== LT) at++;
      if (at + 1 >= length) break;
      const second = bytes[at + 1];
      if (second !== BANG && second !== QUESTION) return this.#textToken(from, at, isPlain);
      isPlain = false;
      at = this.#skipMarkup(at);
      if (at < 0) return this.#needInput();
    }
    // The white space after the root element is the only text that may end with the input.
    if (this.#isFinished && at >= length && this.depth === 0) {
      this.#at = length;
      return END;
    }
    return this.#needInput();
  }

  #textToken(start: number, end: number, isPlain: boolean): Token {
    this.start = start;
    this.end = end;
    this.isPlain = isPlain;
    this.#at = end;
    return TEXT;
  }

  /** The place after `<!--…-->`, `<![CDATA[…]]>` or `<?…?>`, or -1 when it is not complete. */
  #skipMarkup(at: number): number {
    const { bytes } = this;
    if (bytes[at + 1] === QUESTION) return this.#after(at + 2, QUESTION, 1);
    const third = bytes[at + 2];
    if (third === undefined) return -1;
    if (third === DASH) return this.#after(at + 4, DASH, 2);
    if (third === BRACKET) return this.#after(at + 9, 0x5d, 2);
    throw new FileError("E_XML_FORBIDDEN");
  }

  /** The place after `count` times `byte` and a `>`, searched from `from`; -1 when there is none yet. */
  #after(from: number, byte: number, count: 1 | 2): number {
    const { bytes } = this;
    for (let at = from + count; at < bytes.length; at++) {
      const isEnd = bytes[at] === GT && bytes[at - 1] === byte && bytes[at - count] === byte;
      if (isEnd) return at + 1;
    }
    return -1;
  }
}
