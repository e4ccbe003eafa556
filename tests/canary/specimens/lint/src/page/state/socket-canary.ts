// expect: no-restricted-globals
export const socket = (): WebSocket => new WebSocket("wss://x");
