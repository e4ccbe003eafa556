/** 0, 1 … n − 1. */
export const range = (n: number): Uint32Array<ArrayBuffer> =>
  Uint32Array.from({ length: n }, (_, i) => i);
