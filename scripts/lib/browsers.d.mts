/** The three programs that WebKitGTK needs; paths. */
export interface WebKitPrograms {
  readonly driver: string;
  readonly browser: string;
  readonly display: string;
}

export const CHROMIUM_ARGS: string[];
export function findChromium(): string | null;
export function findFirefox(): string | null;
export function findWebKit(): WebKitPrograms | null;
