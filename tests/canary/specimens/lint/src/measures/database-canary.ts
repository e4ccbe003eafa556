// expect: no-restricted-globals
export const open = (): IDBOpenDBRequest => indexedDB.open("x");
