/** Where readers were in the customer table, so that the way back from a customer ends at the same row. */
export interface Place {
  readonly key: string;
  readonly top: number;
}

const places = new WeakMap<object, Place>();

/** The place in the list with this key; the top of the list when the reader was in another one. */
export function placeIn(owner: object, key: string): number {
  const place = places.get(owner);
  return place?.key === key ? place.top : 0;
}

/** @param owner what lives as long as the page; the memory goes with it */
export function keepPlace(owner: object, place: Place): void {
  places.set(owner, place);
}
