import { describe, expect, it } from "vitest";
import { changedParams } from "./changed-params";

const SHOWN = { contacted: 0, returned: 0, window: "all" };

describe("changedParams", () => {
  it("is what the control has changed, so that an earlier change under way stays", () => {
    const asked = { ...SHOWN, ...changedParams(SHOWN, { ...SHOWN, contacted: 70 }) };
    const next = { ...asked, ...changedParams(SHOWN, { ...SHOWN, returned: 56 }) };
    expect(next).toEqual({ contacted: 70, returned: 56, window: "all" });
  });

  it("is everything where somebody goes back to what is shown", () => {
    expect(changedParams(SHOWN, { ...SHOWN })).toEqual(SHOWN);
  });
});
