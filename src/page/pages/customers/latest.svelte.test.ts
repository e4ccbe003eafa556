import { describe, expect, it } from "vitest";
import { cancelled } from "../../../workers/call-error";
import { Latest } from "./latest.svelte";

describe("Latest", () => {
  it("does not take a question that was taken back for a failed one", async () => {
    const latest = new Latest<string>();
    await latest.ask(() => Promise.reject(cancelled()));
    expect(latest.status).toBe("idle");
    await latest.ask(() => Promise.reject(new Error("the worker is gone")));
    expect(latest.status).toBe("failed");
    await latest.ask(() => Promise.resolve("again"));
    expect([latest.status, latest.value]).toEqual(["done", "again"]);
  });
});
