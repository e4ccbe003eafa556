export function sourceBuildId(root: string): string;
