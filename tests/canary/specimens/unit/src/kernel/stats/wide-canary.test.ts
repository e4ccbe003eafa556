import { describe, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";

describe("a tolerance", () => {
  it("is wider than one per cent", () => {
    expectClose(100, 100, { rel: 0.02 });
  });
});
