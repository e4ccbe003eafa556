/** Runs two measurements in turn (A B A B …), so that a machine that drifts drifts for both. */
export async function pairs(count, ours, peer) {
  const measured = { ours: [], peer: [] };
  for (let i = 0; i < count; i++) {
    measured.ours.push(await ours());
    measured.peer.push(await peer());
  }
  const ratios = measured.ours.map((value, i) => value / measured.peer[i]);
  return { ours: spread(measured.ours), peer: spread(measured.peer), ratio: spread(ratios) };
}

export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), min: sorted[0], max: sorted.at(-1), n: sorted.length };
}

/** Of sorted values, by linear interpolation. */
export function quantile(sorted, p) {
  const place = (sorted.length - 1) * p;
  const low = Math.floor(place);
  const high = Math.ceil(place);
  return sorted[low] + (sorted[high] - sorted[low]) * (place - low);
}
