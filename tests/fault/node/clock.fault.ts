import { describe, expect, it } from "vitest";
import { contentHash, setClock } from "../harness/clock";
import { INSTANTS, TABLE, ZONES } from "../support/calendar";
import { tally } from "../support/tally";

/** Hash of the table as Node reads it here and now; every zone and instant must give this one. */
const expected = contentHash(TABLE);

describe("a table of dates in Node", () => {
  it("has the same content hash in eight time zones at twelve instants (I17, G15)", async () => {
    const hashes = new Set<string>();
    const offsets = new Set<number>();
    const zone = process.env["TZ"];
    try {
      for (const name of ZONES) {
        process.env["TZ"] = name;
        offsets.add(new Date(0).getTimezoneOffset());
        for (const instant of INSTANTS) {
          const setBack = setClock(instant);
          hashes.add(await contentHash(TABLE));
          setBack();
        }
      }
    } finally {
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
    }
    expect(offsets.size, "the zones were really in force").toBeGreaterThan(5);
    expect([...hashes]).toEqual([await expected]);
    tally(`I17 clocks Node: ${ZONES.length} zones × ${INSTANTS.length} instants, one content hash`);
  });
});
