// Writes the benchmark's customers with their tenure: seeded, so every run and every machine reads the same bytes.
import { writeFile } from "node:fs/promises";
import { random } from "./random.mjs";

const EFFECTS = [0.8, -0.5, 0.3, -0.2, 0.1, 0, 0.4, -0.6, 0, 0.2];

/**
 * Whole days until the loss or the end of sight, whether lost, and ten covariates, half of them yes or no.
 *
 * @param path file to write
 */
export async function makeTenures(path, customers) {
  const next = random(20251130);
  const names = EFFECTS.map((_, j) => `x${j + 1}`);
  const lines = [`days,lost,${names.join(",")}`];
  for (let i = 0; i < customers; i++) {
    const values = EFFECTS.map((_, j) => (j % 2 === 0 ? next() : Number(next() < 0.4)));
    const risk = values.reduce((sum, value, j) => sum + value * EFFECTS[j], 0);
    const lossDay = 1 + Math.floor((-Math.log(1 - next()) * 900) / Math.exp(risk));
    const lastDay = 30 + Math.floor(next() * 1470);
    const shown = values.map((value, j) => (j % 2 === 0 ? value.toFixed(4) : value));
    lines.push(`${Math.min(lossDay, lastDay)},${Number(lossDay <= lastDay)},${shown.join(",")}`);
  }
  await writeFile(path, `${lines.join("\n")}\n`);
}
