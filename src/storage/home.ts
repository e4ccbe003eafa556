import { Connection } from "./database";
import type { StorageEnvironment } from "./environment";
import { HOME } from "./layout";

/** The small registry of this browser: which workspaces there are, and the settings. */
export interface Home {
  readonly environment: StorageEnvironment;
  readonly database: Connection;
}

export function openHome(environment: StorageEnvironment): Home {
  return { environment, database: new Connection(environment, HOME) };
}
