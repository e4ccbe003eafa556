import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { xmlName } from "./xml-name";
import { CLOSE, END, NEED_INPUT, OPEN, XmlScanner, type Token } from "./xml-scanner";

/** Tokens as text: `<name a=b`, `/name`, `"text`; names are the ones given. */
function tokensOf(pieces: readonly Uint8Array[], names: readonly string[]): readonly string[] {
  const nameOf = new Map(names.map((name) => [xmlName(name), name]));
  const scanner = new XmlScanner();
  const found: string[] = [];
  const take = (): void => {
    let token: Token = scanner.next();
    while (token !== NEED_INPUT && token !== END) {
      if (token === OPEN) {
        const name = nameOf.get(scanner.name) ?? "?";
        found.push(`<${name} a=${scanner.attributeText(xmlName("a")) ?? ""}`);
      } else if (token === CLOSE) found.push(`/${nameOf.get(scanner.name) ?? "?"}`);
      else found.push(`"${scanner.text()}`);
      token = scanner.next();
    }
  };
  for (const piece of pieces) {
    scanner.push(piece);
    take();
  }
  scanner.finish();
  take();
  return found;
}

const SAMPLE =
  '\ufeff<?xml version="1.0"?><!-- head --><x:root xmlns:x="u"><row a="1&quot;2" b=\'>\'/>' +
  "中文 𠮷 &amp; a\r\nb<c>one<!-- two -->three<![CDATA[<four>]]></c><c a = '5' ></c></x:root>\n";
const NAMES = ["root", "row", "c"];

describe("XmlScanner", () => {
  const bytes = new TextEncoder().encode(SAMPLE);

  it("gives tags, attributes and whole texts", () => {
    expect(tokensOf([bytes], NAMES).filter((token) => token !== '"')).toEqual([
      "<root a=",
      '<row a=1"2',
      "/row",
      '"中文 𠮷 & a\nb',
      "<c a=",
      '"onethree<four>',
      "/c",
      "<c a=5",
      "/c",
      "/root",
    ]);
  });

  it("gives the same tokens however the bytes are cut", () => {
    const whole = tokensOf([bytes], NAMES);
    for (let size = 1; size < bytes.length; size++) {
      const pieces: Uint8Array[] = [];
      for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
      expect(tokensOf(pieces, NAMES), `pieces of ${size}`).toEqual(whole);
    }
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 8 }), (cuts) => {
        const edges = [0, ...[...cuts].sort((a, b) => a - b), bytes.length];
        const pieces = edges.slice(1).map((edge, index) => bytes.subarray(edges[index], edge));
        expect(tokensOf(pieces, NAMES)).toEqual(whole);
      }),
    );
  });

  it("keeps apart all names that the reader looks for", () => {
    const names =
      "worksheet sheetData row c v f is t r rPh si sst numFmt cellXfs xf sheet workbookPr Relationship Id Type Target " +
      "TargetMode numFmtId formatCode name state date1904 id s n b e d str inlineStr cellStyleXfs numFmts cols col " +
      "sheetId spans ht style mergeCell dimension phoneticPr rPr extLst ext fonts fills borders dxfs";
    const list = names.split(" ");
    expect(new Set(list.map(xmlName)).size).toBe(list.length);
  });

  it("scans one long token in linear time when it comes in small pieces", () => {
    const text = new TextEncoder().encode(`<a>${"x".repeat(3_000_000)}</a>`);
    const pieces: Uint8Array[] = [];
    for (let at = 0; at < text.length; at += 1000) pieces.push(text.subarray(at, at + 1000));
    const start = performance.now();
    expect(tokensOf(pieces, ["a"])[1]?.length).toBe(3_000_001);
    // Scanning from the token's start at every piece would look at 4.5 billion bytes.
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
