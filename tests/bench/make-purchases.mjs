// Writes the benchmark's purchase histories: seeded, so every run and every machine reads the same bytes.
import { writeFile } from "node:fs/promises";
import { random } from "./random.mjs";

/** Columns: repeat purchases, days from the first to the last, days from the first to the end. */
export const PURCHASE_COLUMNS = 3;
const MOST_DAYS = 3 * 365;
/** BG/NBD of CDNOW, times in weeks (Fader, Hardie & Lee 2005). */
const [R, ALPHA, A, B] = [0.243, 4.414, 0.793, 2.426];

/** Marsaglia & Tsang, ACM TOMS 26, 2000; below shape 1 by its power of a uniform draw. */
function gamma(next, shape) {
  if (shape < 1) return gamma(next, shape + 1) * (1 - next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - next()) < z * z * 0.5 + d - d * v + d * Math.log(v)) return d * v;
  }
}

function beta(next, a, b) {
  const [one, other] = [gamma(next, a), gamma(next, b)];
  return one / (one + other);
}

/**
 * Customers of the model, who came on any day of three years and buy at most once a day.
 *
 * @param path file to write: float64, row by row
 */
export async function makePurchases(path, customers) {
  const next = random(20251109);
  const values = new Float64Array(customers * PURCHASE_COLUMNS);
  for (let i = 0; i < customers; i++) {
    const age = Math.floor(next() * MOST_DAYS);
    const rate = gamma(next, R) / ALPHA / 7;
    const leaves = beta(next, A, B);
    let [x, last] = [0, 0];
    for (let at = 0; rate > 0;) {
      at -= Math.log(1 - next()) / rate;
      if (at > age) break;
      const day = Math.ceil(at);
      if (day > last && day <= age) [x, last] = [x + 1, day];
      if (next() < leaves) break;
    }
    values.set([x, last, age], i * PURCHASE_COLUMNS);
  }
  await writeFile(path, values);
}
