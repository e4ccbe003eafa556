import { describe, expect, it } from "vitest";
import { BinaryRecords } from "./binary-records";

/** type 617 (two bytes) with a text; type 5 with a number; type 0 of 200 bytes, whose size takes two. */
const BYTES = (() => {
  const number = new Uint8Array(8);
  new DataView(number.buffer).setFloat64(0, 1234.5, true);
  const text = [0xe9, 0x04, 8, 2, 0, 0, 0, 0x32, 0x75, 0x53, 0x62];
  return Uint8Array.from([...text, 5, 8, ...number, 0, 0xc8, 0x01, ...new Uint8Array(200)]);
})();

function found(pieceBytes: number): readonly unknown[] {
  const records = new BinaryRecords();
  const seen: unknown[] = [];
  for (let at = 0; at < BYTES.length; at += pieceBytes) {
    records.push(BYTES.subarray(at, at + pieceBytes));
    while (records.next()) {
      seen.push(records.type);
      if (records.type === 617) seen.push(records.text());
      if (records.type === 5) seen.push(records.f64());
    }
  }
  records.finish();
  return seen;
}

describe("BinaryRecords", () => {
  it("gives the same records however the part is cut", () => {
    for (let pieceBytes = 1; pieceBytes <= BYTES.length; pieceBytes++) {
      expect(found(pieceBytes)).toEqual([617, "甲打", 5, 1234.5, 0]);
    }
  });

  it("names a part that ends within a record", () => {
    const records = new BinaryRecords();
    records.push(BYTES.subarray(0, BYTES.length - 1));
    while (records.next());
    expect(() => {
      records.finish();
    }).toThrow(expect.objectContaining({ code: "E_XLSX_INVALID" }));
  });

  it("reads no field beyond the end of its record", () => {
    const records = new BinaryRecords();
    records.push(Uint8Array.of(5, 2, 1, 1, 5, 8, 0, 0, 0, 0, 0, 0, 0, 0));
    records.next();
    expect(() => records.f64()).toThrow(expect.objectContaining({ code: "E_XLSX_INVALID" }));
  });

  it("refuses a record that claims more than any has", () => {
    const records = new BinaryRecords();
    records.push(Uint8Array.of(5, 0xff, 0xff, 0xff, 0x7f));
    expect(() => records.next()).toThrow(expect.objectContaining({ code: "E_LIMIT" }));
  });
});
