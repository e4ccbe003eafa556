import { describe, expect, it } from "vitest";
import type { ColumnMeta, Manifest } from "../../../src/domain/manifest";
import type { Entity } from "../../../src/domain/entities";
import { seededRng } from "../../../src/kernel/base/rng";
import { loadTable } from "../../../src/storage/chunks";
import { writeGeneration } from "../../../src/storage/generation-writer";
import { CHUNKS } from "../../../src/storage/layout";
import { get, put, remove, type Body } from "../../../src/storage/transaction";
import { openWorkspace, type Workspace } from "../../../src/storage/workspace";
import { seededContent } from "../support/content";
import { nodeEnvironment } from "../support/node-environment";
import { tally } from "../support/tally";

const FLIPS = 1000;

interface Place {
  readonly entity: Entity;
  readonly column: ColumnMeta;
  readonly key: string;
}

async function stored(rowCount: number): Promise<{ workspace: Workspace; manifest: Manifest }> {
  const workspace = openWorkspace(nodeEnvironment(), "w");
  const result = await writeGeneration(workspace, seededContent(1, rowCount), {
    imports: [],
    expectedRevision: 0,
  });
  if (!result.ok) throw new Error(result.error.code);
  return { workspace, manifest: result.value };
}

function placesOf(manifest: Manifest): readonly Place[] {
  return manifest.tables.flatMap(({ entity, columns }) =>
    columns.flatMap((column) =>
      [...column.chunks, ...column.dictionaryChunks].map(({ key }) => ({ entity, column, key })),
    ),
  );
}

async function bytesAt(workspace: Workspace, key: string): Promise<ArrayBuffer> {
  const value = await workspace.data.read(() => get(CHUNKS, key));
  if (!(value instanceof ArrayBuffer)) throw new Error(`no chunk ${key}`);
  return value;
}

const overwrite = (workspace: Workspace, key: string, value: unknown): Promise<void> =>
  workspace.data.write(function* (): Body<void> {
    if (value === undefined) yield* remove(CHUNKS, key);
    else yield* put(CHUNKS, key, value);
  });

const loadOne = (workspace: Workspace, manifest: Manifest, { entity, column }: Place) =>
  loadTable(workspace, manifest, entity, [column.id]);

describe("a stored chunk with one changed byte", () => {
  it("is named by table, column and rows and never read as data (G3)", async () => {
    const { workspace, manifest } = await stored(3000);
    const places = placesOf(manifest);
    const rng = seededRng(4711);
    for (let i = 0; i < FLIPS; i++) {
      const place = places[rng.below(places.length)]!;
      const good = await bytesAt(workspace, place.key);
      const bad = good.slice(0);
      new Uint8Array(bad)[rng.below(bad.byteLength)]! ^= 1 << rng.below(8);
      await overwrite(workspace, place.key, bad);
      expect(await loadOne(workspace, manifest, place)).toMatchObject({
        ok: false,
        error: {
          code: "E_DB_CORRUPT",
          where: { entity: place.entity, column: place.column.label, damage: "changed" },
        },
      });
      await overwrite(workspace, place.key, good);
    }
    for (const place of places) {
      expect((await loadOne(workspace, manifest, place)).ok, place.key).toBe(true);
    }
    tally(`chunk damage: ${FLIPS} of ${FLIPS} single-bit changes named, 0 shown as data`);
  });

  it("is named by its rows in a column of several chunks; the other columns are still read", async () => {
    const { workspace, manifest } = await stored(140_000);
    const amount = placesOf(manifest).find((place) => place.column.id === "amount")!;
    const second = amount.column.chunks[1]!;
    const bad = (await bytesAt(workspace, second.key)).slice(0);
    new Uint8Array(bad)[40_000]! ^= 1;
    await overwrite(workspace, second.key, bad);
    expect(await loadOne(workspace, manifest, amount)).toMatchObject({
      error: { where: { part: "rows", fromRow: 65_537, toRow: 131_072, columnId: "amount" } },
    });
    const rest = await loadTable(workspace, manifest, "orders", ["orderedOn", "customer"]);
    expect(rest.ok).toBe(true);
  });

  it.each([
    ["missing", undefined],
    ["cut", new ArrayBuffer(10)],
    ["changed", "a text"],
  ])("is named as %s", async (damage, value) => {
    const { workspace, manifest } = await stored(100);
    for (const place of placesOf(manifest)) {
      const good = await bytesAt(workspace, place.key);
      await overwrite(workspace, place.key, value);
      expect(await loadOne(workspace, manifest, place)).toMatchObject({
        error: { code: "E_DB_CORRUPT", where: { damage, column: place.column.label } },
      });
      await overwrite(workspace, place.key, good);
    }
  });
});
