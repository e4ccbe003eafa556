import { readFile } from "node:fs/promises";
import { finished } from "../../../src/kernel/base/finished";
import { binRows, learnBins } from "../../../src/kernel/learn/bins";
import { boost } from "../../../src/kernel/learn/boost";
import { aucOf } from "../../../src/kernel/learn/discrimination";
import type { Feature } from "../../../src/kernel/learn/feature";
import { forestMargins } from "../../../src/kernel/learn/tree";
import { BOOST_RULE } from "../../../src/measures/churn/boost-rule";

const stretch = (from: number, to: number): Uint32Array =>
  Uint32Array.from({ length: to - from }, (_, i) => from + i);

/**
 * B8: the trees of the churn model on a file of make-leavers, by the product's own rule.
 *
 * @param learnt  rows to learn from; the AUC is that of the others
 * @param perTree rows that each tree is grown on; 0: as the product does
 */
export async function boosting(
  path: string,
  columns: number,
  learnt: number,
  perTree: number,
): Promise<{ readonly elapsedMs: number; readonly auc: number | undefined }> {
  const bytes = await readFile(path);
  const cells = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
  const count = cells.length / columns;
  const columnAt = (f: number): Float64Array =>
    Float64Array.from({ length: count }, (_, i) => cells[i * columns + f] ?? NaN);
  const features = Array.from({ length: columns - 1 }, (_, f): Feature => {
    return { kind: "number", id: `x${f}`, values: columnAt(f) };
  });
  const left = Uint8Array.from(columnAt(columns - 1));
  const [rows, others] = [stretch(0, learnt), stretch(learnt, count)];
  const startMs = performance.now();
  const binning = learnBins(features, rows);
  const task = {
    binning,
    bins: binRows(binning, features, rows),
    labels: left.subarray(0, learnt),
    rows,
    watched: new Uint32Array(0),
    rule: perTree === 0 ? BOOST_RULE : { ...BOOST_RULE, rowsPerTree: perTree },
  };
  const { forest } = finished(boost(task));
  const elapsedMs = performance.now() - startMs;
  const margins = finished(
    forestMargins(forest, binRows(binning, features, others), others.length),
  );
  return { elapsedMs, auc: aucOf(margins, left.subarray(learnt))?.value };
}
