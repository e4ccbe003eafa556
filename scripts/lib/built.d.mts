export const DIST: string;
export function isBuilt(): boolean;
export function ensureBuilt(): void;
