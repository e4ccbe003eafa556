import type { WorkChange } from "../../domain/own-work";
import type { CallFailure } from "../../workers/call-error";
import { asFailure } from "./analysis.svelte";
import type { Notices } from "./notices.svelte";
import type { OwnWork } from "./own-work.svelte";

/**
 * Keeps changes, all or none, and offers to take them back.
 *
 * @returns why they were not kept; null: they were
 */
export async function keepWork(
  { work, notices }: { readonly work: OwnWork; readonly notices: Notices },
  changes: readonly WorkChange[],
  words: { readonly told: string; readonly undo: string; readonly topic: string },
): Promise<CallFailure | null> {
  try {
    const undo = await work.change(...changes);
    notices.show("good", words.told, { label: words.undo, run: () => void undo() }, words.topic);
    return null;
  } catch (thrown) {
    return asFailure(thrown);
  }
}
