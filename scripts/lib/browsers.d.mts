export const CHROMIUM_ARGS: string[];
export function findChromium(): string | null;
export function findFirefox(): string | null;
export function findWebKitDriver(): string | null;
export function findXvfb(): string | null;
