import { describe, expect, it } from "vitest";
import { memoryTextStore } from "../../tests/fault/support/node-environment";
import { joinedSentinel, textSentinel, type Sentinel } from "./sentinel";

const record = { generation: "g", revision: 3, root: "r", rowCount: 9, lastEntry: 0 };
const broken = (): Promise<never> => Promise.reject(new Error("blocked"));
const blocked: Sentinel = { read: broken, write: broken, remove: broken, workspaces: broken };

describe("the sentinel", () => {
  it("remembers a workspace until it is removed", async () => {
    const store = memoryTextStore();
    store.setItem("other", "x");
    const sentinel = textSentinel(store);
    expect(await sentinel.read("w")).toBeNull();
    await sentinel.write("w", record);
    expect(await sentinel.read("w")).toEqual(record);
    expect(await sentinel.workspaces()).toEqual(["w"]);
    await sentinel.remove("w");
    expect(await sentinel.workspaces()).toEqual([]);
  });

  it("still knows that something was there when its own text is damaged", async () => {
    const store = memoryTextStore();
    for (const text of ["{", "3", "null", '{"revision":"x"}']) {
      store.setItem("clientele-had:w", text);
      expect(await textSentinel(store).read("w")).toMatchObject({ generation: "", revision: 0 });
    }
  });

  it("of several memories believes the latest and survives the failing ones", async () => {
    const [old, recent] = [textSentinel(memoryTextStore()), textSentinel(memoryTextStore())];
    await old.write("w", { ...record, revision: 1 });
    await recent.write("w", record);
    await recent.write("v", record);
    const joined = joinedSentinel([blocked, old, recent]);
    expect((await joined.read("w"))?.revision).toBe(3);
    expect((await joined.workspaces()).toSorted()).toEqual(["v", "w"]);
    await joined.write("w", { ...record, revision: 4 });
    expect((await old.read("w"))?.revision).toBe(4);
    await joined.remove("w");
    expect(await joined.read("w")).toBeNull();
  });
});
