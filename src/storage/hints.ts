import type { StorageEnvironment } from "./environment";

/** Something changed; whoever cares reads the truth from the database (R14). Ids only. */
export interface Hint {
  readonly kind: "manifest" | "journal" | "workspaces" | "settings";
  /** Empty for kinds that concern no workspace. */
  readonly workspace: string;
}

const CHANNEL = "clientele-hints";
const KINDS: readonly string[] = ["manifest", "journal", "workspaces", "settings"];

/** Tells the other tabs and workers of this origin. */
export function announce(environment: StorageEnvironment, hint: Hint): void {
  const channel = environment.openChannel?.(CHANNEL);
  channel?.postMessage(hint);
  channel?.close();
}

/** Calls back for every hint from elsewhere until the returned function is called. */
export function onHint(
  environment: StorageEnvironment,
  listener: (hint: Hint) => void,
): () => void {
  const channel = environment.openChannel?.(CHANNEL);
  if (channel === undefined) return () => undefined;
  channel.onmessage = (event: MessageEvent<unknown>) => {
    const hint = parseHint(event.data);
    if (hint !== null) listener(hint);
  };
  return () => {
    channel.close();
  };
}

function parseHint(value: unknown): Hint | null {
  if (typeof value !== "object" || value === null) return null;
  const { kind, workspace } = value as Record<string, unknown>;
  if (typeof kind !== "string" || !KINDS.includes(kind) || typeof workspace !== "string")
    return null;
  return { kind: kind as Hint["kind"], workspace };
}
