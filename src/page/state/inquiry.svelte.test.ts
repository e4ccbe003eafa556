import { describe, expect, it } from "vitest";
import { Inquiry } from "./inquiry.svelte";

describe("Inquiry", () => {
  it("gives the answer to the present question only, whatever the last one was", async () => {
    const inquiry = new Inquiry((question: string) =>
      question === "bad" ? Promise.reject(new Error("gone")) : Promise.resolve(`of ${question}`),
    );
    await inquiry.ask("g", "A");
    expect(inquiry.answerTo("g", "A")).toBe("of A");
    expect(inquiry.answerTo("g", "B")).toBeNull();
    expect(inquiry.answerTo("h", "A")).toBeNull();
    await inquiry.ask("g", "bad");
    expect(inquiry.answerTo("g", "bad")).toBeNull();
    expect(inquiry.error).not.toBeNull();
    inquiry.clear();
    expect([inquiry.answer, inquiry.error, inquiry.isAsking]).toEqual([null, null, false]);
  });

  it("drops an answer that comes after it was cleared", async () => {
    let resolve: (value: string) => void = () => undefined;
    const inquiry = new Inquiry((_: string) => new Promise<string>((done) => (resolve = done)));
    const asked = inquiry.ask("g", "A");
    inquiry.clear();
    resolve("late");
    await asked;
    expect([inquiry.answer, inquiry.answerTo("g", "A")]).toEqual([null, null]);
  });
});
