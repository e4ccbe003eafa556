import { describe, expect, it } from "vitest";
import { seededContent } from "../../tests/fault/support/content";
import { nodeEnvironment } from "../../tests/fault/support/node-environment";
import { bootWorkspace } from "./boot";
import { storageError } from "./errors";
import { writeGeneration } from "./generation-writer";
import { neededBytes, withSpace } from "./space";
import { openWorkspace } from "./workspace";

const MB = 1024 * 1024;
const free = (bytes: number) => ({
  estimateSpace: () => Promise.resolve({ usedBytes: 100, quotaBytes: 100 + bytes }),
});
const imported = (changes: Parameters<typeof nodeEnvironment>[0]) => {
  const workspace = openWorkspace(nodeEnvironment(changes), "w");
  const options = { imports: [], expectedRevision: 0 };
  return { workspace, result: writeGeneration(workspace, seededContent(1, 50), options) };
};

describe("the room for an import", () => {
  it("is 2.2 times the data and 50 MB (R17)", () => {
    expect(neededBytes(100 * MB)).toBe(270 * MB);
  });

  it("is refused before anything is written, with what is needed and what is free", async () => {
    const { workspace, result } = imported(free(10 * MB));
    const outcome = await result;
    expect(outcome).toMatchObject({ error: { code: "E_QUOTA", where: { free: 10 * MB } } });
    if (outcome.ok) return;
    expect(outcome.error.where["needed"]).toBeGreaterThan(50 * MB);
    expect(await bootWorkspace(workspace)).toMatchObject({ kind: "welcome" });
  });

  it("is not refused by a browser that does not tell or whose estimate fails", async () => {
    const failing = { estimateSpace: () => Promise.reject(new Error("estimate failed")) };
    for (const changes of [free(60 * MB), {}, failing]) {
      expect((await imported(changes).result).ok).toBe(true);
    }
  });

  it("is named when the limit was met in the middle of writing", async () => {
    const error = await withSpace(storageError("E_QUOTA"), nodeEnvironment(free(MB)), MB);
    expect(error.where).toEqual({ needed: neededBytes(MB), free: MB });
    const other = storageError("E_DB_CLOSED");
    expect(await withSpace(other, nodeEnvironment(free(MB)), MB)).toBe(other);
  });
});
