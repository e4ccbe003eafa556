import { inspectFile } from "../../../src/ingest/inspect";
import { defaultPlan } from "../../../src/ingest/plan-default";
import { readPlainSheet } from "../../../src/ingest/read-plain";
import type { SecondReader } from "../../../src/ingest/share-columns";
import { CallFailure } from "../../../src/workers/call-error";
import { WorkerClient } from "../../../src/workers/client";
import { secondReader } from "../../../src/workers/second-reader";
import { startWorker } from "../../../src/workers/start";
import { hashOf } from "./clock";
import deadUrl from "./dead.worker.ts?worker&url";
import faultyUrl from "./faulty.worker.ts?worker&url";
import type { FaultyCalls } from "./faulty.worker";

/** A quarter of the app's, so that a stall is found in less than three seconds; its heart beats once a second. */
const WATCH_INTERVAL_MS = 250;
const ECHO = 7;

/** What became of the calls to workers that fail, one after the other, each followed by one that must be answered. */
export interface WorkerFaults {
  /** A worker in an endless loop, in a call that is watched. */
  readonly stalled: string;
  readonly stalledAfterMs: number;
  /** An error that no call has thrown. */
  readonly thrown: string;
  /** An array that no machine has room for. */
  readonly memory: string;
  /** Answers of the same client after each of the three; all ECHO. */
  readonly after: readonly number[];
  /** A worker whose code throws at once, and then one that does not. */
  readonly diedOnce: number | string;
  readonly diedOnceStarts: number;
  /** A worker whose code throws at once, whose code is not there: as often as it is started. */
  readonly dead: string;
  readonly absent: string;
  /** Starts of the two. */
  readonly starts: number;
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    return `answered ${String(await call)}`;
  } catch (error) {
    if (!(error instanceof CallFailure)) return `not coded: ${String(error)}`;
    const { step } = error.where;
    return step === undefined ? error.code : `${error.code} at ${step}`;
  }
}

export async function workerFaults(): Promise<WorkerFaults> {
  const client = new WorkerClient<FaultyCalls>(() => startWorker(faultyUrl, "faulty"), {
    watched: ["loop"],
    watchIntervalMs: WATCH_INTERVAL_MS,
  });
  const after: number[] = [await client.call("echo", ECHO)];
  const startedMs = performance.now();
  const stalled = await codeOf(client.call("loop", null));
  const stalledAfterMs = performance.now() - startedMs;
  after.push(await client.call("echo", ECHO));
  const thrown = await codeOf(client.call("throwLater", null));
  after.push(await client.call("echo", ECHO));
  const memory = await codeOf(client.call("allocate", null));
  after.push(await client.call("echo", ECHO));
  client.terminate();
  return { stalled, stalledAfterMs, thrown, memory, after, ...(await unbornWorkers()) };
}

async function unbornWorkers(): Promise<
  Pick<WorkerFaults, "diedOnce" | "diedOnceStarts" | "dead" | "absent" | "starts">
> {
  let starts = 0;
  const starting = (urls: readonly string[]): WorkerClient<FaultyCalls> =>
    new WorkerClient(() => startWorker(urls[starts++] ?? faultyUrl, "unborn"), {
      watchIntervalMs: WATCH_INTERVAL_MS,
    });
  const once = starting([deadUrl]);
  const diedOnce = await once.call("echo", ECHO).catch((error: unknown) => String(error));
  once.terminate();
  const diedOnceStarts = starts;
  starts = 0;
  const dead = await codeOf(starting([deadUrl, deadUrl]).call("echo", ECHO));
  const startsOfDead = starts;
  starts = 0;
  const gone = "/no-such-worker.js";
  const absent = await codeOf(starting([gone, gone]).call("echo", ECHO));
  return { diedOnce, diedOnceStarts, dead, absent, starts: startsOfDead + starts };
}

/** What two readings of one table gave: by one thread, and by two of which the second never comes to an end. */
export interface SecondReadingFault {
  readonly alone: string;
  readonly withHungSecond: string;
  readonly afterMs: number;
}

export async function secondReadingFault(table: string): Promise<SecondReadingFault> {
  const file = new Blob([table]);
  const plan = defaultPlan(await inspectFile(file), 0);
  if (plan === null) throw new Error("no table of orders");
  const second = secondReader(() => startWorker(faultyUrl, "columns"), {
    watchIntervalMs: WATCH_INTERVAL_MS,
  });
  // The table is small: without this the first reader would be done before the second has begun, and not wait for it.
  const begun: SecondReader = {
    start: (...given) => ({ ...second.start(...given), isRunning: () => true }),
  };
  const alone = await readPlainSheet(file, plan);
  const startedMs = performance.now();
  const both = await readPlainSheet(file, plan, { second: begun, sharedBytes: 1 });
  if (alone === null || both === null) throw new Error("the table is not plain");
  return {
    alone: hashOf(alone),
    withHungSecond: hashOf(both),
    afterMs: performance.now() - startedMs,
  };
}
