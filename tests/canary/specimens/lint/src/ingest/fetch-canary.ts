// expect: no-restricted-globals
export const load = (): Promise<Response> => fetch("x");
