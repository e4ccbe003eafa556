import { describe, expect, it } from "vitest";
import { memoryTextStore } from "../../../tests/fault/support/node-environment";
import { askToPersist } from "./persistence";

function browser(granted: boolean): {
  asked: number;
  persist(): Promise<boolean>;
  persisted(): Promise<boolean>;
} {
  return {
    asked: 0,
    persist() {
      this.asked++;
      return Promise.resolve(false);
    },
    persisted: () => Promise.resolve(granted),
  };
}

describe("askToPersist", () => {
  it("asks once, whatever the answer was", async () => {
    const [memory, manager] = [memoryTextStore(), browser(false)];
    await askToPersist(memory, manager);
    await askToPersist(memory, manager);
    expect(manager.asked).toBe(1);
  });

  it("asks nothing where it is granted or cannot be asked", async () => {
    const granted = browser(true);
    await askToPersist(memoryTextStore(), granted);
    expect(granted.asked).toBe(0);
    await expect(askToPersist(memoryTextStore(), undefined)).resolves.toBeUndefined();
  });
});
