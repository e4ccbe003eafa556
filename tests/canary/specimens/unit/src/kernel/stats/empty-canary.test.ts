import { describe, it } from "vitest";

describe("a test", () => {
  it("asserts nothing", () => {
    // nothing
  });
});
