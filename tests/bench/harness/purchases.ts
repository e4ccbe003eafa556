import { readFile } from "node:fs/promises";
import { finished } from "../../../src/kernel/base/finished";
import { bgNbd } from "../../../src/measures/clv/beta-geometric";
import { compress } from "../../../src/measures/clv/purchase-history";
import { fitModel } from "../../../src/measures/clv/purchase-model";

/** B6: BG/NBD of a file of make-purchases, from histories of single customers to the parameters. */
export async function purchases(path: string, columns: number) {
  const { buffer } = new Uint8Array(await readFile(path));
  const values = new Float64Array(buffer);
  const n = values.length / columns;
  const column = (j: number, unit: number): Float64Array<ArrayBuffer> =>
    Float64Array.from({ length: n }, (_, i) => (values[i * columns + j] ?? NaN) / unit);
  const repeats = Uint32Array.from(column(0, 1));
  const [recencies, ages] = [column(1, 7), column(2, 7)];
  const startMs = performance.now();
  const { history } = compress(repeats, recencies, ages);
  const { logLikelihood, quality } = finished(fitModel(bgNbd, history));
  return { elapsedMs: performance.now() - startMs, logLikelihood, quality };
}
