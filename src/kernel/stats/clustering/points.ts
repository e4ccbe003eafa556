/** Points of a space with few dimensions, row by row in one array. */
export interface Points {
  readonly n: number;
  readonly dimensions: number;
  /** length n × dimensions; no NaN */
  readonly values: Float64Array;
}

/** Some of the points, in the order asked for; a point may be asked for twice. */
export function pointsAt({ dimensions, values }: Points, places: ArrayLike<number>): Points {
  const picked = new Float64Array(places.length * dimensions);
  for (let i = 0; i < places.length; i++) {
    const from = places[i]! * dimensions;
    for (let d = 0; d < dimensions; d++) picked[i * dimensions + d] = values[from + d]!;
  }
  return { n: places.length, dimensions, values: picked };
}

/** Squared distance of a point from a centre, both by place. */
export function squaredDistance(
  { dimensions, values }: Points,
  point: number,
  centres: Float64Array,
  centre: number,
): number {
  let sum = 0;
  for (let d = 0; d < dimensions; d++) {
    const off = values[point * dimensions + d]! - centres[centre * dimensions + d]!;
    sum += off * off;
  }
  return sum;
}
