// expect: no-restricted-properties
export const tell = (text: string): boolean => navigator.sendBeacon("x", text);
