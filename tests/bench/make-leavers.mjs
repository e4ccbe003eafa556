// Writes the benchmark's customers with who left: seeded, so every run and every machine reads the same bytes.
import { writeFile } from "node:fs/promises";
import { random } from "./random.mjs";

/** Columns: thirty properties, then whether the customer left. */
export const LEAVER_COLUMNS = 31;
const MEASURED = 20;

/**
 * Twenty measured properties, the first five unknown for one customer in twenty, and ten counted ones; who left depends on some of
 * them in bends and in pairs, which straight lines would miss.
 *
 * @param path file to write: float64, row by row, NaN where unknown
 */
export async function makeLeavers(path, customers) {
  const next = random(20251108);
  const values = new Float64Array(customers * LEAVER_COLUMNS);
  for (let i = 0, at = 0; i < customers; i++, at += LEAVER_COLUMNS) {
    const own = values.subarray(at, at + LEAVER_COLUMNS);
    for (let j = 0; j < MEASURED; j++) own[j] = 2 * next() - 1 + 0.5 * (next() - next());
    for (let j = MEASURED; j < LEAVER_COLUMNS - 1; j++) own[j] = Math.floor(next() * (j - 14));
    const risk =
      -1.6 +
      1.4 * own[0] +
      Math.sin(3 * own[1]) +
      (own[2] > 0.4 ? 1 : 0) -
      1.2 * own[3] * own[4] +
      0.8 * Math.abs(own[5]) -
      0.5 * own[6] +
      0.3 * own[20] * (own[7] > 0 ? 1 : -1) +
      (own[21] === 2 ? 0.9 : 0);
    own[LEAVER_COLUMNS - 1] = Number(next() < 1 / (1 + Math.exp(-risk)));
    for (let j = 0; j < 5; j++) if (next() < 0.05) own[j] = NaN;
  }
  await writeFile(path, values);
}
