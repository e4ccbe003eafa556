/**
 * Called at named steps of a write. Production passes nothing; the fault harness stops, throws or waits here.
 * Names: `before:` or `after:` and the step.
 */
export type FaultPoint = (name: string) => Promise<void> | void;

export const noFault: FaultPoint = () => undefined;
