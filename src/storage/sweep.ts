import { generationOf, generationRange } from "./chunk-keys";
import { noFault, type FaultPoint } from "./fault-point";
import { CHUNKS, MANIFEST_KEY, PREVIOUS_KEY } from "./layout";
import { ifNobodyReads, ifNobodyWrites, type WriteLease } from "./locks";
import { storedManifest } from "./manifest-record";
import { keysOf, removeRange, type Body } from "./transaction";
import type { Workspace } from "./workspace";

/**
 * Removes the chunks of generations that are neither the current nor the previous one (R10): what killed imports and
 * replaced generations left. Skips what another tab reads, and everything while another tab writes.
 *
 * @returns the number of generations removed
 */
export async function sweepOrphans(
  workspace: Workspace,
  faultPoint: FaultPoint = noFault,
): Promise<number> {
  const swept = await ifNobodyWrites(workspace, () => sweep(workspace, faultPoint));
  return swept ?? 0;
}

/** As `sweepOrphans`, for a caller that holds the write lock. Never throws: whatever stays is swept next time. */
export async function sweepWithLease(
  workspace: Workspace,
  _lease: WriteLease,
  faultPoint: FaultPoint,
): Promise<number> {
  try {
    return await sweep(workspace, faultPoint);
  } catch {
    // Orphans cost room, nothing else.
    return 0;
  }
}

async function sweep(workspace: Workspace, faultPoint: FaultPoint): Promise<number> {
  const orphans = await workspace.data.read(orphanGenerations);
  let removed = 0;
  for (const generation of orphans) {
    await faultPoint("before:sweep");
    const done = await ifNobodyReads(workspace, generation, () =>
      workspace.data.write(function* (): Body<true> {
        const kept = yield* keptGenerations();
        if (!kept.includes(generation)) yield* removeRange(CHUNKS, generationRange(generation));
        return true;
      }),
    );
    if (done === true) removed++;
    await faultPoint("after:sweep");
  }
  return removed;
}

function* orphanGenerations(): Body<readonly string[]> {
  const kept = yield* keptGenerations();
  const present = new Set((yield* keysOf(CHUNKS)).map(generationOf));
  return [...present].filter((generation) => !kept.includes(generation));
}

function* keptGenerations(): Body<readonly string[]> {
  const current = yield* storedManifest(MANIFEST_KEY);
  const previous = yield* storedManifest(PREVIOUS_KEY);
  return [current, previous].flatMap((manifest) =>
    manifest === null ? [] : [manifest.generation],
  );
}
