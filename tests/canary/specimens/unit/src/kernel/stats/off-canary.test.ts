import { describe, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";

describe("a golden", () => {
  it("is off by twice its tolerance", () => {
    expectClose(100 * (1 + 2e-9), 100, { rel: 1e-9 });
  });
});
