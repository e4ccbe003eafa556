import type { RfmMessages } from "./messages/zh-Hans";

/** Name of a segment in one language; the 27 cells are named by their scores, an id that is neither by itself. */
export function segmentName(id: string, t: RfmMessages): string {
  const known = Object.hasOwn(t.segments, id) ? t.segments[id] : undefined;
  if (known !== undefined) return known.name;
  const [, r, f, m] = /^([1-3])([1-3])([1-3])$/.exec(id) ?? [];
  return r === undefined || f === undefined || m === undefined ? id : t.cellName({ r, f, m });
}
